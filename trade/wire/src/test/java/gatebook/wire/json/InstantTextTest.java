package gatebook.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InstantTextTest {
    private static final DateTimeFormatter JDK =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00.000Z",
                "2000-02-29T12:00:00.001Z", "2100-02-28T23:59:59.999Z", "9999-12-31T23:59:59.999Z"
            })
    void writesWhatItReads(String text) {
        assertThat(InstantText.read(text)).isEqualTo(Instant.parse(text));
        assertThat(InstantText.of(Instant.parse(text))).isEqualTo(text);
    }

    @Test
    void agreesWithTheJdkOnTimesDrawnAtRandom() {
        SplittableRandom chance = new SplittableRandom(20_261_122);
        long first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
        long end = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        for (int draw = 0; draw < 20_000; draw++) {
            Instant instant = Instant.ofEpochSecond(chance.nextLong(first, end), chance.nextInt(1_000_000_000));
            String text = InstantText.of(instant);
            assertThat(text).isEqualTo(JDK.format(instant));
            assertThat(InstantText.read(text)).isEqualTo(instant.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00.000Z", "-0001-12-31T23:59:59.999Z"})
    void writesOtherYearsToo(String text) {
        assertThat(InstantText.of(Instant.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-22",
                "2026-11-22T06:40:10Z",
                "2026-11-22T06:40:10.536+00:00",
                "2026-11-22T06:40:10.5361Z",
                "2026-11-22t06:40:10.536z",
                "2026-13-22T06:40:10.536Z",
                "2026-00-22T06:40:10.536Z",
                "2026-11-00T06:40:10.536Z",
                "2026-11-31T06:40:10.536Z",
                "2026-02-29T06:40:10.536Z",
                "2026-11-22T24:00:00.000Z",
                "2026-11-22T06:60:10.536Z",
                "2026-11-22T06:40:60.536Z",
                "2026-11-22T06:4a:10.536Z",
                "２026-11-22T06:40:10.536Z"
            })
    void leavesEveryOtherFormToOthers(String text) {
        assertThat(InstantText.read(text)).isNull();
    }

    @Test
    void writesEveryInstantThereIs() {
        assertThat(InstantText.of(Instant.MAX)).isEqualTo("+1000000000-12-31T23:59:59.999Z");
        assertThat(InstantText.of(Instant.MIN)).isEqualTo("-1000000000-01-01T00:00:00.000Z");
        assertThat(InstantText.of(Instant.parse("9999-12-31T23:59:59.999Z"))).isEqualTo("9999-12-31T23:59:59.999Z");
        assertThat(InstantText.of(Instant.parse("+10000-01-01T00:00:00Z"))).isEqualTo("+10000-01-01T00:00:00.000Z");
    }
}
