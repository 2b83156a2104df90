package gatebook.faults.fuzz;

import static gatebook.faults.fuzz.WireForms.RUPEE;
import static gatebook.faults.fuzz.WireForms.ZONE;

import gatebook.wire.compare.CompareAnswer;
import gatebook.wire.compare.CompareRequest;
import gatebook.wire.compare.Listing;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.RecordsRequest;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.device.Health;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.SnapshotLine;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.policy.PolicyJson;
import gatebook.wire.problem.Problem;
import gatebook.wire.push.PushAnswer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Every message of the wire. A body is read or refused by faults, never by an exception; what was read is written and
 * read again to an equal message, and writing that again gives the same bytes.
 */
final class WireDecoders {
    static final List<Decoder> ALL = List.of(
            message(
                    "push-request",
                    WireForms::readPush,
                    WireForms::pushRequest,
                    "push-request.json",
                    "push-request-audit-heads.json"),
            message(
                    "push-answer",
                    in -> PushAnswer.read(in, ZONE, RUPEE),
                    WireForms::pushAnswer,
                    "push-answer.json",
                    "push-answer-audit-head.json"),
            message(
                    "changes",
                    in -> ChangesPage.read(in, ZONE, RUPEE),
                    WireForms::changes,
                    "changes.json",
                    "changes-strategies.json",
                    "changes-past.json"),
            message(
                    "snapshot-line",
                    in -> SnapshotLine.read(WireForms.text(in), ZONE, RUPEE),
                    WireForms::snapshotLine,
                    "snapshot-line.json",
                    "snapshot-end.json",
                    "change-by-whom.json",
                    "change-joined-tickets.json"),
            message("compare-request", CompareRequest::read, CompareRequest::json, "compare-request.json"),
            message("compare-answer", CompareAnswer::read, CompareAnswer::json, "compare-answer.json"),
            message("compare-listing", Listing::read, Listing::json, "compare-listing.json"),
            message("records-request", RecordsRequest::read, RecordsRequest::json, "records-request.json"),
            message(
                    "records-answer",
                    in -> RecordsAnswer.read(in, ZONE, RUPEE),
                    WireForms::records,
                    "records-answer.json"),
            message("enrolment-request", EnrolmentRequest::read, EnrolmentRequest::json, "enrolment-request.json"),
            message(
                    "enrolment-answer",
                    EnrolmentAnswer::read,
                    EnrolmentAnswer::json,
                    "enrolment-answer.json",
                    "enrolment-answer-strategies.json"),
            message("health", Health::read, Health::json, "health.json"),
            decoder(
                    "problem",
                    Problem::read,
                    Problem::json,
                    Seeds.texts(
                            "{\"type\":\"about:blank\",\"title\":\"Gone\",\"status\":410,\"code\":\"HISTORY_CHANGED\","
                                    + "\"detail\":\"start again\",\"errors\":[{\"field\":\"a\",\"code\":\"B\"}]}")),
            message(
                    "entry",
                    in -> EntryJson.decode(WireForms.text(in), WireForms.DEFAULTS),
                    EntryJson::encode,
                    "entry-parked.json",
                    "entry-exited.json"),
            decoder(
                    "strategies",
                    in -> JsonIn.read(in, JsonIn.Unknown.IGNORED, json -> PolicyJson.read(json, "")),
                    PolicyJson::encode,
                    Seeds.texts(
                            "{\"VERSION_MISMATCH\":{\"NOTES\":\"REMOTE_WINS\",\"DESCRIPTION\":\"LOCAL_WINS\"},\"X\":{}}")));

    private WireDecoders() {}

    private static <T> Decoder message(
            String name, Function<InputStream, Decoded<T>> read, Function<T, String> write, String... golden) {
        return decoder(name, read, write, Seeds.golden(golden));
    }

    private static <T> Decoder decoder(
            String name, Function<InputStream, Decoded<T>> read, Function<T, String> write, List<byte[]> seeds) {
        return new Decoder(
                name,
                seeds,
                1,
                bytes -> Law.read(read.apply(new ByteArrayInputStream(bytes)))
                        .ifPresent(value -> roundTrip(value, read, write)));
    }

    private static <T> void roundTrip(T value, Function<InputStream, Decoded<T>> read, Function<T, String> write) {
        String written = write.apply(value);
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        if (!written.equals(new String(bytes, StandardCharsets.UTF_8))) {
            return; // half a character cannot travel as UTF-8: it is refused where it could be kept
        }
        T again = read.apply(new ByteArrayInputStream(bytes)).orDamaged("what was written is read: " + written);
        Law.same(value, again, "a message");
        Law.same(written, write.apply(again), "its bytes");
    }
}
