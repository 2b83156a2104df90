package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncStatus;
import gatebook.wire.entry.EntryJson;

/**
 * What is shown of a record is what the cloud is known to hold, with what is unsent on top: where nothing is unsent it is
 * that and nothing else. Looked at now and then while all goes on, and at the ends.
 */
final class ShownIsWhatIsHeld extends Law {
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
            site.desks().stream()
                    .filter(SimDesk::isRunning)
                    .forEach(desk -> desk.disk().aside(() -> look(new Look(desk))));
        }
    }

    @Override
    void look(Look look) {
        for (EntryRow row : look.entries()) {
            hold(
                    row.sync().status() != SyncStatus.SYNCED
                            || EntryJson.encode(row.entry()).equals(row.baseData()),
                    "desk " + look.desk().number() + " shows what nobody holds and nothing sends: " + row);
        }
    }
}
