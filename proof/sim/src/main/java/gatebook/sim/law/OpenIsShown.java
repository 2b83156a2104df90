package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.EntryFilter;
import gatebook.store.query.EntryQueries;
import gatebook.store.query.QueueItem;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncStatus;
import java.util.HashSet;
import java.util.Set;

/** A record that is not in step with the cloud has something that waits, or an item that a person sees. */
final class OpenIsShown extends Law {
    private static final int LIST_MAX = 10_000;

    @Override
    String id() {
        return "S21";
    }

    @Override
    public void opened(SimDesk desk) {
        Set<String> shown = new HashSet<>();
        desk.queries().conflicts(ConflictItem.Which.OPEN).forEach(item -> {
            shown.add(item.record().toString());
            shown.add(String.valueOf(item.other()));
        });
        for (QueueItem item : desk.queries().queue(null)) {
            if (item.status() != QueueItem.Status.COMPLETED && item.status() != QueueItem.Status.CANCELLED) {
                shown.add(item.record().toString());
            }
        }
        for (EntryRow row : new EntryQueries(desk.database()).list(EntryFilter.ANY.withLimit(LIST_MAX))) {
            hold(
                    row.sync().status() == SyncStatus.SYNCED
                            || shown.contains(row.entry().id().toString()),
                    "desk " + desk.number() + " shows nothing of " + row);
        }
    }

    @Override
    public void quiet(Site site) {
        site.desks().forEach(this::opened);
    }
}
