package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryCommandsTest {
    private static final List<String> FIELDS = List.of(
            "uuid",
            "ticket_no",
            "serial_number",
            "transport_name",
            "vehicle_type",
            "vehicle_number",
            "driver_name",
            "driver_contact",
            "location",
            "notes",
            "entry_time",
            "exit_time",
            "status",
            "fee",
            "computed_fee",
            "fee_manually_set",
            "fee_reason",
            "payment_status",
            "payment_type",
            "created_by",
            "created_at",
            "last_modified",
            "sync_status",
            "remote_id",
            "remote_version",
            "last_sync_at",
            "deleted");

    @TempDir
    Path folder;

    private TestHome desk;

    @BeforeEach
    void atADesk() {
        desk = TestHome.at(folder.resolve("home"));
    }

    @Test
    void aCorrectionThatChangesNothingIsNoOperation() {
        TestHome desk = TestHome.at(folder.resolve("same"));
        String uuid = desk.enter("MH12AB1234").text("uuid");
        TestHome.Said said = desk.json("edit", uuid, "--set", "transport_name=Konkan Carriers");
        assertThat(said.code()).isZero();
        assertThat(said.err()).contains("nothing changed");
        assertThat(said.text("uuid")).isEqualTo(uuid);
        assertThat(desk.json("queue").list()).hasSize(1);
        assertThat(desk.json("history", uuid).list()).hasSize(1);
    }

    @Test
    void theFirstUseOfAFolderSetsTheDeskUpWithoutAWord() {
        TestHome.Said said = desk.json("list");
        assertThat(said.code()).isZero();
        assertThat(said.list()).isEmpty();
        assertThat(said.err()).isEmpty();
    }

    @Test
    void anEntryHasTheFieldsOfTheContractAndNoOthers() {
        Map<String, Object> entry = desk.enter("MH12AB1234").object();
        assertThat(entry.keySet()).containsExactlyInAnyOrderElementsOf(FIELDS);
        assertThat(entry)
                .containsEntry("ticket_no", "A-00001")
                .containsEntry("serial_number", new Json.Digits("1"))
                .containsEntry("vehicle_number", "MH12AB1234")
                .containsEntry("driver_name", null)
                .containsEntry("entry_time", "2026-11-22T06:40:10.536Z")
                .containsEntry("exit_time", null)
                .containsEntry("status", "Parked")
                .containsEntry("fee", new Json.Digits("0.00"))
                .containsEntry("computed_fee", null)
                .containsEntry("fee_manually_set", false)
                .containsEntry("payment_status", "Unpaid")
                .containsEntry("created_by", "System")
                .containsEntry("sync_status", "pending")
                .containsEntry("remote_id", null)
                .containsEntry("remote_version", new Json.Digits("0"))
                .containsEntry("deleted", false);
    }

    @Test
    void everyOptionOfAnEntryIsKept() {
        Map<String, Object> entry = desk.json(
                        "enter",
                        "--vehicle-number=1234",
                        "--vehicle-type=6 Wheeler",
                        "--transport-name=शिव रोडलाइन्स",
                        "--driver-name=Asha",
                        "--driver-contact=98220 00000",
                        "--location=Row 3",
                        "--notes=\"quoted\" ${user.home} @file",
                        "--entry-time=2026-11-22T11:00:00",
                        "--created-by=Ravi")
                .object();
        assertThat(entry)
                .containsEntry("vehicle_type", "6 Wheeler")
                .containsEntry("transport_name", "शिव रोडलाइन्स")
                .containsEntry("driver_name", "Asha")
                .containsEntry("driver_contact", "98220 00000")
                .containsEntry("location", "Row 3")
                .containsEntry("notes", "\"quoted\" ${user.home} @file")
                .containsEntry("entry_time", "2026-11-22T05:30:00.000Z")
                .containsEntry("created_by", "Ravi");
    }

    @Test
    void aTimeWithAnOffsetIsTakenAsItIs() {
        TestHome.Said said = desk.json(
                "enter",
                "--vehicle-number=1",
                "--vehicle-type=Trailer",
                "--transport-name=X",
                "--entry-time=2026-11-22T06:00:00+01:00");
        assertThat(said.text("entry_time")).isEqualTo("2026-11-22T05:00:00.000Z");
    }

    @Test
    void anExitIsPaidInCashUnlessSaidOtherwise() {
        desk.enter("MH12AB1234");
        TestHome.Said said = desk.later(Duration.ofHours(25)).json("exit", "A-00001");
        assertThat(said.code()).isZero();
        assertThat(said.object())
                .containsEntry("status", "Exited")
                .containsEntry("exit_time", "2026-11-23T07:40:10.536Z")
                .containsEntry("fee", new Json.Digits("450.00"))
                .containsEntry("computed_fee", new Json.Digits("450.00"))
                .containsEntry("payment_status", "Paid")
                .containsEntry("payment_type", "Cash");
    }

    @Test
    void anExitCanBeUnpaidOnlineOrAtAnotherFee() {
        desk.enter("1111");
        desk.enter("2222");
        desk.enter("3333");
        assertThat(desk.json("exit", "1111", "--unpaid").object())
                .containsEntry("payment_status", "Unpaid")
                .containsEntry("payment_type", null);
        assertThat(desk.json("exit", "2222", "--pay", "Online").object()).containsEntry("payment_type", "Online");
        assertThat(desk.json("exit", "3333", "--fee", "150.50", "--reason", "regular")
                        .object())
                .containsEntry("fee", new Json.Digits("150.50"))
                .containsEntry("computed_fee", new Json.Digits("225.00"))
                .containsEntry("fee_manually_set", true)
                .containsEntry("fee_reason", "regular");
    }

    @Test
    void anEntryIsMeantByUuidTicketPlateOrItsLastFourDigits() {
        String uuid = desk.enter("MH12AB1234").text("uuid");
        for (String typed : List.of(uuid, "A-00001", "a-00001", "MH12AB1234", "mh 12 ab-1234", "1234")) {
            assertThat(desk.json("show", typed).text("uuid")).as(typed).isEqualTo(uuid);
        }
    }

    @Test
    void oneOfTwoVehiclesWithTheSameLastDigitsIsNotGuessed() {
        desk.enter("MH12AB1234");
        desk.enter("GJ01XY1234");
        TestHome.Said said = desk.json("exit", "1234");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("GB-1003 ").contains("A-00001", "A-00002");
    }

    @Test
    void aVehicleThatIsInsideAlreadyIsWrittenInAndWarnedOf() {
        desk.enter("MH12AB1234");
        TestHome.Said said = desk.later(Duration.ofMinutes(1)).enter("mh12ab1234");
        assertThat(said.code()).isZero();
        assertThat(said.text("ticket_no")).isEqualTo("A-00002");
        assertThat(said.err()).contains("inside already", "A-00001");
    }

    @Test
    void anEditSetsFieldsAndAnEmptyValueEmptiesOne() {
        String uuid = desk.enter("MH12AB1234").text("uuid");
        assertThat(desk.json("edit", uuid, "--set", "notes=a=b", "location=Row 1")
                        .object())
                .containsEntry("notes", "a=b")
                .containsEntry("location", "Row 1");
        assertThat(desk.json("edit", uuid, "--set", "notes=").object()).containsEntry("notes", null);
    }

    @Test
    void aVoidedEntryLeavesTheListsAndKeepsItsHistory() {
        String uuid = desk.enter("MH12AB1234").text("uuid");
        assertThat(desk.json("delete", uuid, "--reason", "typed twice").object())
                .containsEntry("deleted", true);
        assertThat(desk.json("list").list()).isEmpty();
        List<Map<String, Object>> history = desk.json("history", uuid).list();
        assertThat(history).extracting(row -> row.get("operation")).containsExactly("CREATE", "DELETE");
        assertThat(history.getLast()).containsEntry("reason", "typed twice").containsEntry("after", null);
        assertThat(desk.json("edit", uuid, "--set", "notes=x").err()).startsWith("GB-1006 ");
    }

    @Test
    void aListIsNewestFirstAndCanBeNarrowed() {
        desk.enter("1111");
        desk.later(Duration.ofHours(1)).enter("2222");
        desk.later(Duration.ofHours(2)).enter("3333");
        desk.later(Duration.ofHours(3)).json("exit", "2222");
        assertThat(plates("list")).containsExactly("3333", "2222", "1111");
        assertThat(plates("list", "--status", "Parked")).containsExactly("3333", "1111");
        assertThat(plates("list", "--payment", "Paid")).containsExactly("2222");
        assertThat(plates("list", "--search", "222")).containsExactly("2222");
        assertThat(plates("list", "--type", "trailer", "--limit", "1")).containsExactly("3333");
        assertThat(plates("list", "--from", "2026-11-22T07:40:10.536Z", "--to", "2026-11-22T08:00:00Z"))
                .containsExactly("2222");
        assertThat(plates("list", "--to", "2026-11-21")).isEmpty();
        assertThat(plates("list", "--from", "2026-11-22", "--to", "2026-11-22")).hasSize(3);
    }

    @Test
    void theTotalsOfADayAreThoseOfTheSitesCalendar() {
        desk.enter("1111");
        desk.enter("2222");
        desk.json("exit", "1111");
        desk.enter("3333");
        desk.json("exit", "3333", "--unpaid");
        assertThat(desk.json("stats", "--date", "2026-11-22").object())
                .containsEntry("date", "2026-11-22")
                .containsEntry("parked", new Json.Digits("1"))
                .containsEntry("entered", new Json.Digits("3"))
                .containsEntry("inside", new Json.Digits("1"))
                .containsEntry("exited", new Json.Digits("2"))
                .containsEntry("income", new Json.Digits("225.00"))
                .containsEntry("unpaid", new Json.Digits("225.00"));
    }

    @Test
    void peopleReadATableWithTheMoneysCurrencyAndTheSitesTime() {
        desk.enter("MH12AB1234");
        desk.run("exit", "A-00001");
        assertThat(desk.run("list").out())
                .contains("ticket", "A-00001", "MH12AB1234", "2026-11-22 12:10:10", "225.00 INR", "Paid Cash");
        assertThat(desk.run("show", "A-00001").out()).contains("Konkan Carriers", "Asia/Kolkata");
        assertThat(desk.run("history", "A-00001").out()).contains("status: Parked -> Exited");
    }

    @Test
    void theFolderAndTheFormMayBeSaidBeforeOrAfterTheCommand() {
        Path other = folder.resolve("other");
        for (String[] words : new String[][] {
            {"--home", other.toString(), "--json", "list"},
            {"list", "--home", other.toString(), "--json"},
            {"--json", "list", "--home=" + other}
        }) {
            assertThat(desk.run(words).list()).isEmpty();
        }
        assertThat(other.resolve("gatebook.db")).exists();
        assertThat(desk.folder).doesNotExist();
    }

    @Test
    void aRowOfTheHistoryIsTheWholeRowOfTheAuditTrail() {
        String uuid = desk.enter("MH12AB1234").text("uuid");
        desk.json("edit", uuid, "--set", "notes=x");
        List<Map<String, Object>> history = desk.json("history", uuid).list();
        assertThat(history.getFirst())
                .containsOnlyKeys(
                        "id",
                        "at",
                        "actor",
                        "device_id",
                        "cause",
                        "sync_run_id",
                        "table_name",
                        "record_uuid",
                        "operation",
                        "before",
                        "after",
                        "reason",
                        "prev_hash",
                        "hash")
                .containsEntry("record_uuid", uuid)
                .containsEntry("table_name", "parking_entries")
                .containsEntry("prev_hash", "0".repeat(64));
        assertThat(history.getLast())
                .containsEntry("prev_hash", history.getFirst().get("hash"));
    }

    @Test
    void whatCannotBeMeantIsSaidInWordsOfThisProgram() {
        assertUsage("there is no command 'foo' here", "foo");
        assertUsage("there is no place for 'extra' here", "list", "extra");
        assertUsage("'x' is not a whole number", "list", "--limit", "x");
        assertUsage("a run has a number, not \"x\"", "undo", "x");
        assertUsage("--home names a folder; it was left empty", "list", "--home", "");
        assertUsage("Unknown option: '--frob'", "list", "--frob");
    }

    @Test
    void aHomeThatIsNoFolderIsRefusedInWords() {
        TestHome.Said said = TestHome.at(Path.of("/dev/null")).run("list");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).startsWith("GB-1102 /dev/null is a file, and a folder is needed there. ");
    }

    private void assertUsage(String words, String... line) {
        TestHome.Said said = desk.run(line);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .startsWith("gatebook: ")
                .contains(words, "Try: gatebook ")
                .doesNotContain("int", "long");
    }

    private List<Object> plates(String... words) {
        return desk.json(words).list().stream()
                .map(row -> row.get("vehicle_number"))
                .toList();
    }
}
