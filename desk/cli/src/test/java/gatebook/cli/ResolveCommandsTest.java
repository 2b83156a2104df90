package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two desks of a real cloud disagree, and a person at one of them decides. */
class ResolveCommandsTest {
    private static final TestCloud CLOUD = TestCloud.running();

    @TempDir
    Path folder;

    private TestHome a;
    private TestHome b;

    @BeforeEach
    void twoDesksOfOneSite() {
        String site = CLOUD.site();
        a = CLOUD.desk(folder.resolve("a"), site, CLOUD.url());
        b = CLOUD.desk(folder.resolve("b"), site, CLOUD.url());
    }

    @Test
    void m1KeptLocalAllDesksComeToHoldIt() {
        String uuid = paidTwice("MH12AB1234");
        TestHome.Said said = b.json("resolve", item(), "--keep", "local", "--by", "Asha");
        assertThat(said.code()).isZero();
        assertThat(said.object())
                .containsEntry("uuid", uuid)
                .containsEntry("payment_type", "Online")
                .containsEntry("sync_status", "pending");
        assertThat(b.json("sync").code()).isZero();
        a.json("sync");
        assertThat(a.json("show", uuid).text("payment_type")).isEqualTo("Online");
        assertThat(b.json("conflicts").list()).isEmpty();
        assertThat(b.json("conflicts", "--all").list().getFirst())
                .containsEntry("resolution_strategy", "LOCAL_WINS")
                .containsEntry("resolved_by", "Asha");
        assertThat(b.json("history", uuid).list().getLast())
                .containsEntry("cause", "resolution")
                .containsEntry("actor", "Asha");
        assertThat(b.json("audit", "verify").code()).isZero();
    }

    @Test
    void m1AcceptedTheOtherReceiptStandsAndTheFirstComesBackInOneAction() {
        String uuid = paidTwice("MH12AB1234");
        String item = item();
        assertThat(b.json("resolve", item, "--keep", "remote").text("payment_type"))
                .isEqualTo("Cash");
        b.json("sync");
        assertThat(b.json("show", uuid).text("sync_status")).isEqualTo("synced");
        assertThat(b.json("resolve", item, "--keep", "local").text("payment_type"))
                .isEqualTo("Online");
        b.json("sync");
        a.json("sync");
        assertThat(a.json("show", uuid).text("payment_type")).isEqualTo("Online");
    }

    @Test
    void m2MergedFieldByField() {
        String uuid = paidTwice("MH12AB1234");
        TestHome.Said said =
                b.json("resolve", item(), "--keep", "merge", "--take", "payment_type=remote", "payment_status=remote");
        assertThat(said.code()).isZero();
        assertThat(said.object()).containsEntry("payment_type", "Cash");
        b.json("sync");
        a.json("sync");
        assertThat(a.json("show", uuid).object().get("exit_time"))
                .isEqualTo(b.json("show", uuid).object().get("exit_time"));
    }

    @Test
    void d1AVoidAgainstAChangeIsDecidedEitherWay() {
        String uuid = a.enter("MH12AB1234").text("uuid");
        bothSync();
        a.json("edit", uuid, "--set", "notes=theirs");
        b.json("delete", uuid, "--reason", "typed twice");
        a.json("sync");
        assertThat(b.json("sync").code()).isEqualTo(3);
        TestHome.Said merged = b.json("resolve", item(), "--keep", "merge");
        assertThat(merged.code()).isEqualTo(1);
        assertThat(merged.err()).startsWith("GB-1013 ");
        assertThat(b.json("resolve", item(), "--keep", "remote").object())
                .containsEntry("deleted", false)
                .containsEntry("notes", "theirs");
        assertThat(b.json("sync").code()).isZero();
    }

    @Test
    void conflictsShowBothSidesAndWhatCanBeDone() {
        paidTwice("MH12AB1234");
        String words = b.run("conflicts").out();
        assertThat(words)
                .contains("1 to decide, of 1 shape")
                .contains("both sides tell of money for one visit")
                .contains("MH12AB1234")
                .contains("desk B")
                .contains("resolve " + item() + " --keep local | remote | merge");
        assertThat(words.lines().filter(line -> line.contains("payment_type")))
                .singleElement()
                .asString()
                .contains("Online", "Cash");
    }

