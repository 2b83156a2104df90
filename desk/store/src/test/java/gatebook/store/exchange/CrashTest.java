package gatebook.store.exchange;

import static gatebook.store.exchange.CloudModel.change;
import static gatebook.store.exchange.CloudModel.page;
import static gatebook.store.exchange.CloudModel.tombstone;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.Plate;
import gatebook.rules.undo.RunId;
import gatebook.rules.undo.Scope;
import gatebook.store.Book;
import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.store.operation.Departure;
import gatebook.store.operation.ImportEntries;
import gatebook.store.operation.ImportedRow;
import gatebook.store.record.AuditLog;
import gatebook.store.rollback.UndoRun;
import gatebook.store.rollback.UndoneBy;
import gatebook.store.sqlite.StoreFault;
import gatebook.wire.feed.Cursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The file itself breaks off the work at its first, second, third... change of a row, until the work is done: each time
 * all of it is gone, and doing it again comes to the same as if nothing had happened.
 */
class CrashTest {
    private static final int ROW_CHANGES_MAX = 60;
    private static final Entry ONE = Visits.parked(1, "MH12AB1234");
    private static final Entry TWO = Visits.parked(2, "GJ01X9");
    private static final RunId RUN_OF_BOTH = new RunId(1);

    @TempDir
    private Path folder;

    private Outbox.Batch sent = new Outbox.Batch(0, List.of());

    /** What a desk does in one transaction, on a book that holds two records of the cloud and a vehicle written here. */
    enum Work {
        ENTER((desk, sent) -> desk.enter("NEW")),
        EXIT((desk, sent) -> Desk.done(desk.leave(ONE.id(), Departure.Settlement.CASH))),
        CORRECT((desk, sent) -> Desk.done(desk.correct(ONE.id(), Field.VEHICLE_NUMBER, "KA05M1"))),
        VOID((desk, sent) -> Desk.done(desk.voidEntry(own(desk), "a mistake"))),
        IMPORT((desk, sent) -> new ImportEntries(desk.database(), desk.clock(), desk.ids())
                .importAll(List.of(
                                new ImportedRow("a", 1, "{}", ONE),
                                new ImportedRow("a", 2, "{}", ONE),
                                new ImportedRow("b", 1, "{}", Visits.parked(4, "OLD")))
                        .iterator())),
        TAKE((desk, sent) -> desk.take()),
        APPLIED((desk, sent) -> desk.settle(sent, new CloudModel().push(sent))),
        MERGED((desk, sent) -> {
            CloudModel cloud = new CloudModel();
            cloud.put(Visits.notes(desk.row(own(desk)).entry(), "theirs"));
            desk.settle(sent, cloud.push(sent));
        }),
        JOINED((desk, sent) -> {
            CloudModel cloud = new CloudModel();
            cloud.put(Visits.parked(9, "MINE").withEntryTime(Desk.MORNING.minusSeconds(60)));
            desk.settle(sent, cloud.push(sent));
        }),
        PAGE((desk, sent) -> desk.apply(page(
                change(Visits.notes(ONE, "new"), 2, 3),
                change(Visits.parked(5, "FRESH"), 1, 4),
                tombstone(TWO, 2, 5)))),
        PAGE_OF_CHANGED_PLACES((desk, sent) ->
                desk.apply(page(change(ONE.withPlate(TWO.plate()), 2, 3), change(TWO.withPlate(ONE.plate()), 2, 4)))),
        PAGE_ONTO_A_VISIT_WRITTEN_HERE((desk, sent) ->
                desk.apply(page(change(Visits.parked(6, "OTHER").withPlate(new Plate("MINE")), 1, 3)))),
        LOAD((desk, sent) ->
                desk.inbox().load(List.of(change(Visits.parked(7, "SEVEN"), 1, 3)), new Cursor("3"), desk.marks())),
        START_OVER((desk, sent) -> desk.inbox().startOver(Inbox.Past.LOST, "restored", desk.marks())),
        UNDO((desk, sent) -> new UndoRun(desk.database(), desk.clock(), desk.ids())
                .undo(RUN_OF_BOTH, Scope.ALL, new UndoneBy("Asha", "Ravi"))),
        RUN((desk, sent) -> desk.runs().begin(Runs.Trigger.MANUAL, desk.clock().instant()));

