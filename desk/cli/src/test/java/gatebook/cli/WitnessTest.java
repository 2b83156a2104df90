package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Desk and cloud are each other's witnesses: whoever rewrites a past is found at the next sync. */
@Tag("F-H5")
class WitnessTest {
    /** What somebody does to the tables, all of it at once. */
    private record Tampering(String kind, List<String> statements) {
        static Tampering of(String kind, String... statements) {
            return new Tampering(kind, List.of(statements));
        }
    }

    private static final List<Tampering> TAMPERINGS = List.of(
            Tampering.of("edit", "update history set actor = 'Nobody' where seq = 2"),
            Tampering.of(
                    "edit of the data", "update history set data = replace(data, 'Konkan', 'Deccan') where seq = 4"),
            Tampering.of("delete", "delete from history where seq = 3"),
            Tampering.of(
                    "insert",
                    "insert into history select site_id, 7, record_uuid, version + 1, device_id, actor,"
                            + " op_id, operation, made_at, committed_at, data, hash from history where seq = 6"),
            Tampering.of(
                    "swap",
                    "update history set seq = 99 where seq = 2",
                    "update history set seq = 2 where seq = 4",
                    "update history set seq = 4 where seq = 99"),
            Tampering.of("cut", "delete from history where seq = 6"),
            Tampering.of(
                    "cut and forget",
                    "delete from history where seq = 6",
                    "update site_books b set last_seq = 5, history_hash = h.hash, last_committed_at = h.committed_at"
                            + " from history h where h.site_id = b.site_id and h.seq = 5"));

    @TempDir
    Path folder;

    private LosingCloud cloud;
    private String site;
    private TestHome a;
    private TestHome b;

    @BeforeEach
    void aSiteWithTwoDesks() {
        cloud = new LosingCloud(folder);
        site = cloud.site();
        a = cloud.desk(folder.resolve("a"), site);
        b = cloud.desk(folder.resolve("b"), site);
        for (int at = 0; at < 3; at++) {
            a.enter("MH12AB000" + at);
            assertThat(a.json("sync").code()).isZero();
            b.enter("MH12AB100" + at);
            assertThat(b.json("sync").code()).isZero();
        }
        assertThat(a.json("sync").code()).isZero();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void aSyncThatFindsNothingSaysNothing() {
        assertThat(a.json("audit", "findings").list()).isEmpty();
        assertThat(a.json("status").object()).containsEntry("cause", null);
        assertThat(a.json("audit", "verify").code()).isZero();
    }

    @Test
    void whateverIsDoneToTheCloudsHistoryIsFoundByEveryDesk() {
        cloud.tamper("create table kept as table history", "create table kept_books as table site_books");
        for (Tampering tampering : TAMPERINGS) {
            cloud.tamper(tampering.statements().toArray(String[]::new));
            assertFoundBy(tampering.kind(), a);
            assertFoundBy(tampering.kind(), b);
            cloud.tamper(
                    "delete from history",
                    "insert into history select * from kept",
                    "update site_books b set last_seq = k.last_seq, history_hash = k.history_hash,"
                            + " last_committed_at = k.last_committed_at from kept_books k where k.site_id = b.site_id");
            acknowledged(tampering.kind(), a, b);
        }
        for (String altered : List.of(
                "update history set actor = 'Nobody' where seq = 2",
                "delete from history where seq = 6",
                "update history set data = replace(data, 'Konkan', 'Deccan') where seq = 5")) {
            cloud.tamper(altered);
            if (altered.startsWith("delete")) {
                cloud.tamper("insert into history select k.site_id, 6, k.record_uuid, k.version, k.device_id, k.actor,"
                        + " k.op_id, k.operation, k.made_at, last.committed_at, k.data, k.hash"
                        + " from kept k, kept last where k.seq = 5 and last.seq = 6");
            }
            cloud.chainAnew(site);
            assertFoundBy("chained anew: " + altered, a);
            assertFoundBy("chained anew: " + altered, b);
            acknowledged(altered, a, b);
        }
    }

    /** The chain of hashes is whole, and the desks were given something else. */
    @Test
    void aRecordThatIsNotAsItsHistoryLeftItIsNamedByTheAudit() {
        assertThat(cloud.audit(site).code()).isZero();
        cloud.tamper("update entries set fee_minor = fee_minor + 5000 where seq = 4");
        TestHome.Said said = cloud.audit(site);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).startsWith("GB-1210 ").contains("is not as its newest change left it");
        cloud.tamper("update entries set fee_minor = fee_minor - 5000 where seq = 4");
        assertThat(cloud.audit(site).code()).isZero();
    }

