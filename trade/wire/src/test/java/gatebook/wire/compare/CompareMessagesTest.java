package gatebook.wire.compare;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.EntryId;
import gatebook.wire.Golden;
import gatebook.wire.Samples;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.json.Decoded;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompareMessagesTest {
    private static final HistoryId HISTORY = new HistoryId(UUID.fromString("0193a0c2-0000-7000-8000-000000000001"));
    private static final String IMAGE = EntryJson.encode(Samples.exited());

    @Test
    void aComparisonIsWrittenAsReleasedVersionsWroteItAndReadBack() {
        CompareRequest request = new CompareRequest(List.of(new Span(Span.ALL.from(), Samples.ID)));
        Golden.assertWritten("compare-request.json", request.json());
        assertThat(CompareRequest.read(Golden.stream(request.json()))).isEqualTo(new Decoded.Read<>(request));
        CompareAnswer answer = new CompareAnswer(
                HISTORY, new Cursor("abc"), List.of(new SpanHash(2, "e3b0c44298fc1c149afbf4c8996fb924")));
        Golden.assertWritten("compare-answer.json", answer.json());
        assertThat(CompareAnswer.read(Golden.stream(answer.json()))).isEqualTo(new Decoded.Read<>(answer));
    }

    @Test
    void aListingIsWrittenAsReleasedVersionsWroteItAndReadBack() {
        Listing listing = new Listing(List.of(new Listing.Row(Samples.ID, 4, Fingerprint.of(IMAGE))), true);
        Golden.assertWritten("compare-listing.json", listing.json());
        assertThat(Listing.read(Golden.stream(listing.json()))).isEqualTo(new Decoded.Read<>(listing));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"history_id\":\"0193a0c2-0000-7000-8000-000000000001\",\"cursor\":\"no cursor\",\"spans\":[]}",
                "{\"history_id\":\"0193a0c2-0000-7000-8000-000000000001\",\"cursor\":\"c1\",\"spans\":[{\"hash\":\"\"}]}"
            })
    void anAnswerOfWhichAPartIsMissingIsRefusedByName(String body) {
        assertThat(Golden.faults(CompareAnswer.read(Golden.stream(body)))).isNotEmpty();
        String row = "{\"rows\":[{\"record_uuid\":\"" + Samples.ID + "\",\"hash\":\"\"}]}";
        assertThat(Listing.read(Golden.stream(row))).isInstanceOf(Decoded.Refused.class);
    }

    @Test
    void recordsAreWrittenAsReleasedVersionsWroteThemAndReadBack() {
        RecordsRequest request = new RecordsRequest(List.of(Samples.ID));
        Golden.assertWritten("records-request.json", request.json());
        assertThat(RecordsRequest.read(Golden.stream(request.json()))).isEqualTo(new Decoded.Read<>(request));
        Change.Stored stored = new Change.Stored(118, Samples.ID, 4, Change.Life.LIVE, Samples.OUT, "desk", IMAGE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RecordsAnswer.Stored(List.of(new RecordsAnswer.StoredHeld(
                        stored, List.of(Fingerprint.VOID), List.of(new LostState(3, Fingerprint.of(IMAGE))))))
                .write(out);
        String json = out.toString(StandardCharsets.UTF_8);
        Golden.assertWritten("records-answer.json", json);
        RecordsAnswer.Held held = RecordsAnswer.read(Golden.stream(json), Samples.ZONE, Samples.INR)
                .orDamaged("test")
                .records()
                .getFirst();
        assertThat(held.change().entry()).isEqualTo(Samples.exited());
        assertThat(held.past()).containsExactly(Fingerprint.VOID);
        assertThat(held.lost()).containsExactly(new LostState(3, Fingerprint.of(IMAGE)));
    }

    @Test
    void requestsBeyondTheirBoundsAreRefused() {
        assertThat(CompareRequest.read(Golden.stream("{\"spans\":[]}"))).isInstanceOf(Decoded.Refused.class);
        assertThat(RecordsRequest.read(Golden.stream("{\"records\":[]}"))).isInstanceOf(Decoded.Refused.class);
        CompareRequest wide = new CompareRequest(Collections.nCopies(CompareRequest.SPANS_MAX + 1, Span.ALL));
        assertThat(CompareRequest.read(Golden.stream(wide.json()))).isInstanceOf(Decoded.Refused.class);
        RecordsRequest many = new RecordsRequest(Collections.nCopies(RecordsRequest.RECORDS_MAX + 1, Samples.ID));
        assertThat(RecordsRequest.read(Golden.stream(many.json()))).isInstanceOf(Decoded.Refused.class);
        Span backwards = new Span(Samples.ID, new EntryId(new UUID(0, 1)));
        assertThat(CompareRequest.read(Golden.stream(new CompareRequest(List.of(backwards)).json())))
                .isInstanceOf(Decoded.Refused.class);
    }

    @Test
    void theHashOfASpanDependsOnIdVersionAndImage() {
        assertThat(List.of(
                        hash(Samples.ID, 1, "{}"),
                        hash(Samples.ID, 2, "{}"),
                        hash(Samples.ID, 1, "{ }"),
                        hash(new EntryId(new UUID(1, 1)), 1, "{}")))
                .doesNotHaveDuplicates();
        Fingerprint used = new Fingerprint();
        used.add(Samples.ID, 1, "{}");
        used.end();
        assertThat(used.end()).isEqualTo(new SpanHash(0, "e3b0c44298fc1c149afbf4c8996fb924"));
    }

    private static SpanHash hash(EntryId id, long version, String image) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(id, version, image);
        return fingerprint.end();
    }
}
