package gatebook.faults.shift;

import gatebook.rules.entry.EntryId;
import gatebook.store.counters.HighMarks;
import gatebook.store.file.Register;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.SyncQueries;
import gatebook.store.record.AuditHead;
import gatebook.store.record.AuditLog;
import gatebook.store.record.EntryTable;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a register says, line by line: records with their sync columns, queue, conflicts, runs, metadata, and the
 * end of
 * the audit chain, whose hash stands for every row of it.
 */
record BookImage(List<String> lines) {
    BookImage {
        lines = List.copyOf(lines);
    }

    /** Reads a register that has seen at most so many steps. */
    static BookImage of(Register register, long stepsAtMost) {
        SyncQueries sync = new SyncQueries(register.database());
        List<String> lines = new ArrayList<>();
        sync.queue(null).forEach(item -> lines.add(item.toString()));
        sync.conflicts(ConflictItem.Which.ALL).forEach(item -> lines.add(item.toString()));
        sync.runs().forEach(run -> lines.add(run.toString()));
        register.database().read(session -> {
            var currency = DeskProfile.read(session).currency();
            for (EntryId id : Shift.records(stepsAtMost)) {
                EntryTable.find(session, id, currency).ifPresent(row -> lines.add(row.toString()));
            }
            for (MetadataKey key : MetadataKey.values()) {
                Metadata.get(session, key).ifPresent(value -> lines.add(key + " " + value));
            }
            lines.add(HighMarks.of(session).toString());
            lines.add(AuditHead.of(session).toString());
            lines.add(AuditLog.verify(session).toString());
            return lines;
        });
        return new BookImage(lines);
    }

    /** What the audit chain is, if it is not sound. */
    boolean isSound() {
        return lines.getLast().startsWith("Sound");
    }

    /** The first line in which two differ, for people. */
    String difference(BookImage expected) {
        List<String> more = new ArrayList<>(lines);
        more.removeAll(expected.lines);
        List<String> missing = new ArrayList<>(expected.lines);
        missing.removeAll(lines);
        return "has " + first(more) + " instead of " + first(missing);
    }

    private static String first(List<String> some) {
        return some.isEmpty() ? "nothing" : some.getFirst();
    }
}
