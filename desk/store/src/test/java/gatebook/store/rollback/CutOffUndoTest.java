package gatebook.store.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatebook.rules.undo.RunId;
import gatebook.rules.undo.Scope;
import gatebook.store.Book;
import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.store.exchange.SyncedDesk;
import gatebook.store.record.AuditLog;
import gatebook.store.sqlite.StoreFault;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The undo of a large run, cut off at its first, second, third... change of a row: each record is undone with its queue row
 * and its audit row, or untouched, and asking again does the rest, never twice.
 */
class CutOffUndoTest {
    private static final int RECORDS = 7;
    private static final UndoRun.Sizes SMALL = new UndoRun.Sizes(3, 2);

    /** A record, its queue row and its audit row; a chunk's number and count; with room. */
    private static final int ROW_CHANGES_MAX = 60;

    @TempDir
    private Path folder;

    private SyncedDesk site;
    private Desk desk;
    private Book book;
    private List<String> before;
    private RunId run;

    @BeforeEach
    void aRunThatChangedMoreThanGoesIntoOneTransaction() {
        site = SyncedDesk.in(folder);
        desk = site.desk();
        book = desk.book();
        for (int at = 1; at <= RECORDS; at++) {
            site.put(Visits.parked(at, "MH12AB" + at));
        }
        site.sync();
        before = site.records();
        for (int at = 1; at <= RECORDS; at++) {
            site.put(Visits.notes(Visits.parked(at, "MH12AB" + at), "wrong"));
        }
        run = site.sync();
        book.run("CREATE TABLE crash (n INTEGER, at INTEGER); INSERT INTO crash VALUES (0, -1);");
        for (String table : List.of("parking_entries", "sync_queue", "audit_log", "sync_runs")) {
            for (String change : List.of("INSERT", "UPDATE")) {
                book.run("""
                        CREATE TRIGGER crash_%1$s_%2$s AFTER %2$s ON %1$s BEGIN
                            UPDATE crash SET n = n + 1;
                            SELECT RAISE(ABORT, 'cut off here') FROM crash WHERE n = at;
                        END""".formatted(table, change));
            }
        }
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void fH1WhateverIsCutOffIsFinishedByAskingAgain() {
        UndoRun undoing = new UndoRun(desk.database(), desk.clock(), desk.ids(), SMALL);
        int cut = 0;
        // Each round gets one row change further than the one before, is finished, and is undone in turn.
        while (isCutOff(undoing, cut + 1)) {
            cut++;
            assertThat(cut).isLessThan(ROW_CHANGES_MAX);
            assertWhole();
            UndoOutcome.Undone undone =
                    (UndoOutcome.Undone) undoing.undo(run, Scope.CHANGES, new UndoneBy("Asha", "Ravi"));
            RunId number = Objects.requireNonNull(undone.undo());
            assertThat(site.records()).isEqualTo(before);
            assertThat(book.number("SELECT restored FROM sync_runs WHERE id = " + number))
                    .isEqualTo(RECORDS);
            assertThat(book.number("SELECT count(*) FROM sync_runs WHERE ended_at IS NULL"))
                    .isZero();
            undoing.undo(number, Scope.CHANGES, new UndoneBy("Asha", "Ravi"));
            assertThat(site.records()).allMatch(record -> record.contains("wrong"));
        }
        assertThat(cut).isGreaterThan(3 * RECORDS);
        assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Sound.class);
    }

    @Test
    void fH1TwoPeopleAtOnceUndoEachRecordOnce() throws InterruptedException {
        UndoRun undoing = new UndoRun(desk.database(), desk.clock(), desk.ids(), SMALL);
        List<Thread> people = List.of(
                Thread.ofPlatform().start(() -> undoing.undo(run, Scope.CHANGES, new UndoneBy("Asha", "Ravi"))),
                Thread.ofPlatform().start(() -> undoing.undo(run, Scope.CHANGES, new UndoneBy("Ravi", "Asha"))));
        for (Thread person : people) {
            person.join();
        }

        assertThat(site.records()).isEqualTo(before);
        assertThat(book.number("SELECT count(*) FROM audit_log WHERE cause = 'rollback'"))
                .isEqualTo(RECORDS);
        assertThat(book.number("SELECT count(*) FROM sync_queue")).isEqualTo(RECORDS);
        assertThat(book.number("SELECT sum(restored) FROM sync_runs WHERE undoes = " + run))
                .isEqualTo(RECORDS);
        assertThat(book.number("SELECT count(*) FROM sync_runs WHERE ended_at IS NULL"))
                .isZero();
    }

    @Test
    void aRunOfOrdinarySizeIsUndoneAtOnceOrNotAtAll() {
        UndoRun undoing = new UndoRun(desk.database(), desk.clock(), desk.ids());
        List<String> whole = book.everything();
        book.run("UPDATE crash SET n = 0, at = 10");

        assertThatThrownBy(() -> undoing.undo(run, Scope.CHANGES, new UndoneBy("Asha", "Ravi")))
                .isInstanceOf(StoreFault.class);

        assertThat(book.everything()).isEqualTo(whole);
    }

    private boolean isCutOff(UndoRun undoing, int rowChange) {
        book.run("UPDATE crash SET n = 0, at = " + rowChange);
        try {
            undoing.undo(run, Scope.CHANGES, new UndoneBy("Asha", "Ravi"));
            return false;
        } catch (StoreFault fault) {
            assertThat(fault).hasMessageContaining("cut off here");
            return true;
        } finally {
            book.run("UPDATE crash SET n = 0, at = -1");
        }
    }

    /** A record without its run's note has a queue row and an audit row that say so, and the others have none. */
    private void assertWhole() {
        List<String> undone = book.rows("SELECT uuid FROM parking_entries WHERE notes IS NULL ORDER BY uuid");
        String lastOf = """
                SELECT record_uuid FROM %1$s WHERE id IN (SELECT max(id) FROM %1$s GROUP BY record_uuid)
                    AND json_extract(%2$s, '$.notes') IS NULL ORDER BY record_uuid""";
        assertThat(book.rows(lastOf.formatted("sync_queue", "data"))).isEqualTo(undone);
        assertThat(book.rows(lastOf.formatted("audit_log", "after"))).isEqualTo(undone);
    }
}
