package gatebook.sim.law;

import gatebook.sim.site.SimDesk;
import gatebook.store.record.AuditLog;

/** A desk's chain of hashes holds, and every record is what its newest row says. */
final class AuditHolds extends Law {
    @Override
    String id() {
        return "S15";
    }

    @Override
    void look(Look look) {
        SimDesk desk = look.desk();
        AuditLog.Verification found = desk.database().read(AuditLog::verify);
        hold(found instanceof AuditLog.Verification.Sound, "desk " + desk.number() + ": " + found);
    }
}
