package gatebook.bench.floor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Pages of the cloud's JSON into rows, the barest way: each value of an entry goes to its column, nothing is checked. */
public final class FloorPages {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Map<String, Integer> PLACES = places();
    private static final int SYNC_STATUS = FloorBook.COLUMNS.indexOf("sync_status");
    private static final int REMOTE_VERSION = FloorBook.COLUMNS.indexOf("remote_version");
    private static final int BASE_DATA = FloorBook.COLUMNS.indexOf("base_data");

    private FloorPages() {}

    /** Writes a page in one durable transaction; how many rows. */
    public static int write(FloorBook book, byte[] page) {
        List<@Nullable String[]> rows = rows(page);
        book.writeRows(rows);
        return rows.size();
    }

    /** Writes one entry durably. */
    public static void writeOne(FloorBook book, String entry) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), entry)) {
            parser.nextToken();
            book.writeRows(List.<@Nullable String[]>of(row(parser, "1")));
        }
    }

    private static List<@Nullable String[]> rows(byte[] page) {
        List<@Nullable String[]> rows = new ArrayList<>(1_000);
        String version = "0";
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), page)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.PROPERTY_NAME) {
                    continue;
                }
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("version")) {
                    version = parser.getString();
                } else if (name.equals("data") && value == JsonToken.START_OBJECT) {
                    rows.add(rowWithImage(parser, version, page));
                }
            }
        }
        return rows;
    }

    /** The image is cut out of the page as it stands there. */
    private static @Nullable String[] rowWithImage(JsonParser parser, String version, byte[] page) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        @Nullable String[] row = row(parser, version);
        int to = (int) parser.currentLocation().getByteOffset();
        row[BASE_DATA] = new String(page, from, to - from, StandardCharsets.UTF_8);
        return row;
    }

    private static @Nullable String[] row(JsonParser parser, String version) {
        @Nullable String[] row = new String[FloorBook.COLUMNS.size()];
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Integer place = PLACES.get(parser.currentName());
            JsonToken value = parser.nextToken();
            if (place != null && value != JsonToken.VALUE_NULL) {
                row[place] = parser.getString();
            }
        }
        row[SYNC_STATUS] = "synced";
        row[REMOTE_VERSION] = version;
        return row;
    }

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (int at = 0; at < FloorBook.COLUMNS.size(); at++) {
            places.put(FloorBook.COLUMNS.get(at), at);
        }
        return places;
    }
}
