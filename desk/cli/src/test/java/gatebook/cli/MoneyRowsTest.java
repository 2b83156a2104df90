package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows M of the conflict table: money was told of in two ways, and no amount gets lost. */
class MoneyRowsTest {
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

    /** B's person decides; from then on all hold that. */
    private void decided(String keep, String... more) {
        b.decide(uuid, keep, more);
        TwoDesks.sync(b, a);
        site.settled();
        assertThat(b.items(uuid))
                .as("both sides are kept")
                .singleElement()
                .satisfies(item -> assertThat(item)
                        .containsEntry("resolved_by", "Meera")
                        .extractingByKey("remote_data")
                        .isInstanceOf(Map.class));
    }

    @ParameterizedTest
    @Tag("M1")
    @CsvSource({"local, 06:32, Cash", "remote, 06:30, Cash", "merge, 06:32, Cash"})
    void whicheverReceiptAPersonKeepsIsTheOneEverywhere(String keep, String exit, String type) {
        a.exit(uuid, "12:00");
        b.exit(uuid, "12:02");
        TwoDesks.sync(a, b, a);
        decided(keep);
        assertThat(a.shows(uuid, "exit_time", "fee", "payment_status", "payment_type"))
                .isEqualTo("2026-01-15T" + exit + ":00.000Z|225.00|Paid|" + type);
    }

    @Test
    @Tag("M1")
    void twoReceiptsForOneExitAreBothKeptUntilAPersonDecides() {
        a.exit(uuid, "12:00");
        b.exit(uuid, "12:02");
        TwoDesks.sync(a, b, a);
        assertThat(b.inbox(uuid, "fee", "exit_time"))
                .containsExactly("open BUSINESS_RULE_VIOLATION|MANUAL_REVIEW exit_time,fee,payment_status"
                        + " 225.00/225.00 2026-01-15T06:32:00.000Z/2026-01-15T06:30:00.000Z");
        assertThat(b.shows(uuid, "exit_time", "sync_status")).isEqualTo("2026-01-15T06:32:00.000Z|conflict");
        assertThat(a.shows(uuid, "exit_time", "fee", "payment_status"))
                .isEqualTo("2026-01-15T06:30:00.000Z|225.00|Paid");
        assertThat(b.waits()).isEqualTo("0|0|1");
    }

    @Test
    @Tag("M2")
    void cashHereAndOnlineThereAreBothKeptUntilAPersonDecides() {
        a.exit(uuid, "12:00");
        b.exit(uuid, "12:00", "--fee", "200", "--reason", "regular customer", "--pay", "Online");
        TwoDesks.sync(a, b, a);
        assertThat(b.inbox(uuid, "fee", "payment_type"))
                .containsExactly("open BUSINESS_RULE_VIOLATION|MANUAL_REVIEW"
                        + " fee,fee_manually_set,fee_reason,payment_status,payment_type 200.00/225.00 Online/Cash");
        decided("merge", "--take", "fee=local", "--take", "payment_type=local");
        assertThat(a.shows(uuid, "fee", "fee_reason", "payment_status", "payment_type"))
                .isEqualTo("200.00|regular customer|Paid|Online");
    }

    @Test
    @Tag("M3")
    void anUnpaidNeverErasesAPayment() {
        a.exit(uuid, "12:00");
        b.exit(uuid, "12:00", "--unpaid");
        TwoDesks.sync(a, b, a);
        site.settled();
        assertThat(b.shows(uuid, "status", "fee", "payment_status", "payment_type"))
                .isEqualTo("Exited|225.00|Paid|Cash");
        assertThat(b.inbox(uuid, "payment_status"))
                .containsExactly(
                        "by System VERSION_MISMATCH|MERGE_INTELLIGENT payment_status,payment_type Unpaid/Paid");
    }

