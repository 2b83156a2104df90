package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site chooses for conflicts holds at each of its desks from its next pull on. */
class StrategiesTest {
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
    void ofTwoNotesTheCloudsStandsWhereTheSiteWantsItSo() {
        site.chooses("VERSION_MISMATCH", "DESCRIPTION", "REMOTE_WINS");
        TwoDesks.sync(a, b);
        a.edit(uuid, "notes=a");
        b.edit(uuid, "notes=b");
        TwoDesks.sync(a, b, a);
        site.settled();
        assertThat(b.shows(uuid, "notes")).isEqualTo("a");
        assertThat(b.inbox(uuid, "notes")).containsExactly("by System VERSION_MISMATCH|REMOTE_WINS notes b/a");
        assertThat(a.items(uuid)).isEmpty();
    }

    @Test
    void aDeskThatJoinsLaterIsToldAtOnce() {
        site.chooses("VERSION_MISMATCH", "DESCRIPTION", "REMOTE_WINS");
        RowDesk c = site.join("C", TestCloud.running().url());
        assertThat(c.opened(desk -> desk.read(gatebook.store.metadata.SitePolicy::read))
                        .on(gatebook.rules.entry.FieldGroup.DESCRIPTION))
                .isEqualTo(gatebook.rules.merge.Strategy.REMOTE_WINS);
    }

    @Test
    void ofTwoNotesAPersonDecidesWhereTheSiteWantsItSo() {
        site.chooses("VERSION_MISMATCH", "DESCRIPTION", "MANUAL_REVIEW");
        TwoDesks.sync(a, b);
        a.edit(uuid, "notes=a");
        b.edit(uuid, "notes=b");
        TwoDesks.sync(a, b);
        assertThat(b.shows(uuid, "notes")).as("nothing is overwritten").isEqualTo("b");
        b.decide(uuid, "local");
        TwoDesks.sync(b, a);
        site.settled();
        assertThat(a.shows(uuid, "notes")).isEqualTo("b");
    }
}
