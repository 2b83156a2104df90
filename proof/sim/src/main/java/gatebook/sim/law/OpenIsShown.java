package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.store.query.QueueItem;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncStatus;
import java.util.HashSet;
import java.util.Set;

/** A record that is not in step with the cloud has something that waits, or an item that a person sees. */
final class OpenIsShown extends Law {
    @Override
    String id() {
        return "S21";
    }

    @Override
    void look(Look look) {
        SimDesk desk = look.desk();
        Set<String> shown = new HashSet<>();
        look.conflicts().stream().filter(item -> item.decision() == null).forEach(item -> {
            shown.add(item.record().toString());
            shown.add(String.valueOf(item.other()));
        });
        for (QueueItem item : look.queue().values()) {
            if (item.status() != QueueItem.Status.COMPLETED && item.status() != QueueItem.Status.CANCELLED) {
                shown.add(item.record().toString());
            }
        }
        for (EntryRow row : look.entries()) {
            hold(
                    row.sync().status() == SyncStatus.SYNCED
                            || shown.contains(row.entry().id().toString()),
                    "desk " + desk.number() + " shows nothing of " + row);
        }
    }
}
