package gatebook.faults.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is malformed is refused in the form of the protocol, and costs neither memory nor others. */
@Tag("SEC-24")
@Tag("SEC-27")
@Tag("SEC-28")
final class BadRequestsTest {
    private static final long COUNT = Long.getLong("gatebook.requests.count", 1_500);
    private static final long SEED = Long.getLong("gatebook.requests.seed", 20_261_122);
    private static final long HEAP_GROWTH_MAX = 48 * Heap.MIB;

    @Test
    void malformedRequestsAreRefusedDecentlyWhileGoodOnesAreServedAndTheHeapStaysFlat() throws Exception {
        RequestAttack attack = new RequestAttack(HostedCloud.ofThisRun());
        attack.run(200, SEED + 1);
        long before = Heap.afterCollection();
        attack.run(COUNT, SEED);
        assertThat(attack.faults()).isEmpty();
        assertThat(attack.answers()).as("most are answered").isGreaterThan(COUNT / 2);
        assertThat(attack.unanswered()).as("few answers are lost").isLessThan(COUNT / 50);
        assertThat(attack.served()).isPositive();
        assertThat(Heap.afterCollection() - before).as("growth of the heap").isLessThan(HEAP_GROWTH_MAX);
    }
}