    private static void assertFoundBy(String kind, TestHome desk) {
        TestHome.Said said = desk.json("sync");
        assertThat(said.code()).as(kind + " " + said.err()).isEqualTo(3);
        assertThat(said.err()).as(kind).contains("GB-1210");
        assertThat(desk.json("status").object()).as(kind).containsEntry("cause", "cloud_rewritten");
        TestHome.Said verified = desk.json("audit", "verify");
        assertThat(verified.code()).as(kind).isEqualTo(3);
        assertThat(verified.out()).as(kind).contains("cloud_rewritten");
    }

    /** What was wrong is put right, or followed as it is from now on. */
    private static void acknowledged(String kind, TestHome... desks) {
        for (TestHome desk : desks) {
            Map<String, Object> newest = desk.json("audit", "findings").list().getLast();
            TestHome.Said said = desk.json(
                    "audit", "acknowledge", newest.get("id").toString(), "--reason", "a test", "--by", "Owner");
            assertThat(said.code()).as(said.err()).isZero();
        }
        for (TestHome desk : desks) {
            TestHome.Said said = desk.json("sync");
            assertThat(said.code()).as(kind + " is over: " + said.err()).isZero();
            assertThat(desk.json("audit", "verify").code()).isZero();
        }
    }

    @Test
    void aDeskWhosePastIsAnotherThanItToldIsFoundByItselfAndByTheCloud() throws IOException {
        Path kept = copied(a, folder.resolve("kept"));
        a.enter("MH12AB7777");
        assertThat(a.json("sync").code()).isZero();
        putBack(kept, a);
        a.enter("MH12AB8888");
        a.enter("MH12AB9999");
        TestHome.Said said = a.json("sync");
        assertThat(said.code()).as(said.err()).isEqualTo(3);
        assertThat(said.err()).contains("GB-1114");
        assertThat(a.json("status").object())
                .containsEntry("cause", "trail_rewritten")
                .containsEntry("pending", new Json.Digits("0"));
        TestHome.Said verified = a.json("audit", "verify");
        assertThat(verified.code()).isEqualTo(5);
        assertThat(verified.err()).startsWith("GB-1110 ");
        a.enter("MH12AB6666");
        assertThat(a.json("sync").code()).isEqualTo(3);
        a.enter("MH12AB5555");
        assertThat(a.json("sync").code()).isEqualTo(3);
        assertThat(cloud.audit(site).list())
                .hasSize(1)
                .first()
                .satisfies(found -> assertThat(found).containsEntry("desk_code", "A"));
        assertThat(a.json("audit", "acknowledge", "1", "--reason", "a disk was exchanged")
                        .code())
                .isZero();
        assertThat(a.json("sync").code()).isZero();
        assertThat(a.json("audit", "verify").code()).isZero();
    }

    @Test
    void aTrailWhoseEndWasCutOffWithAllThatRemembersItIsFound() throws IOException {
        Path kept = copied(a, folder.resolve("kept"));
        a.enter("MH12AB7777");
        assertThat(a.json("sync").code()).isZero();
        putBack(kept, a);
        TestHome.Said said = a.json("sync");
        assertThat(said.code()).as(said.err()).isEqualTo(3);
        assertThat(said.err()).contains("GB-1114", "its end was cut off");
    }

    @Test
    void aMissingEndIsRememberedUntilSomebodySaysWhatItWas() throws IOException {
        Path kept = copied(a, folder.resolve("kept"));
        a.enter("MH12AB7777");
        Files.copy(kept.resolve("gatebook.db"), a.folder.resolve("gatebook.db"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(a.json("audit", "verify").code()).isEqualTo(3);
        TestHome.Said again = a.json("audit", "verify");
        assertThat(again.code()).isEqualTo(3);
        assertThat(again.object()).containsEntry("missing_rows", new Json.Digits("1"));
        assertThat(a.json("sync").code()).isZero();
        assertThat(a.json("audit", "acknowledge", "1").code()).isEqualTo(1);
        assertThat(a.json("audit", "acknowledge", "x", "--reason", "y").err()).startsWith("GB-1014");
        assertThat(a.json("audit", "acknowledge", "1", "--reason", "a power cut")
                        .code())
                .isZero();
        assertThat(a.json("audit", "verify").code()).isZero();
    }

    private static Path copied(TestHome desk, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("gatebook.db", "counters")) {
            Files.copy(desk.folder.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return to;
    }

    /** All that could remember goes back with the register, but for the number of the desk's requests. */
    private static void putBack(Path kept, TestHome desk) throws IOException {
        for (String name : List.of("gatebook.db", "counters")) {
            Files.copy(kept.resolve(name), desk.folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        RegisterEdit.run(
                desk.folder.resolve("gatebook.db"),
                "UPDATE sync_metadata SET value = value + 1000 WHERE key = 'device_seq'");
    }
}