        private final BiConsumer<Desk, Outbox.Batch> work;

        Work(BiConsumer<Desk, Outbox.Batch> work) {
            this.work = work;
        }

        private static EntryId own(Desk desk) {
            return EntryId.parse(desk.book().row("SELECT uuid FROM parking_entries WHERE vehicle_number = 'MINE'"))
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void fA1AllOfTheWorkIsKeptOrNoneOfIt(Work work) throws IOException {
        Path prepared = prepare();
        List<String> control = run(copy(prepared, "control"), work);
        int broken = 0;
        while (breaksAt(prepared, broken + 1, work, control)) {
            broken++;
            assertThat(broken).isLessThan(ROW_CHANGES_MAX);
        }
        assertThat(broken).as("changes of rows that the work is made of").isPositive();
    }

    /** Whether the work was broken off, so that there may be a later point to break it. */
    private boolean breaksAt(Path prepared, int change, Work work, List<String> control) throws IOException {
        Path file = copy(prepared, work + "-" + change);
        Book book = Book.at(file);
        book.run("UPDATE crash SET at = " + change);
        List<String> before = book.everything();
        boolean broken;
        try (Desk desk = open(file)) {
            broken = breaks(desk, work);
        }
        if (!broken) {
            assertThat(book.everything()).isEqualTo(control);
            return false;
        }
        assertThat(book.everything()).isEqualTo(before);
        book.run("UPDATE crash SET n = 0, at = -1");
        assertThat(run(file, work)).isEqualTo(control);
        return true;
    }

    private boolean breaks(Desk desk, Work work) {
        try {
            work.work.accept(desk, sent);
            return false;
        } catch (StoreFault fault) {
            assertThat(fault).hasMessageContaining("broken off here");
            return true;
        }
    }

    private List<String> run(Path file, Work work) {
        try (Desk desk = open(file)) {
            work.work.accept(desk, sent);
            assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Sound.class);
        }
        return Book.at(file).everything();
    }

    private Path prepare() throws IOException {
        try (Desk desk = Desk.in(folder)) {
            long run = desk.runs().begin(Runs.Trigger.MANUAL, desk.clock().instant());
            assertThat(run).isEqualTo(RUN_OF_BOTH.number());
            desk.inbox()
                    .apply(
                            page(change(ONE, 1, 1), change(TWO, 1, 2)),
                            new Marks(desk.clock().instant(), run));
            Entry mine = desk.enter("MINE");
            desk.correct(mine.id(), Field.NOTES, "mine");
            sent = desk.take();
            desk.correct(mine.id(), Field.LOCATION, "row 7");
            Entry due = desk.enter("DUE");
            desk.correct(due.id(), Field.NOTES, "goes with it");
            breakable(desk.book());
            return desk.file();
        }
    }

    private static void breakable(Book book) {
        book.run("CREATE TABLE crash (n INTEGER, at INTEGER); INSERT INTO crash VALUES (0, -1);");
        for (String table : Book.TABLES) {
            for (String change : List.of("INSERT", "UPDATE", "DELETE")) {
                book.run("""
                        CREATE TRIGGER crash_%1$s_%2$s AFTER %2$s ON %1$s BEGIN
                            UPDATE crash SET n = n + 1;
                            SELECT RAISE(ABORT, 'broken off here') FROM crash WHERE n = at;
                        END""".formatted(table, change));
            }
        }
    }

    private Path copy(Path file, String name) throws IOException {
        return Files.copy(file, folder.resolve(name + ".db"));
    }

    /** The ids that the work uses are the same each time. */
    private static Desk open(Path file) {
        AtomicLong last = new AtomicLong(1000);
        return Desk.of(file, () -> new UUID(0x0193_0000_0042_7000L, Long.MIN_VALUE | last.incrementAndGet()));
    }
}
