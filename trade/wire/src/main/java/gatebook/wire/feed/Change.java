package gatebook.wire.feed;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.TicketNo;
import gatebook.rules.merge.Image;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest state of one record, as a desk reads it.
 *
 * @param seq the place of that state in the site's order of changes
 * @param entry the image; of a voided record the last one it had, or null
 * @param changedByDevice the desk that sent it, or what else did
 * @param changedBy who did it there; null where the cloud does not say
 * @param joined tickets given out at other desks for the same visit, which lead to this record
 */
public record Change(
        long seq,
        EntryId record,
        long version,
        Life life,
        Instant changedAt,
        @Nullable String changedByDevice,
        @Nullable String changedBy,
        List<TicketNo> joined,
        @Nullable Entry entry) {

    /** Whose changes they are. */
    static final String TABLE = "parking_entries";

    public Change {
        joined = List.copyOf(joined);
    }

    /** A change of a record that no other was joined into. */
    public Change(
            long seq,
            EntryId record,
            long version,
            Life life,
            Instant changedAt,
            @Nullable String changedByDevice,
            @Nullable String changedBy,
            @Nullable Entry entry) {
        this(seq, record, version, life, changedAt, changedByDevice, changedBy, List.of(), entry);
    }

    /** A change of which it is not said who did it. */
    public Change(
            long seq,
            EntryId record,
            long version,
            Life life,
            Instant changedAt,
            @Nullable String changedByDevice,
            @Nullable Entry entry) {
        this(seq, record, version, life, changedAt, changedByDevice, null, entry);
    }

    /** Whether the record lives. */
    public enum Life {
        LIVE,
        VOIDED
    }

    /** Reads one change object; null when a part of it is missing, which is noted. */
    public static @Nullable Change read(JsonIn in, String place, ZoneId zone, Currency currency) {
        ChangeReading reading = new ChangeReading(in, place, zone, currency);
        in.object(place, reading::field);
        return reading.finish();
    }

    /** What a merge compares. */
    public Image image() {
        return life == Life.VOIDED || entry == null ? new Image.Voided() : new Image.Present(entry);
    }

    /**
     * A change as the cloud writes it.
     *
     * @param changedBy who did it there; left out where that is not known
     * @param joined tickets of records that this one stands for; left out where there are none
     * @param data the image as JSON; null when there is none
     */
    public record Stored(
            long seq,
            EntryId record,
            long version,
            Life life,
            Instant changedAt,
            @Nullable String changedByDevice,
            @Nullable String changedBy,
            List<TicketNo> joined,
            @Nullable String data) {

        /** The most tickets that are told of one record. */
        public static final int JOINED_MAX = 100;

        public Stored {
            joined = List.copyOf(joined);
        }

        /** A change of a record that no other was joined into. */
        public Stored(
                long seq,
                EntryId record,
                long version,
                Life life,
                Instant changedAt,
                @Nullable String changedByDevice,
                @Nullable String changedBy,
                @Nullable String data) {
            this(seq, record, version, life, changedAt, changedByDevice, changedBy, List.of(), data);
        }

        /** A change of which it is not said who did it. */
        public Stored(
                long seq,
                EntryId record,
                long version,
                Life life,
                Instant changedAt,
                @Nullable String changedByDevice,
                @Nullable String data) {
            this(seq, record, version, life, changedAt, changedByDevice, null, data);
        }

        /** Writes the change as one object. */
        public void write(JsonOut out) {
            out.object(() -> {
                out.field("seq", seq)
                        .field("table_name", TABLE)
                        .field("record_uuid", record.toString())
                        .field("version", version)
                        .flag("deleted", life == Life.VOIDED)
                        .field("changed_at", changedAt)
                        .field("changed_by_device", changedByDevice);
                if (changedBy != null) {
                    out.field("changed_by", changedBy);
                }
                if (!joined.isEmpty()) {
                    out.name("joined_tickets").array(() -> joined.forEach(ticket -> out.element(ticket.text())));
                }
                out.raw("data", data);
            });
        }
    }
}
