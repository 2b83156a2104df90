package gatebook.store.counters;

import gatebook.rules.entry.DeskCode;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.metadata.Numbers;
import gatebook.store.sqlite.Session;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a desk has come; every number only grows.
 *
 * @param tickets the highest ticket number given out, by desk code
 * @param auditRow the last row of the audit log: one that the register lacks is a change that went missing
 * @param deviceSeq the number of the last request that pushed
 */
public record HighMarks(SortedMap<DeskCode, Long> tickets, long auditRow, long deviceSeq) {
    /** All in one statement, since it runs after each commit. */
    private static final String REACHED = """
            SELECT max(id), NULL FROM audit_log
            UNION ALL
            SELECT key, value FROM sync_metadata WHERE key IN (?, ?, ?)""";

    /** Of a desk that has done nothing yet. */
    public static final HighMarks NONE = new HighMarks(new TreeMap<>(byText()), 0, 0);

    public HighMarks {
        SortedMap<DeskCode, Long> sorted = new TreeMap<>(byText());
        sorted.putAll(tickets);
        tickets = java.util.Collections.unmodifiableSortedMap(sorted);
    }

    private static Comparator<DeskCode> byText() {
        return Comparator.comparing(DeskCode::text);
    }

    /** How far the register itself says that the desk has come. */
    public static HighMarks of(Session register) {
        long[] auditRow = new long[1];
        Map<String, String> known = new TreeMap<>();
        register.each(
                REACHED,
                row -> {
                    String value = row.getString(2);
                    if (value == null) {
                        auditRow[0] = row.getLong(1);
                    } else {
                        known.put(row.getString(1), value);
                    }
                },
                MetadataKey.DEVICE_SEQ.text(),
                MetadataKey.DESK.text(),
                MetadataKey.NUMBERS.text());
        HighMarks marks = NONE.withAuditRow(auditRow[0])
                .withDeviceSeq(Long.parseLong(known.getOrDefault(MetadataKey.DEVICE_SEQ.text(), "0")));
        String desk = known.get(MetadataKey.DESK.text());
        String numbers = known.get(MetadataKey.NUMBERS.text());
        return desk == null || numbers == null
                ? marks
                : marks.withTicket(
                        DeskProfile.decode(desk).deskCode(),
                        Numbers.decode(numbers).ticket());
    }

    /** Whether a number here is higher than the other's, which then has lost something. */
    public boolean isAheadOf(HighMarks other) {
        return !other.max(this).equals(other);
    }

    /** The highest ticket number given out under this code; 0 for none. */
    public long ticket(DeskCode desk) {
        return tickets.getOrDefault(desk, 0L);
    }

    /** The same without the tickets of other codes, which the desk had before it joined a site. */
    public HighMarks under(DeskCode desk) {
        return new HighMarks(new TreeMap<>(byText()), auditRow, deviceSeq).withTicket(desk, ticket(desk));
    }

    public HighMarks withTicket(DeskCode desk, long number) {
        if (number <= 0) {
            return this;
        }
        SortedMap<DeskCode, Long> raised = new TreeMap<>(tickets);
        raised.merge(desk, number, Math::max);
        return new HighMarks(raised, auditRow, deviceSeq);
    }

    public HighMarks withAuditRow(long row) {
        return new HighMarks(tickets, Math.max(auditRow, row), deviceSeq);
    }

    public HighMarks withDeviceSeq(long seq) {
        return new HighMarks(tickets, auditRow, Math.max(deviceSeq, seq));
    }

    /** The higher of the two in each number. */
    public HighMarks max(HighMarks other) {
        HighMarks raised = withAuditRow(other.auditRow).withDeviceSeq(other.deviceSeq);
        for (Map.Entry<DeskCode, Long> ticket : other.tickets.entrySet()) {
            raised = raised.withTicket(ticket.getKey(), ticket.getValue());
        }
        return raised;
    }
}
