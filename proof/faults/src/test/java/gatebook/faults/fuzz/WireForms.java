package gatebook.faults.fuzz;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.entry.EntryDefaults;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.SnapshotLine;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonOut;
import gatebook.wire.push.OutgoingOperation;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import gatebook.wire.push.ReceivedOperation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes messages as the other side would have, out of what was read of them. */
final class WireForms {
    static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    static final Currency RUPEE = Currency.getInstance("INR");
    static final EntryDefaults DEFAULTS = new EntryDefaults(
            new EntryId(new UUID(7L << 12, 1)), EntryDefaults.IdRule.SUGGESTED, Instant.EPOCH, "System", ZONE, RUPEE);

    private WireForms() {}

    static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a push; operations that are at fault name their faults and are left out: a desk sends none. */
    static Decoded<PushRequest> readPush(InputStream in) {
        return switch (PushRequest.read(in, ZONE, RUPEE)) {
            case Decoded.Read<PushRequest>(PushRequest(var seq, var dryRun, var after, var trail, var operations)) ->
                new Decoded.Read<>(new PushRequest(
                        seq,
                        dryRun,
                        after,
                        trail,
                        operations.stream().filter(WireForms::isSound).toList()));
            case Decoded.Refused<PushRequest> refused -> refused;
        };
    }

    private static boolean isSound(ReceivedOperation operation) {
        if (operation.content() instanceof ReceivedOperation.Content.Faulty(var faults)) {
            Law.holds(!faults.isEmpty(), "a faulty operation names its faults");
            return false;
        }
        return true;
    }

    static String pushRequest(PushRequest request) {
        return written(out -> PushRequest.write(
                out,
                new PushRequest.Envelope(
                        request.deviceSeq(),
                        request.dryRun() ? PushRequest.DryRun.YES : PushRequest.DryRun.NO,
                        request.after(),
                        request.trail()),
                request.operations().stream().map(WireForms::outgoing).toList()));
    }

    private static OutgoingOperation outgoing(ReceivedOperation operation) {
        String data = switch (operation.content()) {
            case ReceivedOperation.Content.Image(Entry entry) -> EntryJson.encode(entry);
            case ReceivedOperation.Content.None() -> null;
            case ReceivedOperation.Content.Faulty(var faults) -> throw new AssertionError("left out: " + faults);
        };
        return new OutgoingOperation(
                operation.opId(),
                operation.kind(),
                operation.record(),
                operation.baseVersion(),
                operation.madeAt(),
                operation.actor(),
                data,
                operation.lost());
    }

    static String pushAnswer(PushAnswer answer) {
        return written(answer::write);
    }

    static String changes(ChangesPage page) {
        return written(out -> new ChangesPage.Stored(
                        page.history(),
                        page.changes().stream().map(WireForms::stored).toList(),
                        page.cursor(),
                        page.more(),
                        page.policy(),
                        page.past())
                .write(out));
    }

    static String snapshotLine(SnapshotLine line) {
        return switch (line) {
            case SnapshotLine.Record(Change change) -> JsonOut.text(stored(change)::write);
            case SnapshotLine.End(var cursor) -> SnapshotLine.end(cursor);
        };
    }

    static String records(RecordsAnswer answer) {
        return written(out -> new RecordsAnswer.Stored(answer.records().stream()
                        .map(held -> new RecordsAnswer.StoredHeld(stored(held.change()), held.past(), held.lost()))
                        .toList())
                .write(out));
    }

    private static Change.Stored stored(Change change) {
        return new Change.Stored(
                change.seq(),
                change.record(),
                change.version(),
                change.life(),
                change.changedAt(),
                change.changedByDevice(),
                change.changedBy(),
                change.joined(),
                image(change.entry()));
    }

    private static @Nullable String image(@Nullable Entry entry) {
        return entry == null ? null : EntryJson.encode(entry);
    }

    private static String written(Consumer<OutputStream> document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.accept(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
