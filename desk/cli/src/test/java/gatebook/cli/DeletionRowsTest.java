package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows D of the conflict table: a desk took a record out of the register. */
class DeletionRowsTest {
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
    @Tag("D1")
    void deletedHereAndNotedThereWaitsForAPerson() {
        a.delete(uuid);
        b.edit(uuid, "notes=b");
        TwoDesks.sync(a, b, a);
        assertThat(b.inbox(uuid, "notes")).containsExactly("open DATA_INCONSISTENCY|MANUAL_REVIEW notes b/voided");
        assertThat(b.shows(uuid, "notes", "deleted", "sync_status")).isEqualTo("b|false|conflict");
        assertThat(site.cloud()).isEmpty();
        b.decide(uuid, "local");
        TwoDesks.sync(b, a);
        site.settled();
        assertThat(a.shows(uuid, "notes", "deleted"))
                .as("back to life, by a person")
                .isEqualTo("b|false");
    }

    @Test
    @Tag("D1")
    void notedHereAndDeletedThereWaitsForAPerson() {
        a.edit(uuid, "notes=a");
        b.delete(uuid);
        TwoDesks.sync(a, b, a);
        assertThat(b.inbox(uuid, "notes")).containsExactly("open DATA_INCONSISTENCY|MANUAL_REVIEW notes voided/a");
        b.decide(uuid, "local");
        TwoDesks.sync(b, a);
        site.settled();
        assertThat(a.shows(uuid, "deleted")).isEqualTo("true");
    }

    @Test
    @Tag("D1")
    void aDeletionThatAPersonAcceptsStands() {
        a.delete(uuid);
        b.edit(uuid, "notes=b");
        TwoDesks.sync(a, b, a);
        b.decide(uuid, "remote");
        TwoDesks.sync(b, a);
        site.settled();
        assertThat(b.shows(uuid, "deleted")).isEqualTo("true");
    }

    @Test
    @Tag("D2")
    void deletedAtBothDesksIsDeleted() {
        a.delete(uuid);
        b.delete(uuid);
        TwoDesks.sync(a, b, a);
        site.settled();
        assertThat(b.shows(uuid, "deleted", "remote_version")).isEqualTo("true|2");
        assertThat(b.items(uuid)).isEmpty();
        assertThat(b.records()).isEmpty();
    }

    @Test
    @Tag("D3")
    void aDeletionReachesTheOtherDeskAndItsTrailSaysByWhom() {
        a.delete(uuid);
        TwoDesks.sync(a, b, a);
        site.settled();
        assertThat(b.shows(uuid, "deleted", "remote_version")).isEqualTo("true|2");
        assertThat(b.items(uuid)).isEmpty();
        Map<String, Object> last = b.list("history", uuid).getLast();
        assertThat(last).containsEntry("operation", "DELETE").containsEntry("cause", "pull");
        assertThat(last.get("actor")).isEqualTo("Ravi");
    }
}