    @Test
    @Tag("M3")
    void aPaymentReplacesAnUnpaidThatWasThereFirst() {
        a.exit(uuid, "12:00", "--unpaid");
        b.exit(uuid, "12:02");
        TwoDesks.sync(a, b, a);
        site.settled();
        assertThat(a.shows(uuid, "status", "exit_time", "payment_status", "payment_type"))
                .isEqualTo("Exited|2026-01-15T06:32:00.000Z|Paid|Cash");
        assertThat(b.inbox(uuid, "payment_status"))
                .containsExactly(
                        "by System VERSION_MISMATCH|LOCAL_WINS exit_time,payment_status,payment_type Paid/Unpaid");
    }

    @Test
    @Tag("M4")
    void aPaymentAndARefundAreBothKeptUntilAPersonDecides() {
        a.exit(uuid, "12:00", "--unpaid");
        TwoDesks.sync(a, b);
        a.edit(uuid, "payment_status=Paid", "payment_type=Cash");
        b.edit(uuid, "payment_status=Refunded", "payment_type=Cash");
        TwoDesks.sync(a, b, a);
        assertThat(b.inbox(uuid, "payment_status"))
                .containsExactly("open BUSINESS_RULE_VIOLATION|MANUAL_REVIEW fee,payment_status Refunded/Paid");
        decided("remote");
        assertThat(b.shows(uuid, "payment_status", "payment_type")).isEqualTo("Paid|Cash");
    }

    @Test
    @Tag("M5")
    void aPaidExitIsNotVoidedByTheOtherDesk() {
        a.exit(uuid, "12:00");
        b.delete(uuid);
        TwoDesks.sync(a, b, a);
        assertThat(b.inbox(uuid, "fee", "payment_status"))
                .containsExactly("open BUSINESS_RULE_VIOLATION|MANUAL_REVIEW"
                        + " exit_time,status,fee,computed_fee,payment_status,payment_type voided/225.00 voided/Paid");
        assertThat(site.cloud()).as("the cloud keeps the paid exit").isEqualTo(a.records());
        assertThat(a.shows(uuid, "status", "fee", "payment_status")).isEqualTo("Exited|225.00|Paid");
        decided("remote");
        assertThat(b.shows(uuid, "status", "fee", "payment_status", "deleted")).isEqualTo("Exited|225.00|Paid|false");
    }

    @Test
    @Tag("M5")
    void aPersonMayVoidAPaidExitAndItsAmountIsFoundAfterwards() {
        a.exit(uuid, "12:00");
        b.delete(uuid);
        TwoDesks.sync(a, b, a);
        decided("local");
        assertThat(a.shows(uuid, "deleted")).isEqualTo("true");
        assertThat(site.cloud()).isEmpty();
        assertThat(b.inbox(uuid, "fee").getFirst()).endsWith("voided/225.00");
        assertThat(a.list("history", uuid).getLast())
                .containsEntry("actor", "Meera")
                .extractingByKey("before")
                .isInstanceOfSatisfying(
                        Map.class,
                        image -> assertThat(image.get("payment_status")).isEqualTo("Paid"));
    }

    @Test
    @Tag("M6")
    void aPaymentStandsAgainstAFeeByHandUntilAPersonDecides() {
        a.exit(uuid, "12:00", "--unpaid");
        TwoDesks.sync(a, b);
        a.edit(uuid, "payment_status=Paid", "payment_type=Cash");
        b.edit(uuid, "fee=150", "fee_reason=regular customer");
        TwoDesks.sync(a, b, a);
        assertThat(b.inbox(uuid, "fee", "payment_status"))
                .containsExactly("open BUSINESS_RULE_VIOLATION|MANUAL_REVIEW"
                        + " fee,fee_manually_set,fee_reason,payment_status,payment_type 150.00/225.00 Unpaid/Paid");
        assertThat(site.cloud()).isEqualTo(a.records());
        decided("remote");
        assertThat(b.shows(uuid, "fee", "fee_manually_set", "payment_status")).isEqualTo("225.00|false|Paid");
        assertThat(b.inbox(uuid, "fee").getFirst()).as("150 is kept").endsWith("150.00/225.00");
    }
}
