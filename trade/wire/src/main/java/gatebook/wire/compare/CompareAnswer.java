package gatebook.wire.compare;

import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the spans of a request come to at the cloud, in their order.
 *
 * @param cursor where the site's order ended before the first record was looked at: pulling from it misses nothing that is
 *     not in the hashes
 */
public record CompareAnswer(HistoryId history, Cursor cursor, List<SpanHash> spans) {
    public CompareAnswer {
        spans = List.copyOf(spans);
    }

    /** Reads an answer of the cloud's. */
    public static Decoded<CompareAnswer> read(InputStream body) {
        return JsonIn.read(body, JsonIn.Unknown.IGNORED, CompareAnswer::answer);
    }

    private static @Nullable CompareAnswer answer(JsonIn in) {
        @Nullable UUID[] history = new UUID[1];
        @Nullable String[] cursor = new String[1];
        List<SpanHash> spans = new ArrayList<>();
        in.object("", name -> {
            switch (name) {
                case "history_id" -> history[0] = in.uuid(name);
                case "cursor" -> cursor[0] = in.text(name);
                case "spans" -> in.array(name, place -> spans.add(span(in, place)));
                default -> {
                    return false;
                }
            }
            return true;
        });
        in.required(history[0], "history_id");
        in.required(cursor[0], "cursor");
        UUID life = history[0];
        String at = cursor[0];
        return life == null || at == null || !Cursor.isWellFormed(at)
                ? null
                : new CompareAnswer(new HistoryId(life), new Cursor(at), spans);
    }

    private static SpanHash span(JsonIn in, String place) {
        @Nullable Long[] records = new Long[1];
        @Nullable String[] hash = new String[1];
        in.object(place, name -> {
            switch (name) {
                case "records" -> records[0] = in.whole(JsonIn.at(place, name), 0);
                case "hash" -> hash[0] = in.text(JsonIn.at(place, name));
                default -> {
                    return false;
                }
            }
            return true;
        });
        in.required(records[0], JsonIn.at(place, "records"));
        in.required(hash[0], JsonIn.at(place, "hash"));
        Long count = records[0];
        String found = hash[0];
        return new SpanHash(count == null ? 0 : count, found == null ? "" : found);
    }

    /** The message as text. */
    public String json() {
        return JsonOut.text(out -> out.object(() -> {
            out.field("history_id", history.toString()).field("cursor", cursor.token());
            out.name("spans")
                    .array(() -> spans.forEach(span -> out.object(
                            () -> out.field("records", span.records()).field("hash", span.hash()))));
        }));
    }
}
