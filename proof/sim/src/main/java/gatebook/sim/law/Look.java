package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.EntryFilter;
import gatebook.store.query.EntryQueries;
import gatebook.store.query.QueueItem;
import gatebook.store.record.EntryRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a desk's register holds at one moment of virtual time: each part is read once, however many laws look at it. */
final class Look {
    private static final int LIST_MAX = 10_000;

    private final SimDesk desk;
    private final Supplier<List<EntryRow>> entries = once(this::readEntries);
    private final Supplier<Map<String, QueueItem>> queue = once(this::readQueue);
    private final Supplier<List<ConflictItem>> conflicts = once(this::readConflicts);

    Look(SimDesk desk) {
        this.desk = desk;
    }

    SimDesk desk() {
        return desk;
    }

    /** All entries that are not voided. */
    List<EntryRow> entries() {
        return entries.get();
    }

    /** All operations by their ids, the newest first. */
    Map<String, QueueItem> queue() {
        return queue.get();
    }

    /** All conflicts, settled ones too. */
    List<ConflictItem> conflicts() {
        return conflicts.get();
    }

    private List<ConflictItem> readConflicts() {
        return desk.queries().conflicts(ConflictItem.Which.ALL);
    }

    private List<EntryRow> readEntries() {
        return new EntryQueries(desk.database()).list(EntryFilter.ANY.withLimit(LIST_MAX));
    }

    private Map<String, QueueItem> readQueue() {
        Map<String, QueueItem> found = new LinkedHashMap<>();
        desk.queries().queue(null).forEach(item -> found.put(item.opId().toString(), item));
        return found;
    }

    private static <T> Supplier<T> once(Supplier<T> reading) {
        return new Supplier<>() {
            private @Nullable T read;

            @Override
            public T get() {
                T known = read;
                if (known == null) {
                    known = reading.get();
                    read = known;
                }
                return known;
            }
        };
    }
}
