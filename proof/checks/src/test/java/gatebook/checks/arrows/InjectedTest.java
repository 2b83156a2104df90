package gatebook.checks.arrows;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import gatebook.checks.source.Exemptions;
import gatebook.checks.source.Finding;
import gatebook.checks.source.Spot;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The clock, chance, ids and pauses are injected; only the composition roots take the real ones. */
final class InjectedTest {
    private static final String RULE = "injected";
    private static final Set<String> EVERYTHING = Set.of();

    /** What is banned of each class; with nothing listed, everything. */
    private static final Map<String, Set<String>> BANNED = Map.ofEntries(
            Map.entry(
                    "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds")),
            Map.entry("java.time.Instant", Set.of("now")),
            Map.entry("java.time.LocalDate", Set.of("now")),
            Map.entry("java.time.LocalTime", Set.of("now")),
            Map.entry("java.time.LocalDateTime", Set.of("now")),
            Map.entry("java.time.OffsetDateTime", Set.of("now")),
            Map.entry("java.time.ZonedDateTime", Set.of("now")),
            Map.entry("java.time.Year", Set.of("now")),
            Map.entry("java.time.YearMonth", Set.of("now")),
            Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.lang.Thread", Set.of("sleep")),
            Map.entry("java.util.concurrent.TimeUnit", Set.of("sleep")),
            Map.entry("java.util.concurrent.locks.LockSupport", Set.of("parkNanos", "parkUntil")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.util.Random", Set.of("<init>")),
            Map.entry("java.util.SplittableRandom", Set.of("<init>")),
            Map.entry("java.util.Date", Set.of("<init>")),
            Map.entry("java.util.Timer", Set.of("<init>")),
            Map.entry("java.util.random.RandomGenerator", Set.of("of", "getDefault")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", EVERYTHING),
            Map.entry("java.security.SecureRandom", Set.of("<init>", "getInstanceStrong", "getInstance")),
            Map.entry("com.github.f4b6a3.uuid.UuidCreator", EVERYTHING));

    @Test
    void onlyCompositionRootsTakeTheRealClockChanceIdsAndPauses() {
        Exemptions.hold(
                RULE,
                Classes.main().stream()
                        .filter(type -> !CompositionRoots.contain(type))
                        .flatMap(InjectedTest::findings));
    }

    @Test
    void seesCallsReferencesAndConstructors() {
        assertThat(findingsIn(Taker.class))
                .extracting(finding -> finding.spot().what())
                .containsExactlyInAnyOrder("Instant.now", "UUID.randomUUID", "System.nanoTime", "Random.<init>");
    }

    @Test
    void leavesInjectedOnesAlone() {
        assertThat(findingsIn(Receiver.class)).isEmpty();
    }

    private static List<Finding> findingsIn(Class<?> type) {
        return findings(new ClassFileImporter().importClass(type)).toList();
    }

    private static Stream<Finding> findings(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(InjectedTest::isBanned)
                .map(
                        access -> Classes.finding(
                                RULE,
                                type,
                                new Spot(
                                        access.getLineNumber(),
                                        access.getTargetOwner().getSimpleName() + "." + access.getName()),
                                "take a Clock, a source of ids or chance, or a pause by the constructor (see CompositionRoots)"));
    }

    private static boolean isBanned(JavaAccess<?> access) {
        Set<String> members = BANNED.get(access.getTargetOwner().getName());
        return members != null && (members.isEmpty() || members.contains(access.getName())) && !takesClock(access);
    }

    private static boolean takesClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    static final class Taker {
        private final Supplier<UUID> ids = UUID::randomUUID;

        boolean isLate(Instant due) {
            Supplier<Long> ticks = () -> System.nanoTime();
            return Instant.now().isAfter(due) && ids.get().version() > ticks.get() + new Random(1).nextInt();
        }
    }

    static final class Receiver {
        private final Clock clock;

        Receiver(Clock clock) {
            this.clock = clock;
        }

        boolean isLate(Instant due) {
            return Instant.now(clock).isAfter(due.atZone(ZoneOffset.UTC).toInstant());
        }
    }
}
