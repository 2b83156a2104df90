package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full sync compares both sides and mends single rows; a rehearsal says what a sync then does. */
class FullComparisonTest {
    private static final TestCloud CLOUD = TestCloud.running();

    @TempDir
    Path folder;

    private TestHome a;
    private TestHome b;

    @BeforeEach
    void aSiteWithTwoDesks() {
        String site = CLOUD.site();
        a = CLOUD.desk(folder.resolve("a"), site, CLOUD.url());
        b = CLOUD.desk(folder.resolve("b"), site, CLOUD.url());
    }

    @Test
    void aRowThatWasDamagedHereIsMendedFromTheCloudAndTheMendingIsAudited() throws SQLException {
        String damaged = a.enter("MH12AB0001").text("uuid");
        String sound = a.enter("MH12AB0002").text("uuid");
        synced(a, b);
        b.json("edit", damaged, "--set", "notes=by B");
        synced(b, a);
        inTheFile(
                a,
                "UPDATE parking_entries SET notes = 'xyz', base_data = replace(base_data, 'by B', 'xyz') WHERE uuid = '"
                        + damaged + "'");
        a.json("edit", sound, "--set", "notes=unsent is no difference");
        assertThat(a.json("sync").object())
                .as("a usual run sees nothing")
                .containsEntry("pulled", new Json.Digits("0"));
        TestHome.Said full = a.json("sync", "--full");
        assertThat(full.object()).containsEntry("pulled", new Json.Digits("1"));
        assertThat(full.err()).contains("Comparing records", "100 %");
        assertThat(a.json("show", damaged).text("notes")).isEqualTo("by B");
        assertThat(a.json("history", damaged).list().getLast()).containsEntry("cause", "repair");
        assertThat(a.json("audit", "verify").code()).isZero();
        assertThat(a.json("sync", "--full").object()).containsEntry("pulled", new Json.Digits("0"));
    }

    @Test
    void aRecordThatAFullSyncFindsMissingHereIsFetched() throws SQLException {
        a.enter("MH12AB0001");
        String missing = a.enter("MH12AB0002").text("uuid");
        synced(a, b);
        inTheFile(
                b,
                "DROP TRIGGER parking_entries_keep_rows",
                "DELETE FROM parking_entries WHERE uuid = '" + missing + "'");
        synced(b);
        assertThat(b.json("show", missing).code()).isEqualTo(1);
        assertThat(b.json("sync", "--full").object()).containsEntry("pulled", new Json.Digits("1"));
        assertThat(b.json("show", missing).object()).containsEntry("vehicle_number", "MH12AB0002");
    }

    @Test
    void whatARehearsalSaysComesTrue() {
        List<String> shared = Stream.of("MH12AB0001", "MH12AB0002", "MH12AB0003")
                .map(plate -> a.enter(plate).text("uuid"))
                .toList();
        synced(a, b);
        a.json("exit", shared.get(0), "--pay", "Cash");
        a.json("edit", shared.get(1), "--set", "notes=by A");
        a.enter("MH12AB0004");
        synced(a);
        b.json("exit", shared.get(0), "--pay", "Online");
        b.json("edit", shared.get(1), "--set", "driver_name=by B");
        b.json("delete", shared.get(2), "--reason", "a test");
        b.enter("MH12AB0005");
        Map<String, Object> said = b.json("sync", "--dry-run").object();
        assertThat(said).containsEntry("conflicts", new Json.Digits("1"));
        Map<String, Object> done = b.json("sync").object();
        for (String count : List.of("pushed", "conflicts", "merged", "pulled", "rejected", "failed")) {
            assertThat(said).as(count).containsEntry(count, done.get(count));
        }
    }

    private static void inTheFile(TestHome desk, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + desk.folder.resolve("gatebook.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void synced(TestHome... desks) {
        for (TestHome desk : desks) {
            TestHome.Said said = desk.json("sync");
            assertThat(said.code()).as(said.err()).isZero();
        }
    }
}
