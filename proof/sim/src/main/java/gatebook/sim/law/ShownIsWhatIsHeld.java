package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.store.query.EntryFilter;
import gatebook.store.query.EntryQueries;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncStatus;
import gatebook.wire.entry.EntryJson;

/**
 * What is shown of a record is what the cloud is known to hold, with what is unsent on top: where nothing is unsent it is
 * that and nothing else. Looked at now and then while all goes on, and at the ends.
 */
final class ShownIsWhatIsHeld extends Law {
    private static final int LIST_MAX = 10_000;

    /** Steps between two looks, a prime so that they fall on anything. */
    private static final long STEPS = 97;

    private long steps;

    @Override
    String id() {
        return "S9";
    }

    @Override
    public void stepped(Site site) {
        if (++steps % STEPS == 0) {
            quiet(site);
        }
    }

    @Override
    public void opened(SimDesk desk) {
        for (EntryRow row : new EntryQueries(desk.database()).list(EntryFilter.ANY.withLimit(LIST_MAX))) {
            hold(
                    row.sync().status() != SyncStatus.SYNCED
                            || EntryJson.encode(row.entry()).equals(row.baseData()),
                    "desk " + desk.number() + " shows what nobody holds and nothing sends: " + row);
        }
    }

    @Override
    public void quiet(Site site) {
        site.desks().stream()
                .filter(SimDesk::isRunning)
                .forEach(desk -> desk.disk().aside(() -> opened(desk)));
    }
}
