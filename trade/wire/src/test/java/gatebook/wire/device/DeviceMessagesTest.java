package gatebook.wire.device;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.DeskCode;
import gatebook.wire.Golden;
import gatebook.wire.Samples;
import gatebook.wire.json.Decoded;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeviceMessagesTest {
    private static final UUID ANY = UUID.fromString("0193a0c2-0000-7000-8000-000000000001");

    @Test
    void messagesAreWrittenAsReleasedVersionsWroteThemAndReadBack() {
        EnrolmentRequest request = new EnrolmentRequest("K7QF-93XM", "Gate 1", Optional.of("B"));
        Golden.assertWritten("enrolment-request.json", request.json());
        assertThat(EnrolmentRequest.read(Golden.stream(request.json()))).isEqualTo(new Decoded.Read<>(request));

        EnrolmentAnswer answer = new EnrolmentAnswer(
                ANY, new DeskCode("B"), ANY, "First yard", Samples.ZONE, Samples.INR, "not-a-real-token");
        Golden.assertWritten("enrolment-answer.json", answer.json());
        assertThat(EnrolmentAnswer.read(Golden.stream(answer.json()))).isEqualTo(new Decoded.Read<>(answer));

        Health health = new Health("UP", "0.1.0", Samples.IN);
        Golden.assertWritten("health.json", health.json());
        assertThat(Health.read(Golden.stream(health.json()))).isEqualTo(new Decoded.Read<>(health));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Please sign in</html>",
                "{\"status\":\"UP\"}",
                "{\"service\":\"other\",\"status\":\"UP\",\"version\":\"1\",\"time\":\"2026-11-22T06:40:10.536Z\"}"
            })
    void anotherServersHealthIsNotTheCloudsHealth(String body) {
        assertThat(Golden.faults(Health.read(Golden.stream(body)))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"enrolment_code\":\"x\"}",
                "{\"enrolment_code\":\"x\",\"device_name\":\" \"}",
                "{\"enrolment_code\":\"x\",\"device_name\":\"Gate\",\"site_id\":\"mine\"}"
            })
    void anEnrolmentIsReadStrictly(String body) {
        assertThat(EnrolmentRequest.read(Golden.stream(body))).isInstanceOf(Decoded.Refused.class);
    }
}
