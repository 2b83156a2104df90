package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk restored, cloned, ahead of time or shut out; real desks and a real cloud. */
class LyingWorldTest {
    private static final TestCloud CLOUD = TestCloud.running();

    @TempDir
    Path folder;

    private String site;
    private TestHome a;
    private TestHome b;

    @BeforeEach
    void aSiteWithTwoDesks() {
        site = CLOUD.site();
        a = CLOUD.desk(folder.resolve("a"), site, CLOUD.url());
        b = CLOUD.desk(folder.resolve("b"), site, CLOUD.url());
    }

    @Test
    @Tag("W2")
    void w2ADeskRestoredFromABackupPullsItsOwnPastAndItsTicketsGoOnAboveTheHighest() {
        a.enter("MH12AB0001");
        synced(a);
        Path backup = folder.resolve("yesterday.db");
        assertThat(a.json("backup", backup.toString()).code()).isZero();
        String sent = a.enter("MH12AB0002").text("uuid");
        synced(a);
        String unsent = a.enter("MH12AB0003").text("uuid");
        Map<String, Object> restored = a.json("restore", backup.toString()).object();
        assertThat(restored)
                .containsEntry("carried_over", new Json.Digits("1"))
                .containsEntry("ticket_coming", new Json.Digits("1"))
                .containsEntry("ticket_reached", new Json.Digits("3"));
        assertThat(a.json("show", sent).code())
                .as("not here until the cloud is asked")
                .isEqualTo(1);
        assertThat(a.enter("MH12AB0004").text("ticket_no")).isEqualTo("A-00004");
        assertThat(a.json("sync").object())
                .containsEntry("pulled", new Json.Digits("1"))
                .containsEntry("pushed", new Json.Digits("2"));
        synced(b);
        assertThat(b.json("show", unsent).code()).isZero();
        assertThat(tickets(a)).containsExactlyInAnyOrder("A-00001", "A-00002", "A-00003", "A-00004");
        assertThat(tickets(b)).containsExactlyInAnyOrderElementsOf(tickets(a));
        assertThat(a.json("audit", "verify").code()).isZero();
    }

    /** F-B12: the file is put back behind the program's back. */
    @Test
    @Tag("W2")
    void w2AFileCopiedBackBehindOurBackIsNoticedAndPullsItsOwnPast() throws IOException {
        a.enter("MH12AB0001");
        synced(a);
        Path copy = folder.resolve("copy.db");
        assertThat(a.json("backup", copy.toString()).code()).isZero();
        String sent = a.enter("MH12AB0002").text("uuid");
        synced(a);
        Path register = a.folder.resolve("gatebook.db");
        Files.copy(copy, register, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(a.folder.resolve("gatebook.db-wal"));
        Files.deleteIfExists(a.folder.resolve("gatebook.db-shm"));
        assertThat(a.enter("MH12AB0003").text("ticket_no")).isEqualTo("A-00003");
        synced(a, b);
        assertThat(a.json("show", sent).code()).isZero();
        assertThat(tickets(b)).containsExactlyInAnyOrder("A-00001", "A-00002", "A-00003");
        assertThat(a.json("status").text("connection")).isEqualTo("online");
    }

    /** F-G2. */
    @Test
    @Tag("W3")
    void w3ADiskClonedToASecondPcIsRefusedByNameAndItsWorkArrivesOnceAfterItEnrolsAnew() throws IOException {
        a.enter("MH12AB0001");
        synced(a);
        String shared = a.enter("MH12AB0002").text("uuid");
        TestHome second = TestHome.now(copied(a.folder, folder.resolve("second")));
        String atFirst = a.enter("MH12AB0003").text("uuid");
        String atSecond = second.enter("MH12AB0004").text("uuid");
        synced(a);
        for (int tries = 0; tries < 3; tries++) {
            TestHome.Said refused = second.json("sync");
            assertThat(refused.code()).isEqualTo(4);
            assertThat(refused.err()).contains("two machines");
            assertThat(second.json("status").object())
                    .containsEntry("connection", "offline")
                    .containsEntry("cause", "desk_cloned")
                    .containsEntry("pending", new Json.Digits("2"));
        }
        a.enter("MH12AB0005");
        synced(a);
        TestHome.Said enrolled = second.json("enrol", "--again", "--code", CLOUD.code(site));
        assertThat(enrolled.code()).isZero();
        assertThat(enrolled.text("desk_code")).isNotEqualTo("A");
        synced(second, a, b);
        assertThat(second.json("status").object())
                .containsEntry("connection", "online")
                .containsEntry("pending", new Json.Digits("0"));
        for (TestHome desk : List.of(a, b, second)) {
            assertThat(plates(desk))
                    .containsExactlyInAnyOrder("MH12AB0001", "MH12AB0002", "MH12AB0003", "MH12AB0004", "MH12AB0005");
            for (String uuid : List.of(shared, atFirst, atSecond)) {
                assertThat(desk.json("show", uuid).code()).isZero();
            }
            assertThat(desk.json("conflicts").list()).isEmpty();
        }
        assertThat(second.enter("MH12AB0006").text("ticket_no")).startsWith(enrolled.text("desk_code") + "-");
    }

    @Test
    @Tag("W4")
    void w4AClockADayAheadChangesNeitherOrderNorMergesAndIsShown() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        TestHome ahead = TestHome.at(a.folder, tomorrow);
        String uuid = ahead.enter("MH12AB0001").text("uuid");
        String written = ahead.json("show", uuid).text("entry_time");
        synced(ahead, b);
        assertThat(ahead.json("status").object())
                .containsEntry("connection", "online")
                .containsEntry("cause", "clock_wrong");
        ahead.json("edit", uuid, "--set", "notes=from the future");
        b.json("edit", uuid, "--set", "driver_name=S. Pawar");
        synced(ahead, b);
        b.json("edit", uuid, "--set", "notes=later, by the right clock");
        synced(b);
        synced(a);
        for (TestHome desk : List.of(a, b)) {
            assertThat(desk.json("show", uuid).object())
                    .containsEntry("notes", "later, by the right clock")
                    .containsEntry("driver_name", "S. Pawar")
                    .containsEntry("entry_time", written);
        }
        assertThat(a.json("status").object()).containsEntry("cause", null);
        assertThat(a.json("conflicts", "--all").list()).isEmpty();
        assertThat(a.json("audit", "verify").code()).isZero();
    }

