package gatebook.store.exchange;

import static gatebook.store.exchange.CloudModel.change;
import static gatebook.store.exchange.CloudModel.page;
import static gatebook.store.exchange.CloudModel.tombstone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatebook.rules.entry.Entry;
import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.store.record.SyncStatus;
import gatebook.store.sqlite.StoreFault;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.Cursor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cloud's news on their way into the book. */
class InboxTest {
    @TempDir
    private Path folder;

    private Desk desk;
    private final Entry one = Visits.parked(1, "MH12AB1234");
    private final Entry two = Visits.parked(2, "GJ01X9");

    @BeforeEach
    void open() {
        desk = Desk.in(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aPageAndItsCursorAreTakenInTogether() {
        assertThat(desk.inbox().position()).isEqualTo(new Position.Fresh());

        assertThat(desk.apply(page(change(one, 1, 1), change(two, 3, 7))).pulled())
                .isEqualTo(2);

        assertThat(desk.inbox().position()).isEqualTo(new Position.Following(new Cursor("7")));
        assertThat(desk.inbox().history()).contains(CloudModel.HISTORY);
        assertThat(desk.row(two.id()).entry()).isEqualTo(two);
        assertThat(desk.row(two.id()).sync().remoteVersion()).isEqualTo(3);
        assertThat(desk.row(two.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(desk.book().number("SELECT count(*) FROM sync_queue")).isZero();
    }

    @Test
    void theTrailSaysWhoDidItAtTheOtherDesk() {
        Entry entry = Visits.parked(1, "MH12AB1234");
        desk.apply(page(by("Asha", entry, Change.Life.LIVE, 1), by("Ravi", entry, Change.Life.VOIDED, 2)));
        assertThat(desk.book().rows("SELECT operation, cause, actor FROM audit_log ORDER BY id"))
                .containsExactly("CREATE|pull|Asha", "DELETE|pull|Ravi");
    }

    private static Change by(String person, Entry entry, Change.Life life, long version) {
        return new Change(version, entry.id(), version, life, Desk.MORNING, "desk B", person, entry);
    }

    @Test
    void p5APageThatBreaksOffLeavesNeitherRecordsNorCursor() {
        desk.apply(page(change(one, 1, 1)));
        desk.book().run("""
                CREATE TRIGGER breaks BEFORE INSERT ON audit_log
                WHEN NEW.record_uuid = '%s' BEGIN SELECT RAISE(ABORT, 'broken off'); END""".formatted(two.id()));
        List<String> before = desk.book().everything();

        assertThatThrownBy(() -> desk.apply(page(change(Visits.notes(one, "new"), 2, 2), change(two, 1, 3))))
                .isInstanceOf(StoreFault.class);
        desk.restart();

        assertThat(desk.book().everything()).isEqualTo(before);
        desk.book().run("DROP TRIGGER breaks");
        desk.apply(page(change(Visits.notes(one, "new"), 2, 2), change(two, 1, 3)));
        assertThat(desk.row(one.id()).entry().description().notes()).isEqualTo("new");
        assertThat(desk.inbox().position()).isEqualTo(new Position.Following(new Cursor("3")));
    }

    @Test
    void whatIsKnownIsPassedOver() {
        desk.apply(page(change(one, 2, 1)));

        assertThat(desk.apply(page(change(Visits.notes(one, "older"), 1, 2), change(one, 2, 3)))
                        .pulled())
                .isZero();
        assertThat(desk.row(one.id()).entry()).isEqualTo(one);
        assertThat(desk.book().number("SELECT count(*) FROM audit_log")).isEqualTo(1);
    }

    @Test
    void s10AVoidedRecordDoesNotComeBackWithAnOlderImage() {
        desk.apply(page(change(one, 1, 1)));
        desk.apply(page(tombstone(one, 2, 2)));
        desk.apply(page(change(one, 1, 3)));

        assertThat(desk.row(one.id()).isVoided()).isTrue();
        desk.apply(page(change(one, 3, 4)));
        assertThat(desk.row(one.id()).isVoided()).as("a person revived it").isFalse();
        assertThat(desk.book().rows("SELECT operation FROM audit_log ORDER BY id"))
                .containsExactly("CREATE", "DELETE", "CREATE");
    }

    @Test
    void aTombstoneOfAnUnknownRecordIsPassedOver() {
        assertThat(desk.apply(page(tombstone(one, 2, 5)))).isEqualTo(Tally.NONE);

        assertThat(desk.find(one.id())).isEmpty();
        assertThat(desk.inbox().position()).isEqualTo(new Position.Following(new Cursor("5")));
    }

    @Test
    void aFirstLoadGoesOnWhereItWasCutOff() {
        desk.inbox().load(List.of(change(one, 1, 1)), new Cursor("1"), desk.marks());
        desk.restart();

        assertThat(desk.inbox().position()).isEqualTo(new Position.Loading(one.id(), new Cursor("1")));
        desk.inbox().load(List.of(change(two, 1, 2)), new Cursor("1"), desk.marks());
        assertThat(desk.inbox().position()).isEqualTo(new Position.Loading(two.id(), new Cursor("1")));
        desk.inbox().load(List.of(), new Cursor("1"), desk.marks());
        desk.inbox().loaded(new Cursor("1"), desk.marks());
        assertThat(desk.inbox().position()).isEqualTo(new Position.Following(new Cursor("1")));
        assertThat(desk.book().number("SELECT count(*) FROM sync_metadata WHERE key LIKE 'snapshot%'"))
                .isZero();
    }

    @Test
    void startingOverKeepsTheRecordsAndForgetsThePlaceUntilBothSidesAreCompared() {
        desk.inbox().startOver(Inbox.Past.LOST, "restored", desk.marks());
        assertThat(desk.inbox().position()).as("nothing is known yet").isEqualTo(new Position.Fresh());
        desk.apply(page(change(one, 1, 1)));
        desk.inbox().startOver(Inbox.Past.LOST, "restored", desk.marks());
        desk.restart();

        assertThat(desk.inbox().position()).isEqualTo(new Position.Parted());
        assertThat(desk.inbox().history()).isEmpty();
        assertThat(desk.row(one.id()).entry()).isEqualTo(one);
    }

    @Test
    void anEmptyPageNotesTheTimeOfThePull() {
        desk.inbox().nothingNew(null, desk.marks());

        assertThat(desk.book().row("SELECT value FROM sync_metadata WHERE key = 'last_pull_at'"))
                .isEqualTo(Desk.MORNING.toString());
    }
}
