package gatebook.cli;

import static gatebook.cli.RowDesk.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows V of the conflict table: both desks edited one record, and rules put it together. */
class VersionRowsTest {
    @TempDir
    private Path folder;

    private TwoDesks site;
    private RowDesk a;
    private RowDesk b;
    private String uuid;

    @BeforeEach
    void bothDesksKnowAVehicle() {
        site = TwoDesks.in(folder);
        a = site.a;
        b = site.b;
        uuid = site.known();
    }

    private void meet() {
        TwoDesks.sync(a, b, a);
        site.settled();
        assertThat(a.items(uuid)).as("A came first").isEmpty();
    }

    @Test
    @Tag("V1")
    void notesAndContactStandSideBySide() {
        a.edit(uuid, "notes=x");
        b.edit(uuid, "driver_contact=98");
        meet();
        assertThat(b.shows(uuid, "notes", "driver_contact")).isEqualTo("x|98");
        assertThat(b.items(uuid)).isEmpty();
    }

    @Test
    @Tag("V2")
    void theSameNotesTwiceAreNoConflict() {
        a.edit(uuid, "notes=x");
        b.edit(uuid, "notes=x");
        meet();
        assertThat(b.shows(uuid, "notes", "remote_version")).isEqualTo("x|2");
        assertThat(b.items(uuid)).isEmpty();
    }

    @Test
    @Tag("V3")
    void ofTwoNotesTheOneOfWhoMeetsTheOtherStands() {
        a.edit(uuid, "notes=a");
        b.edit(uuid, "notes=b");
        meet();
        assertThat(b.shows(uuid, "notes")).isEqualTo("b");
        assertThat(b.inbox(uuid, "notes")).containsExactly("by System VERSION_MISMATCH|MERGE_INTELLIGENT notes b/a");
        b.decide(uuid, "remote");
        TwoDesks.sync(b, a);
        site.settled();
        assertThat(a.shows(uuid, "notes")).as("restored in one action").isEqualTo("a");
    }

    @Test
    @Tag("V4")
    void anEmptyValueDoesNotWin() {
        a.edit(uuid, "notes=old");
        TwoDesks.sync(a, b);
        a.edit(uuid, "notes=a");
        b.edit(uuid, "notes=");
        meet();
        assertThat(b.shows(uuid, "notes")).isEqualTo("a");
        assertThat(b.inbox(uuid, "notes")).containsExactly("by System VERSION_MISMATCH|MERGE_INTELLIGENT notes null/a");
    }

    @Test
    @Tag("V5")
    void aDriversNameAndAPaidExitStandSideBySide() {
        a.edit(uuid, "driver_name=S. Pawar");
        b.exit(uuid, "12:00");
        meet();
        assertThat(b.shows(uuid, "status", "fee", "payment_status", "payment_type", "driver_name"))
                .isEqualTo("Exited|225.00|Paid|Cash|S. Pawar");
        assertThat(b.items(uuid)).isEmpty();
    }

    @Test
    @Tag("V6")
    void anUnpaidExitStandsWithItsTransport() {
        a.edit(uuid, "transport_name=a");
        b.exit(uuid, "12:00", "--unpaid");
        b.edit(uuid, "transport_name=b");
        meet();
        assertThat(b.shows(uuid, "status", "payment_status", "transport_name")).isEqualTo("Exited|Unpaid|b");
        assertThat(b.inbox(uuid, "transport_name"))
                .containsExactly("by System VERSION_MISMATCH|MERGE_INTELLIGENT transport_name b/a");
    }

    @Test
    @Tag("V7")
    void aCorrectedPlateAndAPaidExitStandSideBySide() {
        a.edit(uuid, "vehicle_number=MH12AB1235");
        b.exit(uuid, "12:00");
        meet();
        assertThat(b.shows(uuid, "vehicle_number", "status", "payment_status")).isEqualTo("MH12AB1235|Exited|Paid");
        assertThat(b.items(uuid)).isEmpty();
    }