    /** F-E4. */
    @Test
    void aDeskThatIsShutOutKeepsItsQueueAndSendsItOnceAfterItSignsInAnew() {
        a.enter("MH12AB0001");
        synced(a);
        a.enter("MH12AB0002");
        revoke(a);
        TestHome.Said refused = a.json("sync");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(a.json("status").object())
                .containsEntry("cause", "sign_in_needed")
                .containsEntry("pending", new Json.Digits("1"));
        assertThat(a.json("enrol", "--again", "--code", CLOUD.code(site)).code())
                .isZero();
        assertThat(a.json("sync").text("pushed")).isEqualTo("1");
        synced(b);
        assertThat(plates(b)).containsExactlyInAnyOrder("MH12AB0001", "MH12AB0002");
        assertThat(a.json("status").object())
                .containsEntry("connection", "online")
                .containsEntry("cause", null);
    }

    /** As the office does it. */
    private void revoke(TestHome desk) {
        String device = desk.json("history", firstUuid(desk))
                .list()
                .getFirst()
                .get("device_id")
                .toString();
        try (gatebook.ledger.cluster.OwnPostgres postgres =
                        gatebook.ledger.cluster.OwnPostgres.open(CLOUD.data(), new java.security.SecureRandom());
                gatebook.ledger.Ledger ledger = gatebook.ledger.Ledger.open(
                        postgres.settings(),
                        java.time.Clock.systemUTC(),
                        com.github.f4b6a3.uuid.UuidCreator::getTimeOrderedEpoch,
                        new java.security.SecureRandom())) {
            assertThat(ledger.revoke(
                            new gatebook.ledger.site.SiteId(java.util.UUID.fromString(site)),
                            new gatebook.ledger.site.DeviceId(java.util.UUID.fromString(device))))
                    .isTrue();
        }
    }

    private static String firstUuid(TestHome desk) {
        return desk.json("list").list().getFirst().get("uuid").toString();
    }

    private static void synced(TestHome... desks) {
        for (TestHome desk : desks) {
            TestHome.Said said = desk.json("sync");
            assertThat(said.code()).as(said.err()).isZero();
        }
    }

    private static List<String> tickets(TestHome desk) {
        return column(desk, "ticket_no");
    }

    private static List<String> plates(TestHome desk) {
        return column(desk, "vehicle_number");
    }

    private static List<String> column(TestHome desk, String name) {
        return desk.json("list", "--limit", "100").list().stream()
                .map(row -> row.get(name).toString())
                .toList();
    }

    /** As a disk image is written to another machine. */
    private static Path copied(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file));
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return to;
    }
}
