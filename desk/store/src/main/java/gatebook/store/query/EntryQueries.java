package gatebook.store.query;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.TicketNo;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.record.EntryRow;
import gatebook.store.sqlite.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What the register says about vehicles. Each call sees one moment and never waits for a writer. Thread-safe. */
public final class EntryQueries {
    private final Database database;

    public EntryQueries(Database database) {
        this.database = database;
    }

    /**
     * The entry that a person means by a uuid, a ticket number, a vehicle number, or its last digits where one such vehicle
     * is inside. Tickets of records that were joined lead to the one that stands for both.
     */
    public Found find(String typed) {
        return database.read(
                session -> new EntryReference(session, DeskProfile.read(session).currency()).find(typed));
    }

    /** The tickets that lead to an entry beside its own, in their order. */
    public List<TicketNo> joinedTickets(EntryId entry) {
        return database.read(session -> JoinedTickets.of(session, entry));
    }

    /** Entries newest first. */
    public List<EntryRow> list(EntryFilter filter) {
        return database.read(session ->
                new EntryList(filter).read(session, DeskProfile.read(session).currency()));
    }

    /** The entries inside whose vehicle came again: was an exit not recorded? */
    public Set<EntryId> exitsNotRecorded() {
        return database.read(
                session -> InsideAgain.read(session, DeskProfile.read(session).currency()));
    }

    /** The totals of a day in the site's zone, and of the yard as it is now. */
    public DayTotals totals(LocalDate day, Instant now) {
        return database.read(session -> DayTotals.read(session, day, now));
    }

    /** What was changed of a record, oldest first. */
    public List<AuditRow> history(EntryId record) {
        return database.read(session -> AuditRow.of(session, record));
    }
}