    @Test
    void r3OneDecisionServesForAllOfOneShape() {
        List<String> uuids = new ArrayList<>();
        for (String plate : List.of("1111", "2222", "3333")) {
            uuids.add(a.enter(plate).text("uuid"));
        }
        String other = a.enter("4444").text("uuid");
        bothSync();
        for (String uuid : uuids) {
            a.json("exit", uuid, "--pay", "Cash");
            b.json("exit", uuid, "--pay", "Online");
        }
        a.json("delete", other, "--reason", "typed twice");
        b.json("edit", other, "--set", "notes=mine");
        a.json("sync");
        assertThat(b.json("sync").code()).isEqualTo(3);
        assertThat(b.run("conflicts").out()).contains("4 to decide, of 2 shapes", "2 more of this shape", "--all-like");
        TestHome.Said said = b.json("resolve", item(), "--keep", "remote", "--all-like");
        assertThat(said.code()).isZero();
        assertThat(said.object()).containsEntry("decided", new Json.Digits("3")).containsEntry("left", List.of());
        b.json("sync");
        for (String uuid : uuids) {
            assertThat(b.json("show", uuid).object())
                    .containsEntry("payment_type", "Cash")
                    .containsEntry("sync_status", "synced");
        }
        assertThat(b.json("conflicts").list()).hasSize(1);
        TestHome.Said left = b.json("resolve", item(), "--keep", "merge", "--all-like");
        assertThat(left.code()).isEqualTo(3);
        assertThat(left.err()).contains("GB-1013", "are open still");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        paidTwice("MH12AB1234");
        Map.of(
                        List.of("resolve", "x", "--keep", "local"), 2,
                        List.of("resolve", item(), "--keep", "mine"), 2,
                        List.of("resolve", item()), 2,
                        List.of("resolve", item(), "--keep", "local", "--take", "fee=local"), 2,
                        List.of("resolve", item(), "--keep", "merge", "--take", "fee"), 2,
                        List.of("resolve", item(), "--keep", "merge", "--take", "colour=local"), 1,
                        List.of("resolve", item(), "--keep", "merge", "--take", "uuid=local"), 1,
                        List.of("resolve", item(), "--keep", "local", "--seen", "1"), 1,
                        List.of("resolve", "99", "--keep", "local"), 1,
                        List.of("resolve", "99", "--keep", "local", "--all-like"), 1)
                .forEach((words, code) -> assertThat(b.json(words.toArray(String[]::new)))
                        .as("%s", words)
                        .satisfies(said -> assertThat(said.code()).isEqualTo(code)));
        assertThat(b.json("resolve", item(), "--keep", "local", "--seen", "1").err())
                .startsWith("GB-1012 ");
        assertThat(b.json("conflicts").list()).hasSize(1);
    }

    @Test
    void x2APoisonOperationDelaysOnlyItsOwnRecord() throws SQLException, IOException {
        String bad = a.enter("0000").text("uuid");
        a.json("import", thousandVehicles().toString());
        poison(bad);
        assertThat(a.json("sync").object()).containsEntry("pushed", new Json.Digits("1000"));
        TestHome.until("the cloud refused it for good", () -> {
            a.json("queue", "retry", queued(bad));
            a.json("sync");
            return a.json("status").text("failed").equals("1");
        });
        assertThat(a.json("status").object())
                .containsEntry("pending", new Json.Digits("0"))
                .containsEntry("failed", new Json.Digits("1"));
        Map<String, Object> failed =
                a.json("queue", "--status", "failed").list().getFirst();
        assertThat(failed.get("error_message").toString()).contains("notes", "10000");
        assertThat(a.run("queue", "--status", "failed").out()).contains("queue retry ID", "queue discard ID");
        assertThat(a.json("show", bad).text("sync_status")).isEqualTo("failed");
        assertThat(b.json("sync").object()).containsEntry("pulled", new Json.Digits("1000"));
        assertThat(a.json("queue", "discard", queued(bad), "--reason", "never came")
                        .code())
                .isZero();
        assertThat(a.json("status").object()).containsEntry("failed", new Json.Digits("0"));
    }

    /** A file of the earlier program. */
    private Path thousandVehicles() throws IOException {
        String rows = IntStream.range(0, 1_000)
                .mapToObj(at -> """
                        {"serial": %d, "transport_name": "Konkan Carriers", "vehicle_type": "Trailer",
                         "vehicle_number": "MH12AB%d", "driver_name": "N/A", "notes": "N/A",
                         "entry_time": "2025-05-29T12:%02d:%02d.471405", "status": "Parked", "parking_fee": 0,
                         "payment_status": "Unpaid", "payment_type": "N/A", "exit_time": "N/A"}""".formatted(1 + at, 1_000 + at, at / 60, at % 60))
                .collect(Collectors.joining(",\n", "[", "]"));
        return Files.writeString(a.folder.resolve("thousand.json"), rows);
    }

    /** What waits becomes something that no cloud takes; the register itself would have refused it. */
    private void poison(String uuid) throws SQLException {
        try (Connection book = DriverManager.getConnection("jdbc:sqlite:" + a.folder.resolve("gatebook.db"));
                PreparedStatement change = book.prepareStatement(
                        "UPDATE sync_queue SET data = json_set(data, '$.notes', ?) WHERE record_uuid = ?")) {
            change.setString(1, "x".repeat(10_001));
            change.setString(2, uuid);
            change.executeUpdate();
        }
    }

    private String queued(String uuid) {
        return a.json("queue").list().stream()
                .filter(row -> row.get("record_uuid").equals(uuid))
                .findFirst()
                .orElseThrow()
                .get("id")
                .toString();
    }

    private String paidTwice(String plate) {
        String uuid = a.enter(plate).text("uuid");
        bothSync();
        a.json("exit", uuid, "--pay", "Cash");
        b.json("exit", uuid, "--pay", "Online");
        a.json("sync");
        assertThat(b.json("sync").code()).isEqualTo(3);
        return uuid;
    }

    private void bothSync() {
        a.json("sync");
        b.json("sync");
    }

    private String item() {
        return b.json("conflicts").list().getFirst().get("id").toString();
    }
}