    @Test
    @Tag("V8")
    void ofTwoFeesByHandTheOneOfWhoMeetsTheOtherStands() {
        a.exit(uuid, "12:00", "--unpaid");
        TwoDesks.sync(a, b);
        a.edit(uuid, "fee=200", "fee_reason=regular customer");
        b.edit(uuid, "fee=150", "fee_reason=regular customer");
        meet();
        assertThat(b.shows(uuid, "fee", "fee_manually_set", "computed_fee")).isEqualTo("150.00|true|225.00");
        assertThat(b.inbox(uuid, "fee")).containsExactly("by System VERSION_MISMATCH|LOCAL_WINS fee 150.00/200.00");
    }

    @Test
    @Tag("V9")
    void aFeeByHandBeatsAComputedOne() {
        a.edit(uuid, "fee=200", "fee_reason=agreed at the gate");
        b.edit(uuid, "vehicle_type=6 Wheeler");
        b.exit(uuid, "12:00", "--unpaid");
        meet();
        assertThat(b.shows(uuid, "vehicle_type", "status", "fee", "fee_manually_set", "fee_reason"))
                .isEqualTo("6 Wheeler|Exited|200.00|true|agreed at the gate");
        assertThat(b.inbox(uuid, "fee"))
                .containsExactly("by System VERSION_MISMATCH|MERGE_INTELLIGENT fee 150.00/200.00");
    }

    @Test
    @Tag("V10")
    void whatWasCollectedStandsThoughTheClassWasCorrected() {
        a.edit(uuid, "vehicle_type=6 Wheeler");
        b.exit(uuid, "12:00");
        meet();
        assertThat(b.shows(uuid, "vehicle_type", "status", "fee", "payment_status"))
                .isEqualTo("6 Wheeler|Exited|225.00|Paid");
        assertThat(b.inbox(uuid, "vehicle_type", "fee"))
                .containsExactly(
                        "by System VERSION_MISMATCH|LOCAL_WINS vehicle_type,fee Trailer/6 Wheeler 225.00/0.00");
    }

    @Test
    @Tag("V11")
    void aCorrectedEntryTimeAndNotesStandSideBySide() {
        a.edit(uuid, "entry_time=" + at("09:30"));
        b.edit(uuid, "notes=b");
        meet();
        assertThat(b.shows(uuid, "entry_time", "notes")).isEqualTo("2026-01-15T04:00:00.000Z|b");
        assertThat(b.items(uuid)).isEmpty();
    }

    @Test
    @Tag("V12")
    void ofTwoEntryTimesTheOneOfWhoMeetsTheOtherStands() {
        a.edit(uuid, "entry_time=" + at("09:30"));
        b.edit(uuid, "entry_time=" + at("09:45"));
        meet();
        assertThat(b.shows(uuid, "entry_time")).isEqualTo("2026-01-15T04:15:00.000Z");
        assertThat(b.inbox(uuid, "entry_time"))
                .containsExactly("by System VERSION_MISMATCH|LOCAL_WINS entry_time"
                        + " 2026-01-15T04:15:00.000Z/2026-01-15T04:00:00.000Z");
    }

    @Test
    @Tag("V13")
    void fiveEditsAndOneAreMergedOnce() {
        a.edit(uuid, "notes=1");
        a.edit(uuid, "driver_name=S. Pawar");
        a.edit(uuid, "notes=2");
        a.edit(uuid, "location=Row 3");
        a.edit(uuid, "notes=3");
        b.edit(uuid, "driver_contact=98");
        meet();
        assertThat(b.shows(uuid, "notes", "driver_name", "location", "driver_contact", "remote_version"))
                .isEqualTo("3|S. Pawar|Row 3|98|3");
        assertThat(b.items(uuid)).isEmpty();
        assertThat(b.list("history", uuid).stream().filter(row -> "merge".equals(row.get("cause"))))
                .hasSize(1);
    }
}
