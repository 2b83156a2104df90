package gatebook.wire.push;

import gatebook.rules.refusal.FieldFault;
import gatebook.wire.audit.TrailHead;
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
 * @param trail what the desk's audit trail has at rows that the cloud may know, and at its end; empty if it does not say
 */
public record PushRequest(
        long deviceSeq,
        boolean dryRun,
        @Nullable Cursor after,
        List<TrailHead> trail,
        List<ReceivedOperation> operations) {
    /** The most operations a request may hold; more is refused with 413. */
    public static final int OPERATIONS_MAX = 1_000;

    /** The largest body in bytes, before and after unpacking; more is refused with 413. */
    public static final int BYTES_MAX = 8 * 1024 * 1024;

    /** The most rows of a trail that a request names. */
    public static final int TRAIL_MAX = 4;

    static final String TABLE = "parking_entries";

    private static final String TRAIL = "audit_heads";

    public PushRequest {
        trail = List.copyOf(trail);
        operations = List.copyOf(operations);
    }

    /** A request that says nothing of the desk's audit trail. */
    public PushRequest(long deviceSeq, boolean dryRun, @Nullable Cursor after, List<ReceivedOperation> operations) {
        this(deviceSeq, dryRun, after, List.of(), operations);
    }

    /** What stands around the operations of a request that a desk writes. */
    public record Envelope(
            long deviceSeq, DryRun mode, @Nullable Cursor after, List<TrailHead> trail) {
        public Envelope {
            trail = List.copyOf(trail);
        }
    }

    /**
     * Reads a request. Faults of an operation's frame refuse the whole; faults within its {@code data} only make that
     * operation {@link ReceivedOperation.Content.Faulty}. The count of operations is not checked here.
     */
    public static Decoded<PushRequest> read(InputStream body, ZoneId zone, Currency currency) {
        return JsonIn.read(body, JsonIn.Unknown.REFUSED, in -> new Reading(in, zone, currency).request());
    }

    /** Writes a request of a desk; flushes the stream and leaves it open. */
    public static void write(OutputStream body, Envelope envelope, List<OutgoingOperation> operations) {
        JsonOut.write(
                body,
                out -> out.object(() -> {
                    out.field("device_seq", envelope.deviceSeq()).flag("dry_run", envelope.mode() == DryRun.YES);
                    if (envelope.after() != null) {
                        out.field("after", envelope.after().token());
                    }
                    if (!envelope.trail().isEmpty()) {
                        out.name(TRAIL).array(() -> envelope.trail().forEach(head -> head.write(out)));
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
        private final List<TrailHead> trail = new ArrayList<>();
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
            return deviceSeq == null || dryRun == null
                    ? null
                    : new PushRequest(deviceSeq, dryRun, after, trail, operations);
        }

        private boolean field(String name) {
            switch (name) {
                case "device_seq" -> deviceSeq = in.whole(name, 0);
                case "dry_run" -> dryRun = in.flag(name);
                case "after" -> after(in.text(name));
                case TRAIL -> in.array(name, this::head);
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

        private void head(String place) {
            TrailHead head = TrailHead.read(in, place);
            if (trail.size() >= TRAIL_MAX) {
                in.fault(place, FieldFault.TOO_LARGE, "at most " + TRAIL_MAX + " rows");
            } else if (head != null) {
                trail.add(head);
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
