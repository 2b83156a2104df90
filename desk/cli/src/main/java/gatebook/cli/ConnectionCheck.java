package gatebook.cli;

import gatebook.store.exchange.Position;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.witness.Finding;
import gatebook.sync.connectivity.Cause;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.service.Desk;
import gatebook.sync.transport.Answer;
import gatebook.sync.transport.Cloud;
import gatebook.sync.transport.HttpCloud;
import gatebook.wire.device.Health;
import gatebook.wire.feed.ChangesPage;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks whether the cloud can be used by this desk now: is it there, is it ours, does it take the sign-in. */
final class ConnectionCheck {

    private final OpenDesk desk;

    ConnectionCheck(OpenDesk desk) {
        this.desk = desk;
    }

    /**
     * What a look came to.
     *
     * @param connection {@code online}, {@code offline} or {@code not_enrolled}
     * @param cause null when nothing is the matter
     * @param skewMillis by which the cloud's clock is ahead; null when it was never seen
     * @param detail for a person
     */
    record Found(
            String connection,
            @Nullable Cause cause,
            @Nullable Long skewMillis,
            String detail) {
        @Nullable
        String causeText() {
            return cause == null ? null : cause.text();
        }
    }

    Found look() {
        DeskProfile.Membership membership = desk.profile().membership();
        if (membership == null) {
            return new Found("not_enrolled", null, null, "this desk has not joined a site");
        }
        try (HttpCloud cloud = new CloudLine(desk.around()).of(desk.profile(), membership)) {
            return switch (cloud.health()) {
                case Answer.Failed<Health>(Failure failure) -> offline(failure);
                case Answer.Heard<Health>(Health health) ->
                    health.status().equals(Health.UP)
                            ? signedIn(cloud)
                            : new Found("offline", Cause.CLOUD_DOWN, skew(), "the cloud says " + health.status());
            };
        }
    }

    /** The health check asks for no sign-in, so a small request that does comes after it. */
    private Found signedIn(Cloud cloud) {
        Surroundings around = desk.around();
        Desk exchange = Desk.of(desk.database(), around.ids(), around.clock(), around.nanos(), around.random());
        if (exchange.inbox().position() instanceof Position.Following(var cursor)
                && cloud.changes(cursor, null, 1) instanceof Answer.Failed<ChangesPage>(Failure failure)
                && !failure.isOfThePast()) {
            return offline(failure);
        }
        if (exchange.outbox().isCloned()) {
            return new Found(
                    "offline", Cause.DESK_CLONED, cloud.clockSkewMillis(), "two machines use this desk's identity");
        }
        long skew = cloud.clockSkewMillis();
        Optional<Finding> alarm = new TrailFindings(desk).alarm();
        if (alarm.isPresent()) {
            return new Found(
                    "online", Cause.of(alarm.get().kind()), skew, alarm.get().detail());
        }
        boolean wrong = Cause.isClockWrong(Duration.ofMillis(skew));
        return new Found(
                "online", wrong ? Cause.CLOCK_WRONG : null, skew, wrong ? "the clocks differ" : "the cloud answers");
    }

    private Found offline(Failure failure) {
        return new Found("offline", failure.cause(), skew(), failure.detail());
    }

    private @Nullable Long skew() {
        return desk.read(session -> Metadata.get(session, MetadataKey.CLOCK_SKEW_MS))
                .map(Long::valueOf)
                .orElse(null);
    }
}
