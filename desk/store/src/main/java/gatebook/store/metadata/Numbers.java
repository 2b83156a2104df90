package gatebook.store.metadata;

import gatebook.rules.entry.DeskCode;
import gatebook.rules.entry.Ticket;
import gatebook.rules.entry.TicketNo;
import gatebook.store.sqlite.Session;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.LongSupplier;

/**
 * The running numbers of the desk, taken in the transaction that writes the entry.
 *
 * @param ticket the last ticket number given out; never reset
 * @param serialDay the business day that {@code serial} belongs to, in the site's zone
 * @param serial the last serial number given out on that day
 */
public record Numbers(long ticket, LocalDate serialDay, long serial) {
    private static final LastRead<Numbers> LAST = new LastRead<>();
    private static final Numbers NONE = new Numbers(0, LocalDate.EPOCH, 0);

    public static Numbers read(Session session) {
        return Metadata.get(session, MetadataKey.NUMBERS).map(Numbers::decode).orElse(NONE);
    }

    public void write(Session session, Instant now) {
        String json = JsonOut.text(out -> out.object(() -> out.field("ticket", ticket)
                .field("serial_day", serialDay.toString())
                .field("serial", serial)));
        Metadata.put(session, MetadataKey.NUMBERS, json, now);
        LAST.is(json, this);
    }

    /**
     * The numbers after one more entry.
     *
     * @param today the business day by the desk's clock, which may have jumped either way
     * @param highestOfToday asked only when the day is another one: the highest serial number given out on it before
     */
    public Numbers next(LocalDate today, LongSupplier highestOfToday) {
        return today.equals(serialDay)
                ? new Numbers(ticket + 1, serialDay, serial + 1)
                : new Numbers(ticket + 1, today, highestOfToday.getAsLong() + 1);
    }

    /** The numbers after one more ticket for an entry that brings its serial number along. */
    public Numbers nextImported() {
        return new Numbers(ticket + 1, serialDay, serial);
    }

    /** What the entry that took these numbers carries. */
    public Ticket taken(DeskCode desk) {
        return new Ticket(TicketNo.of(desk, ticket), serial);
    }

    /** Reads the form in which they are kept. */
    public static Numbers decode(String json) {
        return LAST.of(json, Numbers::read);
    }

    private static Numbers read(String json) {
        return JsonIn.<Numbers>read(json, JsonIn.Unknown.IGNORED, in -> {
                    long[] whole = new long[2];
                    String[] day = {LocalDate.EPOCH.toString()};
                    in.object("", name -> {
                        switch (name) {
                            case "ticket" -> whole[0] = in.whole(name, 0);
                            case "serial" -> whole[1] = in.whole(name, 0);
                            case "serial_day" -> {
                                String text = in.text(name);
                                day[0] = text == null ? day[0] : text;
                            }
                            default -> {
                                return false;
                            }
                        }
                        return true;
                    });
                    return new Numbers(whole[0], LocalDate.parse(day[0]), whole[1]);
                })
                .orDamaged("the desk's numbers");
    }
}
