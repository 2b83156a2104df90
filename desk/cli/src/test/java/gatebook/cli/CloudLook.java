package gatebook.cli;

import gatebook.store.file.Scrutiny;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.sync.transport.SiteRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What the cloud holds of a desk's site, read over HTTP with the desk's own token. */
final class CloudLook {
    private final DeskProfile desk;
    private final Optional<String> cursor;
    private final DeskProfile.Membership membership;

    CloudLook(TestHome home) {
        AtomicReference<DeskProfile> profile = new AtomicReference<>();
        AtomicReference<Optional<String>> place = new AtomicReference<>(Optional.empty());
        ByteArrayOutputStream unread = new ByteArrayOutputStream();
        GlobalOptions options = new GlobalOptions();
        options.home = home.folder;
        Program program = new Program(home.surroundings(unread, unread, Map.of(), new StopSignal()), options);
        new DeskOpening(program).open(Scrutiny.USUAL, open -> {
            profile.set(open.profile());
            place.set(open.read(session -> Metadata.get(session, MetadataKey.CURSOR)));
            return new Ending.Done();
        });
        desk = Objects.requireNonNull(profile.get(), unread::toString);
        cursor = place.get();
        membership = Objects.requireNonNull(desk.membership(), "the desk has not joined a site");
    }

    /** Where the desk's next pull begins; empty before its first. */
    Optional<String> cursor() {
        return cursor;
    }

    /** The ids of the live records, sorted. */
    List<Object> records() throws IOException, InterruptedException {
        return List.copyOf(
                new SiteRecords(URI.create(membership.server()), desk).read().keySet());
    }

    /** The operations that took effect on a record, in their order; none if the cloud never heard of it. */
    List<Object> operationsOn(String record) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(membership.server() + "/v1/parking/entries/" + record + "/history"))
                .header("Authorization", "Bearer " + membership.token())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 404 ? List.of() : operations(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> operations(String history) {
        return ((List<Map<String, Object>>) Json.object(history).get("history"))
                .stream().map(row -> row.get("op_id")).toList();
    }
}
