package gatebook.app.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A time as an attendant types it. */
final class TypedTimeTest {
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final Instant STOOD = Instant.parse("2026-11-22T20:40:10.536Z"); // 02:10 on the 23rd

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(textBlock = """
            06:40,               2026-11-23T01:10:00Z
            6:40,                2026-11-23T01:10:00Z
            2026-11-22 06:40,    2026-11-22T01:10:00Z
            2026-11-22T06:40,    2026-11-22T01:10:00Z
            2026-11-22 06:40:09, 2026-11-22T01:10:09Z
            22-11-2026 06:40,    2026-11-22T01:10:00Z
            22/11/2026 06:40,    2026-11-22T01:10:00Z
            24:00,
            2026-02-30 06:40,
            yesterday,
            '',
            """)
    void isReadInTheSitesZone(String typed, Instant expected) {
        assertThat(TypedTime.read(typed, STOOD, KOLKATA).orElse(null)).isEqualTo(expected);
    }

    @Test
    void whatIsOfferedIsReadAsTheSameMinute() {
        assertThat(TypedTime.read(TypedTime.show(STOOD, KOLKATA), Instant.EPOCH, KOLKATA))
                .contains(Instant.parse("2026-11-22T20:40:00Z"));
    }
}
