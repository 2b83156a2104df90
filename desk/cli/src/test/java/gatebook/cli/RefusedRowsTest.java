package gatebook.cli;

import static gatebook.cli.RowDesk.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows X of the conflict table: what was written contradicts itself, or a rule that came later. */
class RefusedRowsTest {
    /** The first try and three more. */
    private static final int TRIES = 4;

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

    @Test
    @Tag("X1")
    void anExitBeforeTheEntryIsForAPersonToDecide() {
        a.exit(uuid, "12:00", "--unpaid");
        b.edit(uuid, "entry_time=" + at("13:00"));
        TwoDesks.sync(a, b, a);
        assertThat(b.inbox(uuid, "entry_time", "exit_time"))
                .containsExactly("open DATA_INCONSISTENCY|MANUAL_REVIEW entry_time,exit_time,fee"
                        + " 2026-01-15T07:30:00.000Z/2026-01-15T04:30:00.000Z null/2026-01-15T06:30:00.000Z");
        assertThat(site.cloud()).isEqualTo(a.records());
        b.decide(uuid, "remote");
        TwoDesks.sync(b, a);
        site.settled();
        assertThat(b.shows(uuid, "entry_time", "status")).isEqualTo("2026-01-15T04:30:00.000Z|Exited");
    }

    @Test
    @Tag("X2")
    void whatTheCloudRefusesIsInTheInboxAndHoldsUpNothingElse() {
        String fresh = a.enter("MH14CD5678", "11:00");
        a.edit(uuid, "notes=a");
        olderProgramWrote(fresh, "{\"transport_name\":\"\"}");
        for (int at = 0; at < TRIES; at++) {
            a.sync();
        }
        b.sync();
        assertThat(b.shows(uuid, "notes")).as("other records go on").isEqualTo("a");
        assertThat(a.shows(fresh, "sync_status")).isEqualTo("failed");
        assertThat(a.list("queue", "--status", "failed"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.get("error_message").toString()).contains("transport_name"));
        assertThat(a.inbox(fresh, "vehicle_number"))
                .containsExactly("open BUSINESS_RULE_VIOLATION|MANUAL_REVIEW transport_name MH14CD5678/voided");
        assertThat(a.says("conflicts")).contains("the cloud does not take transport_name");
        a.edit(fresh, "transport_name=Shree Roadlines");
        TwoDesks.sync(a, b, a);
        site.settled();
        assertThat(b.shows(fresh, "transport_name")).isEqualTo("Shree Roadlines");
    }

    @Test
    @Tag("X2")
    void whatTheCloudRefusesCanBeDecidedForTheCloud() {
        a.edit(uuid, "notes=a");
        olderProgramWrote(uuid, "{\"transport_name\":\"\"}");
        for (int at = 0; at < TRIES; at++) {
            a.sync();
        }
        assertThat(a.inbox(uuid, "notes"))
                .containsExactly("open BUSINESS_RULE_VIOLATION|MANUAL_REVIEW transport_name a/null");
        a.decide(uuid, "remote");
        TwoDesks.sync(a, b);
        site.settled();
        assertThat(a.shows(uuid, "notes")).isEqualTo("null");
    }

    @Test
    @Tag("X2")
    void whatTheCloudRefusesCanBeGivenUpWithAReason() {
        String fresh = a.enter("MH14CD5678", "11:00");
        olderProgramWrote(fresh, "{\"vehicle_type\":\"\"}");
        for (int at = 0; at < TRIES; at++) {
            a.sync();
        }
        String operation =
                a.list("queue", "--status", "failed").getFirst().get("id").toString();
        a.does("queue", "discard", operation, "--reason", "never came");
        site.settled();
        assertThat(a.shows(fresh, "deleted")).isEqualTo("true");
        assertThat(site.cloud()).containsOnlyKeys(uuid);
    }

    /** Puts values into what waits that this desk's rules would not take, as a program before those rules did. */
    private void olderProgramWrote(String record, String values) {
        String file = a.home().resolve("gatebook.db").toString();
        try (Connection book = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement change = book.prepareStatement(
                        "UPDATE sync_queue SET data = json_patch(data, ?) WHERE record_uuid = ? AND status = 'pending'")) {
            change.setString(1, values);
            change.setString(2, record);
            assertThat(change.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
