package gatebook.wire.entry;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Ticket;
import gatebook.rules.entry.TicketNo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * What an entry that says nothing of it gets, and how its bare times and amounts are to be understood.
 *
 * @param rule what the id means
 * @param at the time of writing
 * @param author who wrote it
 */
public record EntryDefaults(EntryId id, IdRule rule, Instant at, String author, ZoneId zone, Currency currency) {

    /** Whether an entry may name its own id. */
    public enum IdRule {
        /** The entry is the one addressed; one that names another id is refused. */
        ADDRESSED,
        /** A new entry that may bring its id along. */
        SUGGESTED
    }

    /** The numbers of an entry that was not written at a desk: made from its id, so that a repetition gives the same. */
    static Ticket ticketOf(EntryId entry) {
        String id = entry.toString();
        return new Ticket(new TicketNo("W-" + id.substring(id.length() - 8).toUpperCase(Locale.ROOT)), 0);
    }
}
