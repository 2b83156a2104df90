package gatebook.wire.audit;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.wire.Golden;
import gatebook.wire.Samples;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.json.Decoded;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class AuditMessagesTest {
    private static final HistoryId HISTORY = new HistoryId(UUID.fromString("0193a0c2-0000-7000-8000-000000000001"));
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final TrailHead SEVEN = new TrailHead(7, HASH);

    @Test
    void aPushSaysWhatTheTrailHas() {
        List<TrailHead> trail = List.of(SEVEN, new TrailHead(9, HASH));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PushRequest.write(out, new PushRequest.Envelope(41, PushRequest.DryRun.NO, new Cursor("c1"), trail), List.of());
        String json = out.toString(StandardCharsets.UTF_8);
        Golden.assertWritten("push-request-audit-heads.json", json);
        assertThat(PushRequest.read(Golden.stream(json), Samples.ZONE, Samples.INR))
                .isEqualTo(new Decoded.Read<>(new PushRequest(41, false, new Cursor("c1"), trail, List.of())));
    }

    @Test
    void itsAnswerNamesTheHeadThatCounts() {
        PushAnswer answer = new PushAnswer(HISTORY, List.of(), null, null, SEVEN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.write(out);
        String json = out.toString(StandardCharsets.UTF_8);
        Golden.assertWritten("push-answer-audit-head.json", json);
        assertThat(PushAnswer.read(Golden.stream(json), Samples.ZONE, Samples.INR))
                .isEqualTo(new Decoded.Read<>(answer));
    }

    @Test
    void aPageTellsOfThePastWhereItWasAsked() {
        PastAnswer past = new PastAnswer(
                List.of(new Cursor("c1")), List.of(new Cursor("c2")), List.of(new Cursor("c3")), 1200, 17L, SEVEN, 41L);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ChangesPage.Stored(HISTORY, List.of(), new Cursor("abc"), false)
                .with(past)
                .write(out);
        String json = out.toString(StandardCharsets.UTF_8);
        Golden.assertWritten("changes-past.json", json);
        assertThat(ChangesPage.read(Golden.stream(json), Samples.ZONE, Samples.INR))
                .isEqualTo(
                        new Decoded.Read<>(new ChangesPage(HISTORY, List.of(), new Cursor("abc"), false, null, past)));
    }

    @Test
    void whatIsNoHeadIsRefusedByName() {
        String json = "{\"device_seq\":1,\"audit_heads\":[{\"row\":0,\"hash\":\"x\"}],\"operations\":[]}";
        assertThat(PushRequest.read(Golden.stream(json), Samples.ZONE, Samples.INR))
                .isInstanceOf(Decoded.Refused.class)
                .asString()
                .contains("audit_heads");
    }
}
