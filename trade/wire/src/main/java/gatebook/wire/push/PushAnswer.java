package gatebook.wire.push;

import gatebook.rules.merge.ConflictType;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.audit.TrailHead;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of one push, to be matched by {@code op_id} only: an answer may hold fewer than were asked, and in any
 * order.
 *
 * @param cursor where the desk may pull on, given when nothing but this push lies between it and the cursor that the desk
 *     named; null otherwise
 * @param end where the site's order ends after this push, to be named when next pulling, so that a cloud which has lost
 *     it since is found out; null from a cloud that does not say
 * @param trail the row of the desk's audit trail by which the cloud judges it: the newest that it keeps, or the one that
 *     what the desk just said of its trail does not fit; null if it keeps none
 */
public record PushAnswer(
        HistoryId history,
        List<Result> results,
        @Nullable Cursor cursor,
        @Nullable Cursor end,
        @Nullable TrailHead trail) {
    /** An answer that does not say where the site's order ends. */
    public PushAnswer(HistoryId history, List<Result> results, @Nullable Cursor cursor) {
        this(history, results, cursor, null);
    }

    /** An answer that says nothing of the desk's trail. */
    public PushAnswer(HistoryId history, List<Result> results, @Nullable Cursor cursor, @Nullable Cursor end) {
        this(history, results, cursor, end, null);
    }

    /** One operation and what became of it. */
    public record Result(OpId opId, OpOutcome outcome) {}

    public PushAnswer {
        results = List.copyOf(results);
    }

    /**
     * Reads an answer of the cloud. Images are read and written anew, so that fields which this program does not know
     * fall away. An outcome or conflict type that it does not know is {@link OpOutcome.RetryLater}.
     */
    public static Decoded<PushAnswer> read(InputStream body, ZoneId zone, Currency currency) {
        return JsonIn.read(body, JsonIn.Unknown.IGNORED, in -> new AnswerReading(in, zone, currency).answer());
    }

    /** What a desk concludes of a single operation that the cloud will not even read: it is rejected, for this reason. */
    public static PushAnswer unreadable(OpId opId, String why) {
        FieldError error = new FieldError("data", FieldFault.CONTRADICTS, why);
        return new PushAnswer(
                new HistoryId(new UUID(0, 0)), List.of(new Result(opId, new OpOutcome.Rejected(List.of(error)))), null);
    }

    /** Writes an answer; flushes the stream and leaves it open. */
    public void write(OutputStream body) {
        JsonOut.write(
                body,
                out -> out.object(() -> {
                    out.field("history_id", history.toString());
                    if (cursor != null) {
                        out.field("cursor", cursor.token());
                    }
                    if (end != null) {
                        out.field("end", end.token());
                    }
                    if (trail != null) {
                        trail.field(out, "audit_head");
                    }
                    out.name("results")
                            .array(() -> results.forEach(result -> out.object(() -> {
                                out.field("op_id", result.opId().toString());
                                write(out, result.outcome());
                            })));
                }));
    }

    private static void write(JsonOut out, OpOutcome outcome) {
        switch (outcome) {
            case OpOutcome.Applied applied -> {
                out.field("outcome", "applied")
                        .field("version", applied.version())
                        .field("remote_id", applied.remoteId())
                        .field("seq", applied.seq());
                applied.warning()
                        .ifPresent(warning -> out.name("warning")
                                .object(() -> out.field(
                                                "conflict_type", warning.type().name())
                                        .raw("data", warning.data())));
            }
            case OpOutcome.Duplicate(long version, long remoteId) ->
                out.field("outcome", "duplicate").field("version", version).field("remote_id", remoteId);
            case OpOutcome.Conflict(ConflictType type, long version, OpOutcome.Standing standing, var data) ->
                out.field("outcome", "conflict")
                        .field("conflict_type", type.name())
                        .field("version", version)
                        .flag("deleted", standing == OpOutcome.Standing.VOIDED)
                        .raw("data", data);
            case OpOutcome.Rejected(List<FieldError> errors) -> {
                out.field("outcome", "rejected");
                out.name("errors")
                        .array(() -> errors.forEach(error -> out.object(() -> out.field("field", error.field())
                                .field("code", error.code().name())
                                .field("detail", error.detail()))));
            }
            case OpOutcome.RetryLater() -> out.field("outcome", "retry_later");
        }
    }
}
