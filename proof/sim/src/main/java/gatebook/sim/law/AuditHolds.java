package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.store.record.AuditLog;

/** A desk's chain of hashes holds, and every record is what its newest row says. */
final class AuditHolds extends Law {
    @Override
    String id() {
        return "S15";
    }

    @Override
    public void opened(SimDesk desk) {
        AuditLog.Verification found = desk.database().read(AuditLog::verify);
        hold(found instanceof AuditLog.Verification.Sound, "desk " + desk.number() + ": " + found);
    }

    @Override
    public void quiet(Site site) {
        site.desks().forEach(this::opened);
    }
}
