package gatebook.cli;

import static gatebook.cli.RowDesk.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows B of the conflict table: one vehicle in two records; none is ever turned away. */
class DuplicateRowsTest {
    private static final String ASKED = "exit not recorded?";

    @TempDir
    private Path folder;

    private TwoDesks site;
    private RowDesk a;
    private RowDesk b;

    @BeforeEach
    void twoDesks() {
        site = TwoDesks.in(folder);
        a = site.a;
        b = site.b;
    }

    @Test
    @Tag("B1")
    void oneArrivalWrittenTwiceIsOneEntryAndBothTicketsLeadToIt() {
        String first = a.enter("MH12AB1234", "10:00");
        String second = b.enter("mh-12 ab 1234", "10:06");
        String ticket = b.shows(second, "ticket_no");
        TwoDesks.sync(a, b, a);
        site.settled();
        assertThat(site.cloud()).containsOnlyKeys(first);
        assertThat(a.shows(first, "entry_time", "vehicle_number")).isEqualTo("2026-01-15T04:30:00.000Z|MH12AB1234");
        assertThat(b.inbox(second, "entry_time"))
                .containsExactly("by System BUSINESS_RULE_VIOLATION|MERGE_INTELLIGENT "
                        + " 2026-01-15T04:36:00.000Z/2026-01-15T04:30:00.000Z");
        assertThat(b.shows(ticket, "uuid")).isEqualTo(first);
        assertThat(b.shows(second, "uuid")).isEqualTo(first);
        assertThat(b.list("list", "--search", ticket))
                .singleElement()
                .satisfies(found -> assertThat(found).containsEntry("uuid", first));
        b.exit(ticket, "12:00");
        TwoDesks.sync(b, a);
        site.settled();
        assertThat(a.shows(first, "status", "fee")).isEqualTo("Exited|225.00");
    }

    @Test
    @Tag("B1")
    void theSecondTicketLeadsToTheFirstEntryAtEveryDesk() {
        String first = a.enter("MH12AB1234", "10:00");
        String second = b.enter("mh-12 ab 1234", "10:06");
        String ticket = b.shows(second, "ticket_no");
        TwoDesks.sync(a, b, a);
        RowDesk late = site.join("C", TestCloud.running().url());
        late.sync();
        for (RowDesk desk : List.of(a, b, late)) {
            assertThat(desk.shows(ticket, "uuid")).as("the ticket at %s", desk).isEqualTo(first);
            assertThat(desk.show(first)).as("at %s", desk).containsEntry("joined_tickets", List.of(ticket));
            assertThat(desk.says("show", first)).as("the slip at %s", desk).contains(", also " + ticket);
            assertThat(desk.list("list", "--search", ticket))
                    .as("the list at %s", desk)
                    .singleElement()
                    .satisfies(found -> assertThat(found).containsEntry("uuid", first));
        }
        assertThat(a.list("conflicts", "--all")).isEmpty();
        a.exit(ticket, "12:00");
        TwoDesks.sync(a, b, late);
        site.settled();
        assertThat(b.shows(ticket, "status", "fee")).isEqualTo("Exited|225.00");
    }

    @Test
    @Tag("B1")
    void aPaymentTakenBeforeTheSecondTicketIsHeardOfStandsUnasked() {
        String first = a.enter("MH12AB1234", "10:00");
        a.sync();
        String ticket = b.shows(b.enter("mh-12 ab 1234", "10:06"), "ticket_no");
        a.exit(first, "12:00");
        TwoDesks.sync(b, a, b);
        site.settled();
        assertThat(a.list("conflicts", "--all")).isEmpty();
        for (RowDesk desk : List.of(a, b)) {
            assertThat(desk.shows(ticket, "uuid", "status", "fee"))
                    .as("the ticket at %s", desk)
                    .isEqualTo(first + "|Exited|225.00");
        }
    }

    @Test
    @Tag("B2")
    void anExitThatWasNotRecordedIsAskedFor() {
        String first = a.enter("MH12AB1234", "10:00");
        String second = b.enter("MH12AB1234", "16:00");
        TwoDesks.sync(a, b, a);
        assertThat(site.cloud())
                .containsOnlyKeys(first, second)
                .isEqualTo(a.records())
                .isEqualTo(b.records());
        assertThat(b.inbox(second, "entry_time"))
                .containsExactly("open BUSINESS_RULE_VIOLATION|MANUAL_REVIEW "
                        + " 2026-01-15T10:30:00.000Z/2026-01-15T04:30:00.000Z");
        for (RowDesk desk : List.of(a, b)) {
            assertThat(desk.shows(first, "mark")).as("A's entry at %s", desk).isEqualTo(ASKED);
            assertThat(desk.show(second)).as("B's entry at %s", desk).doesNotContainKey("mark");
            assertThat(desk.says("list")).as("the list at %s", desk).contains(ASKED);
        }
        assertThat(b.says("conflicts")).contains(ASKED);
        a.exit(first, "15:00");
        b.decide(second, "local");
        TwoDesks.sync(a, b);
        site.settled();
        assertThat(b.show(first)).containsEntry("status", "Exited").doesNotContainKey("mark");
        assertThat(b.show(second)).containsEntry("status", "Parked").doesNotContainKey("mark");
    }

