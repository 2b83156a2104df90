package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F-F3: the cloud fails over to a standby that had not heard its last commits. */
@Tag("F-F3")
class PromotedStandbyTest {
    @TempDir
    Path folder;

    @Test
    void whatTheLostServerHadAcknowledgedIsSentAgainAndAllHoldTheSame() {
        try (LosingCloud cloud = new LosingCloud(folder)) {
            String site = cloud.site();
            TestHome a = cloud.desk(folder.resolve("a"), site);
            TestHome b = cloud.desk(folder.resolve("b"), site);
            String shared = a.enter("MH12AB0001").text("uuid");
            synced(a, b);
            try (Standby standby = cloud.standby(folder.resolve("standby"))) {
                String before = b.enter("MH12AB0002").text("uuid");
                synced(b, a);
                TestHome.until(
                        "the standby has it", () -> standby.answers("select max(last_seq) from site_books", "2"));
                standby.cutOff();
                a.json("exit", shared, "--pay", "Cash");
                String lost = a.enter("MH12AB0003").text("uuid");
                synced(a, b);
                cloud.failOver(standby);
                String later = b.enter("MH12AB0004").text("uuid");
                synced(b, a, b, a);
                assertThat(records(a))
                        .containsOnlyKeys(shared, before, lost, later)
                        .isEqualTo(records(b));
                assertThat(records(b).get(shared)).isEqualTo("Exited Paid");
                assertThat(a.json("conflicts", "--all").list()).isEmpty();
                assertThat(b.json("conflicts", "--all").list()).isEmpty();
                assertThat(a.json("audit", "verify").code()).isZero();
                assertThat(a.json("audit", "findings").out()).contains("cloud_lost");
                assertThat(a.json("sync", "--full").object())
                        .containsEntry("pulled", new Json.Digits("0"))
                        .containsEntry("pushed", new Json.Digits("0"));
                assertThat(standby.answers(
                                "select string_agg(timeline::text, ' ' order by noticed_at) from database_lives",
                                "1 2"))
                        .as("the other timeline is noticed")
                        .isTrue();
            }
        }
    }

    private static void synced(TestHome... desks) {
        for (TestHome desk : desks) {
            TestHome.Said said = desk.json("sync");
            assertThat(said.code()).as(said.err()).isZero();
        }
    }

    private static Map<String, String> records(TestHome desk) {
        return desk.json("list", "--limit", "1000").list().stream()
                .collect(java.util.stream.Collectors.toMap(
                        row -> row.get("uuid").toString(), row -> row.get("status") + " " + row.get("payment_status")));
    }
}
