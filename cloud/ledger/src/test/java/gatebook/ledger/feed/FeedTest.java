package gatebook.ledger.feed;

import static gatebook.ledger.Samples.creation;
import static gatebook.ledger.Samples.entry;
import static gatebook.ledger.Samples.noted;
import static gatebook.ledger.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.Ledger;
import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.ledger.cluster.TestDatabases;
import gatebook.ledger.site.Desk;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.ReceivedOperation;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedTest {
    private final TestLedger yard = new TestLedger();

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void givesTheNewestImageOfEachRecordInTheOrderOfChanges() {
        Entry first = entry();
        Entry second = entry();
        yard.push(creation(first), creation(second), update(noted(first, "last"), 1));
        ChangesPage.Stored page = yard.all();
        assertThat(page.changes()).extracting(Change.Stored::record).containsExactly(second.id(), first.id());
        assertThat(page.changes()).extracting(Change.Stored::seq).containsExactly(2L, 3L);
        assertThat(page.changes().getLast().changedByDevice())
                .isEqualTo(yard.desk.device().toString());
        assertThat(page.changes())
                .extracting(Change.Stored::changedBy)
                .containsOnly(update(first, 1).actor());
        assertThat(page.more()).isFalse();
        assertThat(yard.after(page.cursor()).changes()).isEmpty();
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        creations(25);
        List<Long> seqs = new ArrayList<>();
        ChangesPage.Stored page = TestLedger.page(yard.ledger.changes(yard.desk, 10));
        while (true) {
            page.changes().forEach(change -> seqs.add(change.seq()));
            if (!page.more()) {
                break;
            }
            page = TestLedger.page(yard.ledger.changes(yard.desk, page.cursor(), 10));
        }
        assertThat(seqs)
                .isEqualTo(IntStream.rangeClosed(1, 25).mapToObj(Long::valueOf).toList());
    }

    @Test
    void anAbsurdLimitIsBroughtIntoItsBounds() {
        creations(3);
        assertThat(TestLedger.page(yard.ledger.changes(yard.desk, -5)).changes())
                .hasSize(1);
        assertThat(TestLedger.page(yard.ledger.changes(yard.desk, Integer.MAX_VALUE))
                        .changes())
                .hasSize(3);
    }

    @Test
    void theEndIsWhereAnEmptyPullStays() {
        creations(3);
        Cursor end = yard.ledger.cursor(yard.desk);
        ChangesPage.Stored page = yard.after(end);
        assertThat(page.changes()).isEmpty();
        assertThat(page.cursor()).isEqualTo(end);
    }

    /** Section 4, check 8. */
    @Test
    void aCursorThatWasAlteredInAnyByteIsRefused() {
        creations(5);
        byte[] good = Base64.getUrlDecoder()
                .decode(TestLedger.page(yard.ledger.changes(yard.desk, 3))
                        .cursor()
                        .token());
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Cursor cursor = new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bad));
            assertThat(yard.ledger.changes(yard.desk, cursor, 10))
                    .as("byte %d", at)
                    .isInstanceOf(Changes.HistoryChanged.class);
        }
        assertThat(yard.ledger.changes(yard.desk, new Cursor("x"), 10)).isInstanceOf(Changes.HistoryChanged.class);
    }

    /** P12. */
    @Test
    void p12ACursorOfAnotherSiteIsRefused() {
        TestLedger other = yard.another();
        creations(3);
        other.push(creation(entry()), creation(entry()), creation(entry()));
        Cursor theirs = other.ledger.cursor(other.desk);
        assertThat(yard.ledger.changes(yard.desk, theirs, 10)).isInstanceOf(Changes.HistoryChanged.class);
        assertThat(yard.ledger.snapshot(yard.desk, theirs, new EntryId(Samples.id()), change -> {}))
                .isInstanceOf(Snapshot.HistoryChanged.class);
    }

    /** The newest change's time stands in the history alone, as it does after the migration that brought it to the book. */
    @Test
    void aBookFromBeforeTheTimeWasNotedAccusesNobody() {
        try (TestLedger yard = TestLedger.alone()) {
            yard.push(creation(entry()));
            Cursor told = yard.ledger.cursor(yard.desk);
            TestDatabases.asSuperuser(yard.database, "update site_books set last_committed_at = 'epoch'");
            Cursor pulled = TestLedger.page(yard.ledger.changes(yard.desk, 10)).cursor();
            for (Cursor cursor : List.of(told, pulled, yard.ledger.cursor(yard.desk))) {
                assertThat(TestLedger.page(yard.ledger.changes(yard.desk, cursor, 10))
                                .changes())
                        .isEmpty();
            }
        }
    }

    /** F-F3, F-F4, W1: the tail is lost, and then another one grows in its place. */
    @Test
    void aCloudRestoredFromABackupIsFoundByTheCursor() {
        try (TestLedger original = TestLedger.alone()) {
            original.push(creation(entry()));
            Cursor early = original.ledger.cursor(original.desk);
            original.ledger.close();
            String backup = TestDatabases.cloneOf(original.database);
            Cursor late;
            try (Ledger goesOn = original.open()) {
                goesOn.push(original.desk, original.request(original.desk, creation(entry()), creation(entry())));
                late = goesOn.cursor(original.desk);
            }
            try (Ledger restored = TestLedger.open(backup)) {
                Desk desk = original.desk;
                assertThat(restored.changes(desk, late, 10)).isInstanceOf(Changes.HistoryChanged.class);
                restored.push(desk, original.request(desk, creation(entry()), creation(entry()), creation(entry())));
                assertThat(restored.changes(desk, late, 10)).isInstanceOf(Changes.HistoryChanged.class);
                assertThat(TestLedger.page(restored.changes(desk, early, 10)).changes())
                        .hasSize(3);
            }
            TestDatabases.drop(backup);
        }
    }

    @Test
    void aSnapshotHandsOverEveryRecordAndACursorFromBefore() {
        Entry voided = entry();
        creations(5);
        yard.push(creation(voided), Samples.delete(voided.id(), 1));
        List<Change.Stored> sent = new ArrayList<>();
        Snapshot snapshot = yard.ledger.snapshot(yard.desk, change -> {
            if (sent.isEmpty()) {
                creations(1); // while it is being sent
            }
            sent.add(change);
        });
        assertThat(sent).hasSize(6).anyMatch(change -> change.life() == Change.Life.VOIDED);
        Cursor cursor = ((Snapshot.Sent) snapshot).cursor();
        assertThat(yard.after(cursor).changes()).hasSize(1);
    }

    @Test
    void aSnapshotThatWasCutOffGoesOnWhereItStopped() {
        creations(2_300);
        Cursor cursor = yard.ledger.cursor(yard.desk);
        List<EntryId> sent = new ArrayList<>();
        class CutOff extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }
        try {
            yard.ledger.snapshot(yard.desk, change -> {
                if (sent.size() == 1_234) {
                    throw new CutOff();
                }
                sent.add(change.record());
            });
        } catch (CutOff wanted) {
            assertThat(sent).hasSize(1_234);
        }
        assertThat(yard.ledger.snapshot(yard.desk, cursor, sent.getLast(), change -> sent.add(change.record())))
                .isEqualTo(new Snapshot.Sent(cursor));
        assertThat(sent).hasSize(2_300).isSorted();
        assertThat(new TreeSet<>(sent)).hasSize(2_300);
    }

    private void creations(int count) {
        for (int done = 0; done < count; done += 500) {
            yard.push(IntStream.range(0, Math.min(500, count - done))
                    .mapToObj(at -> creation(entry()))
                    .toArray(ReceivedOperation[]::new));
        }
    }
}
