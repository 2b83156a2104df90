package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs taken back at a real desk, with another one and a real cloud that follow. */
class UndoCommandTest {
    private static final TestCloud CLOUD = TestCloud.running();

    @TempDir
    Path folder;

    private TestHome a;
    private TestHome b;
    private String uuid;

    @BeforeEach
    void bothDesksHoldARecord() {
        String site = CLOUD.site();
        a = CLOUD.desk(folder.resolve("a"), site, CLOUD.url());
        b = CLOUD.desk(folder.resolve("b"), site, CLOUD.url());
        uuid = a.enter("MH12AB1234").text("uuid");
        sync(a);
        sync(b);
    }

    @Test
    @DisplayName("U1: a pulled change is undone at A, and B and the cloud follow")
    void aPulledChangeIsUndoneEverywhere() {
        edit(b, "notes=wrong");
        sync(b);
        String run = sync(a);

        TestHome.Said undone = a.json("undo", run);

        assertThat(undone.code()).as(undone.err()).isZero();
        assertThat(undone.object())
                .containsEntry("run", new Json.Digits(run))
                .containsEntry("restored", new Json.Digits("1"))
                .containsEntry("left", new Json.Digits("0"));
        assertThat(a.json("show", uuid).object()).containsEntry("notes", null);
        allFollow();
        assertThat(b.json("show", uuid).object()).containsEntry("notes", null);
        assertThat(a.json("history", uuid).list().getLast())
                .containsEntry("cause", "rollback")
                .containsEntry("reason", "undo of run " + run);
    }

    @Test
    @DisplayName("U2: A's later edit stays, and the undo lists it")
    void aLaterEditStaysAndIsListed() {
        edit(b, "notes=wrong");
        edit(b, "driver_name=nobody");
        sync(b);
        String run = sync(a);
        edit(a, "notes=right");

        TestHome.Said undone = a.json("undo", run);

        assertThat(undone.code()).isEqualTo(3);
        assertThat(record(undone))
                .containsEntry("action", "restored")
                .containsEntry("fields", List.of("driver_name"))
                .containsEntry("kept", List.of("notes"));
        allFollow();
        assertThat(b.json("show", uuid).object())
                .containsEntry("notes", "right")
                .containsEntry("driver_name", null);
    }

    @Test
    @DisplayName("U3: an undo of an undo brings everything back")
    void anUndoIsUndone() {
        edit(b, "notes=from B");
        sync(b);
        String run = sync(a);
        String undo = a.json("undo", run).text("undo_run");
        allFollow();

        assertThat(a.json("undo", undo).code()).isZero();
        allFollow();

        assertThat(b.json("show", uuid).object()).containsEntry("notes", "from B");
        assertThat(a.json("undo", undo).object()).containsEntry("undo_run", null);
    }

    @Test
    @DisplayName("P9: undoing a sync restores exactly the values from before it")
    void p9RestoresExactlyWhatWasBefore() {
        String leaving = a.enter("MH14CD5678").text("uuid");
        String voided = a.enter("MH15EF9012").text("uuid");
        sync(a);
        sync(b);
        edit(a, "location=row 7");
        Map<String, Map<String, Object>> before = records(a);
        edit(b, "vehicle_number=GJ01XY4321");
        edit(b, "driver_contact=98200");
        b.json("exit", leaving, "--pay", "Cash");
        b.json("delete", voided, "--reason", "a mistake");
        String fresh = b.enter("KA05MN0007").text("uuid");
        sync(b);
        String run = sync(a);
        assertThat(records(a)).isNotEqualTo(before).containsKey(fresh);

        TestHome.Said undone = a.json("undo", run, "--all", "--approved-by", "Owner");

        assertThat(undone.code()).as(undone.out()).isZero();
        assertThat(undone.object())
                .containsEntry("restored", new Json.Digits("2"))
                .containsEntry("revived", new Json.Digits("1"))
                .containsEntry("voided", new Json.Digits("1"));
        assertThat(records(a)).isEqualTo(before);
        allFollow();
        assertThat(records(a)).isEqualTo(before);
        assertThat(a.json("audit", "verify").code()).isZero();
    }

    @Test
    void aRehearsalChangesNothingAndARunIsUndoneOnce() {
        b.json("exit", uuid, "--pay", "Cash");
        sync(b);
        String run = sync(a);
        Object shown = a.json("show", uuid).object();

        TestHome.Said rehearsed = a.json("undo", run, "--dry-run");

        assertThat(rehearsed.code()).isZero();
        assertThat(rehearsed.object()).containsEntry("dry_run", true).containsEntry("undo_run", null);
        assertThat(record(rehearsed)).containsEntry("action", "restored");
        assertThat(record(rehearsed).get("payment_taken_back")).isInstanceOf(Json.Digits.class);
        assertThat(a.json("show", uuid).object()).isEqualTo(shown);
        assertThat(a.run("undo", run, "--approved-by", "Ravi").out())
                .contains("A-00001")
                .contains("takes back the payment of")
                .contains("done: 1 records");
        TestHome.Said second = a.run("undo", run);
        assertThat(second.code()).isZero();
        assertThat(second.out()).contains("nothing is left to undo of run " + run);
    }

