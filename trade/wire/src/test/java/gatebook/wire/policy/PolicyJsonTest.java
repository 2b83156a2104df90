package gatebook.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.DeskCode;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.Policy;
import gatebook.rules.merge.Strategy;
import gatebook.wire.Golden;
import gatebook.wire.Samples;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.json.Decoded;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyJsonTest {
    private static final UUID ANY = UUID.fromString("0193a0c2-0000-7000-8000-000000000001");
    private static final Policy CHOSEN = Policy.DEFAULT.with(FieldGroup.DESCRIPTION, Strategy.REMOTE_WINS);

    @Test
    void aPageTellsThemAsReleasedVersionsDo() {
        Policy policy = CHOSEN.with(FieldGroup.PLATE, Strategy.MANUAL_REVIEW);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ChangesPage.Stored(new HistoryId(ANY), List.of(), new Cursor("abc"), false)
                .with(policy)
                .write(out);
        String json = out.toString(StandardCharsets.UTF_8);
        Golden.assertWritten("changes-strategies.json", json);
        assertThat(page(json).policy()).isEqualTo(policy);
        assertThat(page(Golden.text("changes.json")).policy()).isNull();
    }

    @Test
    void anEnrolmentTellsThemAsReleasedVersionsDo() {
        EnrolmentAnswer answer = new EnrolmentAnswer(
                ANY, new DeskCode("B"), ANY, "First yard", Samples.ZONE, Samples.INR, "not-a-real-token", CHOSEN);
        Golden.assertWritten("enrolment-answer-strategies.json", answer.json());
        assertThat(EnrolmentAnswer.read(Golden.stream(answer.json()))).isEqualTo(new Decoded.Read<>(answer));
    }

    @Test
    void theDefaultsAreToldAsNothingChosen() {
        assertThat(PolicyJson.encode(Policy.DEFAULT)).isEqualTo("{}");
        assertThat(PolicyJson.decode("{}")).isEqualTo(Policy.DEFAULT);
    }

    /** A newer cloud may know more ways than this desk: nothing is overwritten by a rule that was not understood. */
    @ParameterizedTest
    @ValueSource(strings = {"\"NEWEST_WINS\"", "\"remote_wins\"", "null", "7", "{\"of\":[\"LOCAL_WINS\"]}"})
    void aWayThatIsNotKnownIsAPersonsDecision(String way) {
        assertThat(PolicyJson.decode("{\"VERSION_MISMATCH\":{\"DESCRIPTION\":" + way + ",\"STAY\":\"REMOTE_WINS\"}}"))
                .isEqualTo(Policy.DEFAULT
                        .with(FieldGroup.DESCRIPTION, Strategy.MANUAL_REVIEW)
                        .with(FieldGroup.STAY, Strategy.REMOTE_WINS));
    }

    @Test
    void aWayThatMeansNothingForItsGroupIsAPersonsDecision() {
        assertThat(PolicyJson.decode("{\"VERSION_MISMATCH\":{\"STAY\":\"MERGE_INTELLIGENT\"}}"))
                .isEqualTo(Policy.DEFAULT.with(FieldGroup.STAY, Strategy.MANUAL_REVIEW));
    }

    @Test
    void typesAndGroupsThatAreNotKnownFallAway() {
        assertThat(PolicyJson.decode("{\"OTHER\":{\"STAY\":\"REMOTE_WINS\"},\"BUSINESS_RULE_VIOLATION\":[1],"
                        + "\"VERSION_MISMATCH\":{\"COLOUR\":\"REMOTE_WINS\",\"IDENTITY\":{\"a\":1}}}"))
                .isEqualTo(Policy.DEFAULT);
    }

    private static ChangesPage page(String json) {
        return ChangesPage.read(Golden.stream(json), Samples.ZONE, Samples.INR).orDamaged("test");
    }
}
