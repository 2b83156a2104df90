package gatebook.wire.compare;

import gatebook.rules.entry.EntryId;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The live records of a span at the cloud, without their images.
 *
 * @param more whether the span goes on behind the last row
 */
public record Listing(List<Row> rows, boolean more) {
    /** The most rows of one listing. */
    public static final int ROWS_MAX = 1_000;

    /**
     * One record.
     *
     * @param hash of its image, as {@link Fingerprint} makes it
     */
    public record Row(EntryId record, long version, String hash) {}

    public Listing {
        rows = List.copyOf(rows);
    }

    /** Reads a listing of the cloud's. */
    public static Decoded<Listing> read(InputStream body) {
        return JsonIn.read(body, JsonIn.Unknown.IGNORED, in -> {
            List<Row> rows = new ArrayList<>();
            @Nullable Boolean[] more = {false};
            in.object("", name -> {
                switch (name) {
                    case "rows" -> in.array(name, place -> row(in, place, rows));
                    case "more" -> more[0] = in.flag(name);
                    default -> {
                        return false;
                    }
                }
                return true;
            });
            return new Listing(rows, Boolean.TRUE.equals(more[0]));
        });
    }

    private static void row(JsonIn in, String place, List<Row> rows) {
        @Nullable UUID[] record = new UUID[1];
        @Nullable Long[] version = new Long[1];
        @Nullable String[] hash = new String[1];
        in.object(place, name -> {
            String at = JsonIn.at(place, name);
            switch (name) {
                case "record_uuid" -> record[0] = in.uuid(at);
                case "version" -> version[0] = in.whole(at, 1);
                case "hash" -> hash[0] = in.text(at);
                default -> {
                    return false;
                }
            }
            return true;
        });
        in.required(record[0], JsonIn.at(place, "record_uuid"));
        in.required(version[0], JsonIn.at(place, "version"));
        in.required(hash[0], JsonIn.at(place, "hash"));
        UUID id = record[0];
        Long count = version[0];
        String found = hash[0];
        if (id != null && count != null && found != null) {
            rows.add(new Row(new EntryId(id), count, found));
        }
    }

    /** The message as text. */
    public String json() {
        return JsonOut.text(out -> out.object(() -> {
            out.name("rows")
                    .array(() -> rows.forEach(row -> out.object(
                            () -> out.field("record_uuid", row.record().toString())
                                    .field("version", row.version())
                                    .field("hash", row.hash()))));
            out.flag("more", more);
        }));
    }
}
