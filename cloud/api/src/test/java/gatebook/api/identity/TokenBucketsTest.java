package gatebook.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.api.identity.TokenBuckets.Rate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class TokenBucketsTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final TokenBuckets buckets = new TokenBuckets(new Rate(2, Duration.ofSeconds(10)), nanos::get);

    @Test
    void letABurstThroughAndThenOneAtATime() {
        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).isPresent();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).isPresent();
    }

    @Test
    void sayHowLongToWait() {
        buckets.take("a");
        buckets.take("a");
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        assertThat(buckets.take("a"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(7)));
    }

    @Test
    void countEachCallerAlone() {
        buckets.take("a");
        buckets.take("a");
        assertThat(buckets.take("b")).isEmpty();
    }

    @Test
    void takeBackWhatDidNotCountButNeverMoreThanABurst() {
        buckets.take("a");
        buckets.giveBack("a");
        buckets.giveBack("a");
        buckets.take("a");
        buckets.take("a");
        assertThat(buckets.take("a")).isPresent();
    }

    @Test
    void holdAWholeNetworkOfVersionSixTogether() {
        assertThat(Guesses.networkOf("2001:db8:1:2:3:4:5:6")).isEqualTo(Guesses.networkOf("2001:db8:1:2:9:9:9:9"));
        assertThat(Guesses.networkOf("192.0.2.7")).isEqualTo("192.0.2.7");
    }
}
