package gatebook.sync.transport;

import gatebook.rules.entry.Entry;
import gatebook.store.metadata.DeskProfile;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.entry.ImageReading;
import gatebook.wire.json.JsonIn;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The records of a site as anybody with a token reads them over HTTP, page by page. */
public final class SiteRecords {
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final int PAGE = 200;

    private final URI cloud;
    private final DeskProfile reader;

    public SiteRecords(URI cloud, DeskProfile reader) {
        this.cloud = cloud;
        this.reader = reader;
    }

    /** The images by id, in the form in which desks keep them. */
    public SortedMap<String, String> read() throws IOException, InterruptedException {
        SortedMap<String, String> records = new TreeMap<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String next = "";
            do {
                next = page(client, next, records);
            } while (!next.isEmpty());
        }
        return records;
    }

    /** Takes one page; the token of the next one, empty after the last. */
    private String page(HttpClient client, String token, SortedMap<String, String> records)
            throws IOException, InterruptedException {
        String query = "/v1/parking/entries?limit=" + PAGE
                + (token.isEmpty() ? "" : "&page_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(cloud + query))
                .timeout(WITHIN)
                .header(
                        "Authorization",
                        "Bearer " + Objects.requireNonNull(reader.membership()).token())
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("the cloud answers " + response.statusCode() + ": " + response.body());
        }
        return JsonIn.<String>read(response.body(), JsonIn.Unknown.IGNORED, in -> {
                    @Nullable String[] next = {""};
                    in.object("", name -> switch (name) {
                        case "entries" -> {
                            in.array(name, place -> take(in, place, records));
                            yield true;
                        }
                        case "next_page_token" -> {
                            next[0] = in.isNull() ? "" : in.text(name);
                            yield true;
                        }
                        default -> false;
                    });
                    return next[0];
                })
                .orDamaged("the cloud's answer");
    }

    private void take(JsonIn in, String place, SortedMap<String, String> records) {
        Entry entry = ImageReading.entry(in, place, reader.zone(), reader.currency());
        if (entry != null) {
            records.put(entry.id().toString(), EntryJson.encode(entry));
        }
    }
}
