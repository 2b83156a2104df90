package gatebook.faults.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.faults.fuzz.HostedCloud;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A desk that knows another site's ids and cursors gets nothing of it, and changes nothing there. */
@Tag("SEC-1")
@Tag("SEC-4")
@Tag("SEC-7")
@Tag("SEC-8")
@Tag("S16")
final class TenantAttackTest {
    private static final long COUNT = Long.getLong("gatebook.tenants.count", 500);
    private static final long SEED = Long.getLong("gatebook.tenants.seed", 20_261_122);

    @Test
    void randomRequestsWithStolenIdsGetNothingWhileTheOtherSiteGetsItsOwn() throws Exception {
        TenantAttack attack = new TenantAttack(new TwoSites(HostedCloud.ofThisRun()));
        attack.run(COUNT, SEED);
        assertThat(attack.faults()).isEmpty();
    }
}