    @Test
    @Tag("B2")
    void aVehicleThatIsInsideTwiceByMistakeIsWrittenInOnce() {
        String first = a.enter("MH12AB1234", "10:00");
        String second = b.enter("MH12AB1234", "16:00");
        TwoDesks.sync(a, b, a);
        b.decide(second, "remote");
        TwoDesks.sync(b, a);
        site.settled();
        assertThat(site.cloud()).containsOnlyKeys(first);
        assertThat(a.show(first)).doesNotContainKey("mark");
    }

    @Test
    @Tag("B3")
    void aSecondVisitAfterAnExitIsNoConflict() {
        String first = a.enter("MH12AB1234", "10:00");
        a.exit(first, "12:00");
        String second = b.enter("MH12AB1234", "13:00");
        TwoDesks.sync(a, b, a);
        site.settled();
        assertThat(site.cloud()).containsOnlyKeys(first, second);
        assertThat(b.list("conflicts", "--all")).isEmpty();
        assertThat(a.list("conflicts", "--all")).isEmpty();
        assertThat(a.says("list")).doesNotContain(ASKED);
    }

    @Test
    @Tag("B4")
    void twoVehiclesWithOneLastFourBothStay() {
        String first = a.enter("1234", "Trailer", "10:00");
        String second = b.enter("1234", "2 Wheeler", "10:05");
        TwoDesks.sync(a, b, a);
        assertThat(site.cloud())
                .containsOnlyKeys(first, second)
                .isEqualTo(a.records())
                .isEqualTo(b.records());
        assertThat(b.inbox(second, "vehicle_type"))
                .containsExactly("open BUSINESS_RULE_VIOLATION|MANUAL_REVIEW  2 Wheeler/Trailer");
        assertThat(b.says("list")).doesNotContain(ASKED);
        b.decide(second, "local");
        site.settled();
        assertThat(site.cloud()).containsOnlyKeys(first, second);
    }

    @Test
    @Tag("B5")
    void oneVehicleAtOneTimeUnderTwoIdsIsJoinedIntoTheFirstAtTheCloud() {
        String first = a.enter("MH12AB1234", "10:00");
        String second = b.enter("MH12AB1234", "2 Wheeler", "10:00");
        String ticket = b.shows(second, "ticket_no");
        TwoDesks.sync(a, b, a);
        site.settled();
        assertThat(site.cloud()).containsOnlyKeys(first);
        assertThat(b.inbox(second, "vehicle_type"))
                .containsExactly("by System BUSINESS_RULE_VIOLATION|MERGE_INTELLIGENT  2 Wheeler/Trailer");
        assertThat(b.shows(ticket, "uuid")).isEqualTo(first);
    }

    @Test
    @Tag("B6")
    void aPlateThatTwoRecordsAreCorrectedToIsSavedInBoth() {
        String first = a.enter("1111", "10:00");
        String second = a.enter("2222", "11:00");
        TwoDesks.sync(a, b);
        a.edit(first, "vehicle_number=MH12AB1234");
        b.edit(second, "vehicle_number=MH12AB1234");
        TwoDesks.sync(a, b, a);
        assertThat(site.cloud())
                .containsOnlyKeys(first, second)
                .isEqualTo(a.records())
                .isEqualTo(b.records());
        assertThat(a.shows(first, "vehicle_number")).isEqualTo("MH12AB1234");
        assertThat(a.shows(second, "vehicle_number")).isEqualTo("MH12AB1234");
        assertThat(b.inbox(second, "ticket_no"))
                .containsExactly("open BUSINESS_RULE_VIOLATION|MANUAL_REVIEW  A-00002/A-00001");
        b.decide(second, "local");
        site.settled();
        assertThat(site.cloud()).containsOnlyKeys(first, second);
    }

    @Test
    @Tag("B6")
    void aPlateThatIsTakenAtThatVeryTimeIsSavedToo() {
        String first = a.enter("1111", "10:00");
        String second = a.enter("2222", "11:00");
        TwoDesks.sync(a, b);
        a.edit(first, "vehicle_number=MH12AB1234", "entry_time=" + at("10:30"));
        b.edit(second, "vehicle_number=MH12AB1234", "entry_time=" + at("10:30"));
        TwoDesks.sync(a, b, a);
        b.sync();
        site.settled();
        assertThat(site.cloud()).containsOnlyKeys(first, second);
        assertThat(a.shows(first, "vehicle_number", "entry_time")).isEqualTo("MH12AB1234|2026-01-15T05:00:00.000Z");
        assertThat(a.shows(second, "vehicle_number", "entry_time")).isEqualTo("2222|2026-01-15T05:30:00.000Z");
        assertThat(b.inbox(second, "vehicle_number"))
                .as("the correction is kept")
                .contains(
                        "by System BUSINESS_RULE_VIOLATION|REMOTE_WINS vehicle_number,entry_time MH12AB1234/MH12AB1234");
    }
}
