package gatebook.ledger.trail;

import gatebook.wire.audit.TrailHead;
import java.time.Instant;

/**
 * A time at which a desk's audit trail no longer had the row that it had told of before: it was rewritten, its end was cut
 * off, or an older copy of the register came back.
 *
 * @param desk its code
 * @param row where the trail ended then
 * @param known what it should have had
 */
public record TrailBreak(String desk, Instant foundAt, long row, TrailHead known) {}
