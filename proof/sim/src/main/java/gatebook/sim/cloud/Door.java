package gatebook.sim.cloud;

import gatebook.store.exchange.Outbox;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.feed.Cursor;
import gatebook.wire.json.Decoded;
import gatebook.wire.push.PushRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Currency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a desk writes as the cloud's door does: through the very bytes, strictly, with the door's limits. */
public final class Door {
    private Door() {}

    /**
     * A batch of a desk as the cloud reads it; refused before any operation of it is looked at.
     *
     * @param zone of the site, in which bare times are read
     */
    public static Reply<PushRequest> read(
            Outbox.Batch batch, PushRequest.DryRun mode, @Nullable Cursor after, ZoneId zone, Currency currency) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        PushRequest.write(
                body, new PushRequest.Envelope(batch.deviceSeq(), mode, after, batch.trail()), batch.operations());
        return body.size() > PushRequest.BYTES_MAX
                ? Refusals.bodyTooLarge()
                : understood(PushRequest.read(new ByteArrayInputStream(body.toByteArray()), zone, currency));
    }

    /** A message that the sender has written as {@code json}. */
    static <T> Reply<T> read(String json, Function<InputStream, Decoded<T>> reading) {
        return understood(reading.apply(bytes(json)));
    }

    /** A desk's wish to join, whose name people must be able to read. */
    static Reply<EnrolmentRequest> read(EnrolmentRequest request) {
        boolean readable = request.deviceName()
                .codePoints()
                .noneMatch(sign -> Character.isISOControl(sign) || Character.getType(sign) == Character.SURROGATE);
        return readable ? read(request.json(), EnrolmentRequest::read) : Refusals.contentInvalid("device_name");
    }

    static InputStream bytes(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> Reply<T> understood(Decoded<T> decoded) {
        return switch (decoded) {
            case Decoded.Read<T>(T request) -> new Reply.Heard<>(request);
            case Decoded.Refused<T>(var faults) -> Refusals.contentInvalid(faults.toString());
        };
    }
}
