package gatebook.ledger.enrolment;

import gatebook.ledger.site.DeviceId;
import gatebook.rules.entry.DeskCode;
import java.time.Instant;

/** An enrolled machine as the owner sees it. */
public record DeskSummary(DeviceId device, DeskCode code, String name, Instant enrolledAt, Access access) {
    /** Whether its token still counts. */
    public enum Access {
        OPEN,
        REVOKED
    }
}
