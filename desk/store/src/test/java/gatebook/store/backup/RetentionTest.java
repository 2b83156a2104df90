package gatebook.store.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:30:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no backup at all                      |        | true
            one of 59 minutes ago                 | PT59M  | false
            one of an hour ago                    | PT1H   | true
            one of yesterday                      | PT26H  | true
            one dated tomorrow by a wrong clock   | -PT24H | true
            """)
    void isDueOnceAnHour(String label, Duration age, boolean due) {
        List<Backup> backups = age == null ? List.of() : List.of(regular(NOW.minus(age)));
        assertThat(Retention.isDue(backups, NOW)).as(label).isEqualTo(due);
    }

    @Test
    void aCopyFromBeforeAMigrationDoesNotStandForTheHours() {
        assertThat(Retention.isDue(List.of(beforeMigration(NOW)), NOW)).isTrue();
    }

    /** Each row is one backup beside a full history of hourly ones over 100 days. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            of this hour                                 | 2026-11-22T12:00:00Z | stays
            of 24 hours ago                              | 2026-11-21T13:00:00Z | stays
            the last of the day before yesterday         | 2026-11-20T23:00:00Z | stays
            another of the day before yesterday          | 2026-11-20T22:00:00Z | goes
            the last of a day 13 days ago                | 2026-11-09T23:00:00Z | stays
            the last of a Saturday 15 days ago           | 2026-11-07T23:00:00Z | goes
            the last of a Sunday 14 and a half days ago  | 2026-11-08T23:00:00Z | stays
            the last of a Sunday 21 days ago             | 2026-11-01T23:00:00Z | stays
            the last of a Sunday 56 days ago             | 2026-09-27T23:00:00Z | stays
            the last of a Sunday 63 days ago             | 2026-09-20T23:00:00Z | goes
            one dated next year by a wrong clock         | 2027-11-22T12:00:00Z | stays
            """)
    void keepsADayOfHoursTwoWeeksOfDaysAndEightWeeks(String label, Instant at, String fate) {
        List<Backup> backups = hourly(100 * 24);
        if (backups.stream().noneMatch(backup -> backup.at().equals(at))) {
            backups.add(regular(at));
        }
        assertThat(Retention.surplus(backups, NOW).contains(regular(at)))
                .as(label)
                .isEqualTo(fate.equals("goes"));
    }

    @Test
    void keepsFewEnoughForAnyDisk() {
        List<Backup> backups = hourly(100 * 24);
        assertThat(backups.size() - Retention.surplus(backups, NOW).size()).isLessThanOrEqualTo(24 + 14 + 8);
    }

    @Test
    void aClockTenYearsAheadDoesNotTakeTheNewestOnes() {
        List<Backup> backups = hourly(48);
        List<Backup> surplus = Retention.surplus(backups, NOW.plus(Duration.ofDays(3_650)));
        assertThat(surplus).hasSize(48 - Retention.NEWEST_KEPT).doesNotContain(backups.getFirst());
    }

    @Test
    void neverDropsACopyFromBeforeAMigration() {
        List<Backup> backups = new ArrayList<>(hourly(100));
        backups.add(beforeMigration(NOW.minus(Duration.ofDays(2_000))));
        assertThat(Retention.surplus(backups, NOW)).allMatch(backup -> backup.occasion() == Backup.Occasion.REGULAR);
    }

    @Test
    void saysTheSameWhateverTheOrder() {
        List<Backup> backups = hourly(1_000);
        assertThat(Retention.surplus(backups.reversed(), NOW)).isEqualTo(Retention.surplus(backups, NOW));
    }

    private static List<Backup> hourly(int count) {
        Instant newest = Instant.parse("2026-11-22T12:00:00Z");
        Stream<Backup> all = IntStream.range(0, count).mapToObj(hour -> regular(newest.minus(Duration.ofHours(hour))));
        return new ArrayList<>(all.toList());
    }

    private static Backup regular(Instant at) {
        return Backup.named(Path.of("backups"), at, Backup.Occasion.REGULAR);
    }

    private static Backup beforeMigration(Instant at) {
        return Backup.named(Path.of("backups"), at, Backup.Occasion.BEFORE_MIGRATION);
    }
}
