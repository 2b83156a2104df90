package gatebook.cli;

import gatebook.sync.engine.EngineSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the environment says of synchronizing; where it says nothing, the usual. */
final class SyncSettings {
    private static final String INTERVAL = "GATEBOOK_SYNC_INTERVAL_SECONDS";
    private static final String KEPT = "GATEBOOK_QUEUE_KEPT_DAYS";
    private static final int INTERVAL_SECONDS_MAX = 86_400;
    private static final int KEPT_DAYS_MAX = 3_650;

    private final Map<String, String> environment;

    SyncSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What of it makes no sense; null if nothing does. */
    @Nullable
    Ending objection() {
        return number(INTERVAL, INTERVAL_SECONDS_MAX).isEmpty()
                ? new Ending.WrongUsage(INTERVAL + " is a number of seconds from 1 to " + INTERVAL_SECONDS_MAX)
                : number(KEPT, KEPT_DAYS_MAX).isEmpty()
                        ? new Ending.WrongUsage(KEPT + " is a number of days from 1 to " + KEPT_DAYS_MAX)
                        : null;
    }

    /** The engine's limits; the usual ones in the place of what makes no sense. */
    EngineSettings engine() {
        EngineSettings usual = EngineSettings.DEFAULT;
        return usual.withInterval(number(INTERVAL, INTERVAL_SECONDS_MAX)
                        .filter(set -> set > 0)
                        .map(Duration::ofSeconds)
                        .orElse(usual.interval()))
                .withEndedKept(number(KEPT, KEPT_DAYS_MAX)
                        .filter(set -> set > 0)
                        .map(Duration::ofDays)
                        .orElse(usual.endedKept()));
    }

    /** 0 where nothing is said; empty for what is no number from 1 to the most. */
    private Optional<Long> number(String name, int most) {
        String text = environment.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return Optional.of(0L);
        }
        return text.matches("[1-9]\\d{0,8}") && Long.parseLong(text) <= most
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }
}
