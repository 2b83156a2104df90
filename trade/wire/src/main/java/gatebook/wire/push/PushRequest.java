package gatebook.wire.push;

import gatebook.rules.refusal.FieldFault;
import gatebook.wire.compare.LostState;
import gatebook.wire.feed.Cursor;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a desk sends in one request.
 *
 * @param deviceSeq rises with every request of a desk, a repeated one too
 * @param dryRun whether the cloud judges and then takes everything back
 * @param after where the desk would pull on; null if it does not say
 */
public record PushRequest(
        long deviceSeq, boolean dryRun, @Nullable Cursor after, List<ReceivedOperation> operations) {
    /** The most operations a request may hold; more is refused with 413. */
    public static final int OPERATIONS_MAX = 1_000;

    /** The largest body in bytes, before and after unpacking; more is refused with 413. */
    public static final int BYTES_MAX = 8 * 1024 * 1024;

    static final String TABLE = "parking_entries";

    public PushRequest {
        operations = List.copyOf(operations);
    }

    /**
     * Reads a request. Faults of an operation's frame refuse the whole; faults within its {@code data} only make that
     * operation {@link ReceivedOperation.Content.Faulty}. The count of operations is not checked here.
     */
    public static Decoded<PushRequest> read(InputStream body, ZoneId zone, Currency currency) {
        return JsonIn.read(body, JsonIn.Unknown.REFUSED, in -> new Reading(in, zone, currency).request());
    }

    /** Writes a request of a desk; flushes the stream and leaves it open. */
    public static void write(
            OutputStream body,
            long deviceSeq,
            DryRun mode,
            @Nullable Cursor after,
            List<OutgoingOperation> operations) {
        JsonOut.write(
                body,
                out -> out.object(() -> {
                    out.field("device_seq", deviceSeq).flag("dry_run", mode == DryRun.YES);
                    if (after != null) {
                        out.field("after", after.token());
                    }
                    out.name("operations")
                            .array(() -> operations.forEach(operation -> out.object(() -> {
                                out.field("op_id", operation.opId().toString())
                                        .field("operation", operation.kind().name())
                                        .field("table_name", TABLE)
                                        .field("record_uuid", operation.record().toString())
                                        .field("base_version", operation.baseVersion())
                                        .field("made_at", operation.madeAt())
                                        .field("actor", operation.actor())
                                        .raw("data", operation.data());
                                if (!operation.lost().isEmpty()) {
                                    LostState.write(out, "lost_states", operation.lost());
                                }
                            })));
                }));
    }

    /** Whether a push is a rehearsal. */
    public enum DryRun {
        YES,
        NO
    }

    /** One pass over a request. */
    private static final class Reading {
        private final JsonIn in;
        private final ZoneId zone;
        private final Currency currency;
        private final List<ReceivedOperation> operations = new ArrayList<>();
        private @Nullable Long deviceSeq;
        private @Nullable Boolean dryRun = false;
        private @Nullable Cursor after;
        private boolean listed;

        Reading(JsonIn in, ZoneId zone, Currency currency) {
            this.in = in;
            this.zone = zone;
            this.currency = currency;
        }

        @Nullable
        PushRequest request() {
            in.object("", this::field);
            in.required(deviceSeq, "device_seq");
            if (!listed) {
                in.fault("operations", FieldFault.MISSING, "must be given");
            }
            return deviceSeq == null || dryRun == null ? null : new PushRequest(deviceSeq, dryRun, after, operations);
        }

        private boolean field(String name) {
            switch (name) {
                case "device_seq" -> deviceSeq = in.whole(name, 0);
                case "dry_run" -> dryRun = in.flag(name);
                case "after" -> after(in.text(name));
                case "operations" -> {
                    listed = true;
                    in.array(name, this::operation);
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void after(@Nullable String token) {
            if (token != null && Cursor.isWellFormed(token)) {
                after = new Cursor(token);
            } else {
                in.fault("after", FieldFault.BAD_TEXT, "a cursor as the cloud gave it");
            }
        }

        private void operation(String place) {
            ReceivedOperation operation = new OperationReading(in, place, zone, currency).operation();
            if (operation != null) {
                operations.add(operation);
            }
        }
    }
}
