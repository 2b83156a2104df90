package gatebook.files.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeTextTest {
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        micros          | 2025-05-29T12:50:08.471405       | 2025-05-29T07:20:08.471Z
        millis          | 2025-05-29T12:50:08.471          | 2025-05-29T07:20:08.471Z
        one decimal     | 2025-05-29T12:50:08.4            | 2025-05-29T07:20:08.400Z
        nanos           | 2025-05-29T12:50:08.471405999    | 2025-05-29T07:20:08.471Z
        twelve decimals | 2025-05-29T12:50:08.471405999123 | 2025-05-29T07:20:08.471Z
        decimal comma   | 2025-05-29T12:50:08,471          | 2025-05-29T07:20:08.471Z
        no fraction     | 2025-05-29T12:50:08              | 2025-05-29T07:20:08Z
        no seconds      | 2025-05-29T12:50                 | 2025-05-29T07:20:00Z
        a space         | 2025-05-29 12:50:08              | 2025-05-29T07:20:08Z
        UTC             | 2025-05-29T12:50:08Z             | 2025-05-29T12:50:08Z
        UTC, small      | 2025-05-29t12:50:08z             | 2025-05-29T12:50:08Z
        offset          | 2025-05-29T12:50:08+05:30        | 2025-05-29T07:20:08Z
        offset, short   | 2025-05-29T12:50:08.5+0530       | 2025-05-29T07:20:08.500Z
        offset, hours   | 2025-05-29T12:50:08-03           | 2025-05-29T15:50:08Z
        space, offset   | 2025-05-29 12:50:08 +05:30       | 2025-05-29T07:20:08Z
        """)
    void readsTimesInTheZoneOfTheSite(String label, String words, Instant time) {
        assertThat(TimeText.parse(words, KOLKATA)).as(label).isEqualTo(new TimeText.Certain(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2025-13-01T00:00:00",
                "2025-02-30T00:00:00",
                "2025-05-29",
                "29/05/2025 12:50",
                "2025-05-29T25:00:00",
                "1969-01-01T00:00:00",
                "2200-01-02T00:00:00",
                "12:50",
                "1748503208",
                "2025-05-29T12:50:08+99:00",
                "+999999999-01-01T00:00:00"
            })
    void takesNothingElseForATime(String words) {
        assertThat(TimeText.parse(words, KOLKATA)).isEqualTo(new TimeText.NotATime());
    }

    @Test
    void putsASkippedHourLaterAndSaysSo() {
        assertThat(TimeText.parse("2025-03-30T02:30:00", MADRID))
                .isEqualTo(new TimeText.Skipped(Instant.parse("2025-03-30T01:30:00Z")));
    }

    @Test
    void takesTheFirstOfTwoEqualHoursAndSaysSo() {
        assertThat(TimeText.parse("2025-10-26T02:30:00", MADRID))
                .isEqualTo(new TimeText.Twice(Instant.parse("2025-10-26T00:30:00Z")));
    }
}
