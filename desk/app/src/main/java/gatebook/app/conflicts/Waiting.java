package gatebook.app.conflicts;

import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.BothSides;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.QueueItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A line of the inbox. */
sealed interface Waiting {
    /** What stands below it can be decided alike. */
    record Shape(ConflictItem.Shape shape, int items) implements Waiting {}

    /** Two sides disagree. */
    record Conflict(ConflictItem item, String vehicle) implements Waiting {}

    /** What stands below it was refused by the cloud. */
    record RefusedOnes(int items) implements Waiting {}

    /** The cloud took an operation not at all. */
    record Refused(QueueItem operation, String vehicle) implements Waiting {}

    /** One thing to decide. */
    default boolean isOne() {
        return switch (this) {
            case Conflict _, Refused _ -> true;
            case Shape _, RefusedOnes _ -> false;
        };
    }

    /** The open matters as a person reads them. */
    record Open(List<ConflictItem> conflicts, List<QueueItem> failed) {
        public Open {
            conflicts = List.copyOf(conflicts);
            failed = List.copyOf(failed);
        }

        /** An operation that failed stands once, though its record is in the list of conflicts as well. */
        List<ConflictItem> besideFailed() {
            Set<EntryId> refused =
                    failed.stream().map(QueueItem::record).collect(Collectors.toCollection(HashSet::new));
            return conflicts.stream()
                    .filter(item -> item.about() != ConflictItem.About.REFUSED || !refused.contains(item.record()))
                    .toList();
        }
    }

    /** What can be decided alike stands together, in the order in which it came up; what was refused stands last. */
    static List<Waiting> lines(Open open) {
        Map<ConflictItem.Shape, List<ConflictItem>> alike = open.besideFailed().stream()
                .collect(Collectors.groupingBy(ConflictItem::shape, LinkedHashMap::new, Collectors.toList()));
        List<Waiting> lines = new ArrayList<>();
        alike.forEach((shape, items) -> {
            lines.add(new Shape(shape, items.size()));
            items.forEach(item -> lines.add(new Conflict(item, vehicle(item))));
        });
        if (!open.failed().isEmpty()) {
            lines.add(new RefusedOnes(open.failed().size()));
            open.failed().forEach(item -> lines.add(new Refused(item, BothSides.vehicleOf(item.data()))));
        }
        return lines;
    }

    private static String vehicle(ConflictItem item) {
        String here = BothSides.vehicleOf(item.sides().local());
        return here.isEmpty() ? BothSides.vehicleOf(item.sides().remote()) : here;
    }
}
