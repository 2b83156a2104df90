package gatebook.wire.push;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.merge.ConflictType;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.Golden;
import gatebook.wire.Samples;
import gatebook.wire.audit.TrailHead;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.json.Decoded;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PushMessagesTest {
    private static final OpId OP = new OpId(Samples.OP);
    private static final HistoryId HISTORY = new HistoryId(UUID.fromString("0193a0c2-0000-7000-8000-000000000001"));

    @Test
    void aRequestIsWrittenAsReleasedVersionsWroteItAndReadBack() {
        String json = request(List.of(
                new OutgoingOperation(
                        OP,
                        OperationKind.CREATE,
                        Samples.ID,
                        0,
                        Samples.IN,
                        "System",
                        EntryJson.encode(Samples.parked())),
                new OutgoingOperation(OP, OperationKind.DELETE, Samples.ID, 3, Samples.OUT, "Asha", null)));
        Golden.assertWritten("push-request.json", json);
        PushRequest read = read(json);
        assertThat(read.deviceSeq()).isEqualTo(41);
        assertThat(read.after()).isEqualTo(new Cursor("c1"));
        assertThat(read.operations())
                .containsExactly(
                        new ReceivedOperation(
                                OP,
                                OperationKind.CREATE,
                                Samples.ID,
                                0,
                                Samples.IN,
                                "System",
                                new ReceivedOperation.Content.Image(Samples.parked())),
                        new ReceivedOperation(
                                OP,
                                OperationKind.DELETE,
                                Samples.ID,
                                3,
                                Samples.OUT,
                                "Asha",
                                new ReceivedOperation.Content.None()));
    }

    @Test
    void everyOutcomeIsWrittenAsReleasedVersionsWroteItAndReadBack() {
        String image = EntryJson.encode(Samples.exited());
        PushAnswer answer = new PushAnswer(
                HISTORY,
                List.of(
                        result(new OpOutcome.Applied(4, 1207, 118, Optional.empty())),
                        result(new OpOutcome.Applied(
                                5,
                                1207,
                                119,
                                Optional.of(new OpOutcome.Warning(ConflictType.BUSINESS_RULE_VIOLATION, image)))),
                        result(new OpOutcome.Duplicate(4, 1207)),
                        result(new OpOutcome.Conflict(
                                ConflictType.VERSION_MISMATCH, 5, OpOutcome.Standing.LIVE, image)),
                        result(new OpOutcome.Conflict(
                                ConflictType.DATA_INCONSISTENCY, 6, OpOutcome.Standing.VOIDED, null)),
                        result(new OpOutcome.Rejected(
                                List.of(new FieldError("fee", FieldFault.NEGATIVE, "a fee is not below zero")))),
                        result(new OpOutcome.RetryLater())),
                new Cursor("c2"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.write(out);
        String json = out.toString(StandardCharsets.UTF_8);
        Golden.assertWritten("push-answer.json", json);
        assertThat(PushAnswer.read(Golden.stream(json), Samples.ZONE, Samples.INR))
                .isEqualTo(new Decoded.Read<>(answer));
    }

    @Test
    void anOutcomeOfANewerCloudIsTriedAgainLaterAndUnknownFieldsFallAway() {
        String json = """
                {"history_id":"%s","new":{"a":[1]},"results":[{"op_id":"%s","outcome":"postponed","why":"x"}]}""".formatted(HISTORY, OP);
        assertThat(PushAnswer.read(Golden.stream(json), Samples.ZONE, Samples.INR))
                .isEqualTo(
                        new Decoded.Read<>(new PushAnswer(HISTORY, List.of(result(new OpOutcome.RetryLater())), null)));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"fee\":0.00`|`\"fee\":-1`|fee|NEGATIVE",
                "`\"notes\":null`|`\"notes\":7`|notes|WRONG_TYPE",
                "`\"notes\":null`|`\"nots\":null`|nots|UNKNOWN_FIELD",
                "`\"uuid\":\"0193a0c2-4d2e-7a10`|`\"uuid\":\"0193a0c2-4d2e-7a19`|uuid|CONTRADICTS"
            })
    void aFaultInOneOperationsDataSpoilsOnlyThatOperation(String sound, String faulty, String field, FieldFault fault) {
        String good = EntryJson.encode(Samples.parked());
        PushRequest request = read(request(List.of(create(good.replace(sound, faulty)), create(good))));
        assertThat(request.operations().getFirst().content())
                .isInstanceOfSatisfying(
                        ReceivedOperation.Content.Faulty.class,
                        content -> assertThat(content.faults())
                                .extracting(FieldError::field, FieldError::code)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple(field, fault)));
        assertThat(request.operations().getLast().content()).isInstanceOf(ReceivedOperation.Content.Image.class);
    }

    @ParameterizedTest(name = "{0} -> {1} names {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"device_seq\":41,`|``|device_seq|MISSING",
                "`\"device_seq\":41`|`\"device_seq\":\"41\"`|device_seq|WRONG_TYPE",
                "`\"dry_run\":false`|`\"dryrun\":false`|dryrun|UNKNOWN_FIELD",
                "`\"operation\":\"CREATE\"`|`\"operation\":\"UPSERT\"`|operations[0].operation|NOT_ONE_OF",
                "`\"table_name\":\"parking_entries\"`|`\"table_name\":\"users\"`|operations[0].table_name|NOT_ONE_OF",
                "`\"base_version\":0`|`\"base_version\":-1`|operations[0].base_version|NEGATIVE",
                "`\"made_at\":`|`\"made\":`|operations[0].made|UNKNOWN_FIELD",
                "`\"op_id\":\"0193`|`\"op_id\":\"x193`|operations[0].op_id|NOT_A_UUID",
                "`\"after\":\"c1\"`|`\"after\":\"c 1\"`|after|BAD_TEXT"
            })
    void aFaultInTheFrameRefusesTheRequestByName(String sound, String faulty, String field, FieldFault fault) {
        String json = request(List.of(create(EntryJson.encode(Samples.parked()))))
                .replaceFirst(sound.replace("[", "\\["), faulty);
        assertThat(PushRequest.read(Golden.stream(json), Samples.ZONE, Samples.INR))
                .isInstanceOfSatisfying(Decoded.Refused.class, refused -> {
                    FieldError first = (FieldError) refused.faults().getFirst();
                    assertThat(first.field()).isEqualTo(field);
                    assertThat(first.code()).isEqualTo(fault);
                });
    }

    @Test
    void anAnswerThatWasCutOffAnywhereIsNeverTakenForOne() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PushAnswer(HISTORY, List.of(result(new OpOutcome.Duplicate(4, 1207))), null).write(out);
        String whole = out.toString(StandardCharsets.UTF_8);
        for (int cut = 0; cut < whole.length(); cut++) {
            assertThat(PushAnswer.read(Golden.stream(whole.substring(0, cut)), Samples.ZONE, Samples.INR))
                    .as("cut at %d", cut)
                    .isInstanceOf(Decoded.Refused.class);
        }
    }

    private static OutgoingOperation create(String data) {
        return new OutgoingOperation(OP, OperationKind.CREATE, Samples.ID, 0, Samples.IN, "System", data);
    }

    private static PushAnswer.Result result(OpOutcome outcome) {
        return new PushAnswer.Result(OP, outcome);
    }

    private static String request(List<OutgoingOperation> operations) {
        return request(List.of(), operations);
    }

    private static String request(List<TrailHead> trail, List<OutgoingOperation> operations) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PushRequest.write(
                out, new PushRequest.Envelope(41, PushRequest.DryRun.NO, new Cursor("c1"), trail), operations);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PushRequest read(String json) {
        return PushRequest.read(Golden.stream(json), Samples.ZONE, Samples.INR).orDamaged("test");
    }
}
