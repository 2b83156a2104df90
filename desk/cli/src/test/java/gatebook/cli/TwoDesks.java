package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.api.SiteAdministration;
import gatebook.sync.transport.SiteRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;

/** A new site of the test's cloud, and its desks; nobody syncs but when the row says so. */
final class TwoDesks {
    private static final TestCloud CLOUD = TestCloud.running();

    final RowDesk a;
    final RowDesk b;
    private final Path folder;
    private final SiteAdministration.Site yard = CLOUD.yard();
    private final Iterator<String> codes = CLOUD.codes(yard);
    private final List<RowDesk> all = new ArrayList<>();

    private TwoDesks(Path folder) {
        this.folder = folder;
        this.a = join("A", CLOUD.url());
        this.b = join("B", CLOUD.url());
    }

    static TwoDesks in(Path folder) {
        return new TwoDesks(folder);
    }

    /** The office chooses how a kind of conflict is settled. */
    void chooses(String type, String group, String strategy) {
        TestHome.Said said = CLOUD.operator()
                .run(
                        "server",
                        "--data",
                        CLOUD.data().toString(),
                        "set-strategy",
                        yard.id().toString(),
                        type,
                        group,
                        strategy);
        assertThat(said.code()).as(said.err()).isZero();
    }

    /** One more desk, by an address of the cloud. */
    RowDesk join(String name, String address) {
        RowDesk desk = new RowDesk(name, folder.resolve(name));
        desk.does("enrol", "--server", address, "--code", codes.next());
        all.add(desk);
        return desk;
    }

    /** A trailer that came at ten, known to every desk. */
    String known() {
        return known("MH12AB1234");
    }

    String known(String plate) {
        String uuid = a.enter(plate, "10:00");
        all.forEach(RowDesk::sync);
        return uuid;
    }

    static void sync(RowDesk... desks) {
        for (RowDesk desk : desks) {
            desk.sync();
        }
    }

    /** The living records of the cloud by id, as canonical JSON. */
    SortedMap<String, String> cloud() {
        try {
            return new SiteRecords(java.net.URI.create(CLOUD.url()), a.profile()).read();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** One more round moves nothing, nothing waits anywhere, and all desks and the cloud hold the same. */
    void settled() {
        SortedMap<String, String> cloud = cloud();
        for (RowDesk desk : all) {
            assertThat(desk.sync()).as("%s has nothing to do", desk).containsEntry("pushed", new Json.Digits("0"));
            assertThat(desk.waits())
                    .as("pending, failed, conflicts at %s", desk)
                    .isEqualTo("0|0|0");
            assertThat(desk.records()).as("records of %s and the cloud", desk).isEqualTo(cloud);
            assertThat(desk.versions()).as("versions of %s and A", desk).isEqualTo(a.versions());
            assertThat(desk.tries("audit", "verify").code())
                    .as("audit trail of %s", desk)
                    .isZero();
        }
        assertThat(cloud()).as("the cloud after one more round").isEqualTo(cloud);
    }
}