    @Test
    void aPaymentIsTakenBackOnlyIfTwoPersonsAgree() {
        b.json("exit", uuid, "--pay", "Cash");
        sync(b);
        String run = sync(a);
        Object shown = a.json("show", uuid).object();

        TestHome.Said alone = a.json("undo", run, "--by", "Asha");
        assertThat(alone.code()).isEqualTo(1);
        assertThat(alone.err()).contains("GB-1015", "takes back 1 payment", "--approved-by");
        assertThat(a.json("undo", run, "--by", "Asha", "--approved-by", " asha ")
                        .code())
                .isEqualTo(1);
        assertThat(a.json("undo", run, "--by", "Asha", "--approved-by", " ").code())
                .isEqualTo(1);
        assertThat(a.json("show", uuid).object()).isEqualTo(shown);

        assertThat(a.json("undo", run, "--by", "Asha", "--approved-by", "Ravi").code())
                .isZero();
        assertThat(a.json("history", uuid).out()).contains("undo of run " + run + ", approved by Ravi");
    }

    @Test
    void whatTheRunBroughtInStaysWithoutAnybodyBeingNeeded() {
        String fresh = b.enter("KA05MN0007").text("uuid");
        sync(b);
        String run = sync(a);

        TestHome.Said undone = a.json("undo", run);

        assertThat(undone.code()).isZero();
        assertThat(undone.object()).containsEntry("brought_in", new Json.Digits("1"));
        assertThat(record(undone)).containsEntry("reason", "BROUGHT_IN");
        assertThat(a.run("undo", run).out()).contains("with --all they are voided");
        assertThat(a.json("show", fresh).object()).containsEntry("deleted", false);
    }

    @Test
    void theListOfRunsShowsWhatWasUndone() {
        edit(b, "notes=wrong");
        sync(b);
        String run = sync(a);
        String undo = a.json("undo", run, "--by", "Asha").text("undo_run");

        List<Map<String, Object>> runs = a.json("runs").list();

        assertThat(runs.getFirst())
                .containsEntry("run", new Json.Digits(undo))
                .containsEntry("trigger", "undo")
                .containsEntry("undoes", new Json.Digits(run))
                .containsEntry("restored", new Json.Digits("1"));
        assertThat(runs.get(1)).containsEntry("undone_by", List.of(new Json.Digits(undo)));
        assertThat(a.run("runs").out())
                .contains("of run " + run + ", 1 records")
                .contains("undone by run " + undo);
        assertThat(a.json("history", uuid).list().getLast()).containsEntry("actor", "Asha");
    }

    @Test
    void aRunThatNeverWasIsRefused() {
        for (String none : List.of("99", "0", "-1")) {
            TestHome.Said refused = a.run("undo", none);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains("GB-1011 ");
        }
        assertThat(a.run("undo", "last").code()).isEqualTo(2);
        assertThat(a.run("undo").code()).isEqualTo(2);
        assertThat(a.run("undo", "1", "--by", " ").code()).isEqualTo(1);
    }

    private void edit(TestHome desk, String change) {
        assertThat(desk.json("edit", uuid, "--set", change).code()).isZero();
    }

    /** The number of the run. */
    private static String sync(TestHome desk) {
        TestHome.Said synced = desk.json("sync");
        assertThat(synced.text("outcome")).as(synced.err()).isEqualTo("completed");
        return synced.text("run");
    }

    /** The undo reaches B, which hears of it from the cloud alone. */
    private void allFollow() {
        sync(a);
        sync(b);
        assertThat(records(b)).isEqualTo(records(a));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> record(TestHome.Said said) {
        return ((List<Map<String, Object>>) said.object().get("records")).getFirst();
    }

    /** Every record by its id, without what is the desk's own and the time of edit. */
    private static Map<String, Map<String, Object>> records(TestHome desk) {
        Map<String, Map<String, Object>> records = new TreeMap<>();
        for (Map<String, Object> row : desk.json("list", "--limit", "1000").list()) {
            Map<String, Object> record = new TreeMap<>(row);
            record.keySet()
                    .removeAll(List.of("sync_status", "remote_id", "remote_version", "last_sync_at", "last_modified"));
            records.put(row.get("uuid").toString(), record);
        }
        return records;
    }
}
