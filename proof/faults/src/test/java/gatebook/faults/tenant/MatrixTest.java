package gatebook.faults.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.faults.fuzz.HostedCloud;
import gatebook.faults.fuzz.Request;
import gatebook.faults.fuzz.Response;
import gatebook.faults.tenant.Matrix.Cell;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every request of the application with every object for every caller, as {@code matrix.txt} expects it. */
@Tag("SEC-1")
@Tag("SEC-2")
@Tag("SEC-8")
@Tag("S16")
final class MatrixTest {
    private static final Set<Target> RECORDS =
            EnumSet.of(Target.OWN, Target.COLLEAGUE, Target.OTHER, Target.DELETED, Target.RANDOM);

    /** Requests that name a record in their body or parameters. */
    private static final Set<String> NAMING_RECORDS = Set.of(
            "POST /v1/sync/push",
            "POST /v1/sync/compare",
            "GET /v1/sync/compare",
            "POST /v1/sync/records",
            "POST /v1/parking/entries");

    /** Requests that carry a cursor or a page token. */
    private static final Set<String> NAMING_PLACES =
            Set.of("POST /v1/sync/push", "GET /v1/sync/changes", "GET /v1/sync/snapshot", "GET /v1/parking/entries");

    private static final TwoSites SITES = new TwoSites(HostedCloud.ofThisRun());
    private static final Sending SENDING = new Sending(SITES);

    @Test
    void everyRequestOfTheApplicationStandsInTheMatrixWithEveryObjectThatItCanName() {
        Set<String> missing = new TreeSet<>();
        Set<String> expected = new TreeSet<>();
        Matrix.cells().forEach(cell -> expected.add(cell.request() + " " + cell.target()));
        for (String request : described()) {
            Set<Target> targets = EnumSet.noneOf(Target.class);
            if (request.contains("{uuid}") || NAMING_RECORDS.contains(request)) {
                targets.addAll(RECORDS);
            }
            if (NAMING_PLACES.contains(request)) {
                targets.add(Target.FORGED);
            }
            if (targets.isEmpty()) {
                targets.add(Target.NONE);
            }
            targets.stream()
                    .map(target -> request + " " + target)
                    .filter(row -> !expected.contains(row))
                    .forEach(missing::add);
        }
        assertThat(missing).as("add these rows to matrix.txt").isEmpty();
        Set<String> unknown = new TreeSet<>();
        Matrix.cells().forEach(cell -> unknown.add(cell.request()));
        unknown.removeAll(described());
        assertThat(unknown).as("no such requests any more").isEmpty();
    }

    @Test
    void everyCallerGetsWhatTheMatrixSaysAndNothingOfTheOtherSite() {
        Leaks leaks = new Leaks(SITES, Set.of());
        List<String> wrong = new ArrayList<>();
        for (Cell cell : Matrix.cells()) {
            Request request = SENDING.of(cell.request(), cell.target(), cell.party());
            Response response = SITES.ask(cell.party(), request);
            if (response.status() != cell.status() || !response.body().contains(cell.word())) {
                wrong.add(cell + " got " + response.status() + " " + response.body());
            }
            leaks.in(cell.party(), request, response).ifPresent(leak -> wrong.add(cell + " " + leak + " " + response));
        }
        assertThat(wrong).isEmpty();
    }

    /** SEC-9: what another site holds is answered as what is nowhere, but for the id that the caller named. */
    @Test
    @Tag("SEC-9")
    void aRecordOfTheOtherSiteIsAnsweredAsOneThatIsNowhere() {
        Set<String> naming = new TreeSet<>(NAMING_RECORDS);
        described().stream().filter(request -> request.contains("{uuid}")).forEach(naming::add);
        for (String request : naming) {
            UUID theirs = SITES.record(Party.OTHER_SITE);
            UUID nowhere = UUID.fromString(
                    theirs.toString().substring(0, 35) + (theirs.toString().endsWith("0") ? "1" : "0"));
            String held = shape(request, theirs);
            assertThat(held).as(request).isEqualTo(shape(request, nowhere));
        }
    }

    /** An answer without what differs from one request to the next. */
    private static String shape(String request, UUID id) {
        Response response = SITES.ask(Party.OWN_DESK, SENDING.of(request, Target.RANDOM, Party.OWN_DESK, id));
        List<String> headers = response.headers().stream()
                .filter(line -> !line.startsWith("Date:") && !line.startsWith("Content-Digest:"))
                .toList();
        return (response.status() + " " + headers + " " + response.body())
                .replace(id.toString(), "ID")
                .replaceAll("\"(op_id|cursor|end)\":\"[^\"]*\"", "")
                .replaceAll("(\"(remote_id|seq)\":|" + TwoSites.OURS + ")\\d+", "")
                .replaceAll("\"(ticket_no|created_at|last_modified)\":\"[^\"]*\"", "")
                .replaceAll("Content-Length: \\d+", "");
    }

    /** SEC-4: nothing but the token says which site is meant. */
    @Test
    @Tag("SEC-4")
    void aSiteNamedAnywhereElseThanByTheTokenCountsForNothing() {
        UUID theirs = SITES.record(Party.OTHER_SITE);
        String site = SITES.desk(Party.OTHER_SITE).site().toString();
        String device = SITES.desk(Party.OTHER_SITE).device().toString();
        String token = SITES.token(Party.OWN_DESK);
        Request get = Request.plain("GET", "/v1/parking/entries/" + theirs, token);
        for (String header : List.of("X-Site", "Gatebook-Site", "X-Tenant-Id", "Site-Id", "Cookie", "Forwarded")) {
            assertThat(SITES.ask(Party.OWN_DESK, get.with(header + ": site_id=" + site))
                            .status())
                    .isEqualTo(404);
        }
        for (String path : List.of("/v1/stats", "/v1/sync/changes", "/v1/sync/snapshot", "/v1/parking/entries")) {
            for (String name : List.of("site", "site_id", "tenant", "device_id")) {
                Response named = SITES.ask(Party.OWN_DESK, Request.plain("GET", path + "?" + name + "=" + site, token));
                assertThat(named.status()).as(path + " " + name).isEqualTo(400);
            }
        }
        String push = SITES.push(Party.OWN_DESK, "UPDATE", theirs, 1, ",\"site_id\":\"" + site + "\"");
        assertThat(SITES.ask(Party.OWN_DESK, Request.json("POST", "/v1/sync/push", token, push))
                        .status())
                .isEqualTo(422);
        String entry = SITES.entry(Party.OWN_DESK, ",\"device_id\":\"" + device + "\",\"site_id\":\"" + site + "\"");
        assertThat(SITES.ask(Party.OWN_DESK, Request.json("POST", "/v1/parking/entries", token, entry))
                        .status())
                .isEqualTo(422);
    }

    /** Every request that the application describes; that it describes exactly what it serves, its own tests hold. */
    private static Set<String> described() {
        Set<String> requests = new TreeSet<>();
        String description = SITES.ask(
                        Party.OWN_DESK, Request.plain("GET", "/v1/openapi.json", SITES.token(Party.OWN_DESK)))
                .body();
        Decoded<Boolean> read = JsonIn.read(
                description,
                JsonIn.Unknown.IGNORED,
                in -> in.object(
                        "",
                        top -> top.equals("paths")
                                && in.object(
                                        top,
                                        path -> in.object(path, method -> {
                                            requests.add(method.toUpperCase(Locale.ROOT) + " " + path);
                                            return false;
                                        }))));
        read.orDamaged("the description");
        return requests;
    }
}
