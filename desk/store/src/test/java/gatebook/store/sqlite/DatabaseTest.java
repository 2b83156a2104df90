package gatebook.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatebook.store.Book;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writer, many readers, and a file that keeps what was committed. */
class DatabaseTest {
    private static final String PUT = "INSERT INTO pair (name, value) VALUES (?, ?)";
    private static final String SUM = "SELECT sum(value) FROM pair";

    @TempDir
    private Path folder;

    private Database database;
    private Book book;

    @BeforeEach
    void open() {
        Path file = folder.resolve("pairs.db");
        book = Book.at(file);
        book.run("CREATE TABLE pair (name TEXT UNIQUE, value)");
        database = Database.open(file);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void p7AReaderSeesNoHalfAndDoesNotWaitWhileAWriterIsAtWork() {
        put("before", 1);
        database.write(Turn.ENGINE, session -> {
            session.update(PUT, "left", 10);
            assertThat(sum()).as("seen in the midst of the writing").isEqualTo(1);
            return session.update(PUT, "right", -10);
        });

        assertThat(book.number("SELECT count(*) FROM pair")).isEqualTo(3);
    }

    @Test
    void p7AReaderSeesOneMomentThroughout() {
        put("before", 1);
        database.read(session -> {
            assertThat(session.number(SUM)).isEqualTo(1);
            put("meanwhile", 5);
            assertThat(session.number(SUM)).isEqualTo(1);
            return session;
        });

        assertThat(sum()).isEqualTo(6);
    }

    @Test
    void p7ReadersBesideABusyWriterAlwaysFindPairsThatCancelOut() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
            List<Future<?>> reading = new ArrayList<>();
            for (int at = 0; at < 3; at++) {
                reading.add(readers.submit(() -> {
                    while (!done.get()) {
                        assertThat(sum()).isZero();
                    }
                }));
            }
            for (int at = 1; at <= 100; at++) {
                int value = at;
                database.write(Turn.ENGINE, session -> {
                    session.update(PUT, "left" + value, value);
                    return session.update(PUT, "right" + value, -value);
                });
            }
            done.set(true);
            for (Future<?> one : reading) {
                one.get();
            }
        }
    }

    @Test
    void aReaderWritesNothing() {
        assertThatThrownBy(() -> database.read(session -> session.update(PUT, "x", 1)))
                .isInstanceOf(StoreFault.class);
        assertThat(sum()).isZero();
    }

    @Test
    void workThatThrowsLeavesNothingAndTheNextGoesOn() {
        assertThatThrownBy(() -> database.write(Turn.GATE, session -> {
                    session.update(PUT, "x", 1);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(sum()).isZero();

        put("x", 2);
        assertThat(sum()).isEqualTo(2);
    }

    @Test
    void aWitnessSeesWhatIsAboutToBeKeptAndSpeaksOnceItIs() {
        List<Long> told = new ArrayList<>();
        database.witnessedBy(session -> {
            long seen = session.number(SUM);
            return () -> {
                assertThat(sum()).isEqualTo(seen);
                told.add(seen);
            };
        });
        put("kept", 5);
        assertThatThrownBy(() -> database.write(Turn.GATE, session -> {
                    session.update(PUT, "taken back", 100);
                    throw new IllegalStateException("on the way");
                }))
                .isInstanceOf(IllegalStateException.class);
        put("next", 2);

        assertThat(told).containsExactly(5L, 7L);
    }

    @Test
    void aBrokenRuleEndsTheStatementAndNotTheTransaction() {
        put("x", 1);
        database.write(Turn.GATE, session -> {
            assertThatThrownBy(() -> session.update(PUT, "x", 2))
                    .isInstanceOfSatisfying(
                            StoreFault.class, fault -> assertThat(fault.kind()).isEqualTo(StoreFault.Cause.CONSTRAINT));
            return session.update(PUT, "y", 3);
        });

        assertThat(sum()).isEqualTo(4);
    }

    @Test
    void whatChangedNothingIsNotWitnessed() {
        AtomicInteger seen = new AtomicInteger();
        database.witnessedBy(session -> seen::incrementAndGet);
        database.write(Turn.ENGINE, session -> session.number("SELECT 1"));
        assertThat(seen).hasValue(0);
        put("x", 1);
        assertThat(seen).hasValue(1);
    }

    @Test
    void aStatementThatFailedWorksTheNextTime() {
        String magnitude = "SELECT abs(?)";
        Function<Session, Long> overflowing = session -> session.number(magnitude, Long.MIN_VALUE);
        Function<Session, Long> sound = session -> session.number(magnitude, -7);

        assertThatThrownBy(() -> database.write(Turn.GATE, overflowing)).isInstanceOf(StoreFault.class);
        assertThat(database.write(Turn.GATE, sound)).isEqualTo(7);
        assertThatThrownBy(() -> database.note(overflowing)).isInstanceOf(StoreFault.class);
        assertThat(database.note(sound)).isEqualTo(7);
        assertThatThrownBy(() -> database.rehearse(overflowing)).isInstanceOf(StoreFault.class);
        assertThat(database.rehearse(sound)).isEqualTo(7);
        assertThatThrownBy(() -> database.read(overflowing)).isInstanceOf(StoreFault.class);
        assertThat(database.read(sound)).isEqualTo(7);
    }

    @Test
    void fB3AConnectionThatGotTheFileToReadOnlyIsNotAskedToWriteAgain() {
        database.write(Turn.GATE, session -> session.update("PRAGMA query_only=ON"));

        assertThatThrownBy(() -> put("x", 1))
                .isInstanceOfSatisfying(
                        StoreFault.class, fault -> assertThat(fault.kind()).isEqualTo(StoreFault.Cause.READ_ONLY));
        put("x", 2);
        assertThat(sum()).isEqualTo(2);
    }

    @Test
    void fB1AFullDiskRefusesTheWholeAndTheDeskRecoversWithoutARestart() {
        put("before", 1);
        long pages = database.write(Turn.GATE, session -> session.number("PRAGMA page_count"));
        for (long room = 0; room < 12; room++) {
            long limit = pages + room;
            List<String> before = book.rows("SELECT * FROM pair");
            database.write(Turn.GATE, session -> session.number("PRAGMA max_page_count = " + limit));
            assertThatThrownBy(() -> database.write(Turn.GATE, session -> {
                        for (int at = 0; at < 20; at++) {
                            session.update(PUT, "long" + at, "x".repeat(3000));
                        }
                        return session;
                    }))
                    .isInstanceOfSatisfying(
                            StoreFault.class, fault -> assertThat(fault.kind()).isEqualTo(StoreFault.Cause.DISK_FULL));
            assertThat(book.rows("SELECT * FROM pair")).isEqualTo(before);
            database.write(Turn.GATE, session -> session.number("PRAGMA max_page_count = 1000000"));
            put("after" + room, 1);
        }
    }

    @Test
    void aFileOfOtherStuffIsToldFromARegister() throws Exception {
        Path file = folder.resolve("letter.db");
        java.nio.file.Files.writeString(file, "Dear Sir or Madam, ".repeat(100));

        assertThatThrownBy(() -> Database.open(file))
                .isInstanceOfSatisfying(
                        StoreFault.class, fault -> assertThat(fault.kind()).isEqualTo(StoreFault.Cause.DAMAGED));
    }

    @Test
    void aWritingWithinAWritingIsRefusedInsteadOfWaitingForItself() {
        assertThatThrownBy(() -> database.write(Turn.GATE, outer -> database.write(Turn.GATE, inner -> 1)))
                .isInstanceOf(IllegalStateException.class);
        put("x", 1);
        assertThat(sum()).isEqualTo(1);
    }

    @Test
    void aClosedRegisterIsNeitherReadNorWritten() {
        database.close();
        database.close();

        assertThatThrownBy(() -> put("x", 1)).hasMessageContaining("closed");
        assertThatThrownBy(this::sum).hasMessageContaining("closed");
    }

    @Test
    void valuesAreBoundByTheirType() {
        Instant instant = Instant.parse("2026-01-15T04:30:00.120Z");
        database.write(Turn.GATE, session -> {
            session.update(PUT, "flag", true);
            session.update(PUT, "instant", instant);
            session.update(PUT, "nothing", null);
            assertThatThrownBy(() -> session.update(PUT, "double", 1.5)).hasMessageContaining("no column holds");
            return session.insert(PUT, "long", Long.MAX_VALUE);
        });

        assertThat(book.rows("SELECT value FROM pair ORDER BY rowid"))
                .containsExactly("1", "2026-01-15T04:30:00.120Z", "null", Long.toString(Long.MAX_VALUE));
    }

    @Test
    void manyDifferentStatementsDoNotDisturbOneThatIsBeingRead() {
        for (int at = 0; at < 5; at++) {
            put("row" + at, at);
        }
        List<String> seen = new ArrayList<>();
        database.read(session -> {
            session.each("SELECT name FROM pair ORDER BY name", row -> {
                seen.add(row.getString(1));
                for (int at = 0; at < 100; at++) {
                    session.number("SELECT " + seen.size() + " + " + at);
                }
            });
            return session;
        });

        assertThat(seen).hasSize(5);
    }

    private void put(String name, int value) {
        database.write(Turn.GATE, session -> session.update(PUT, name, value));
    }

    private long sum() {
        return database.read(session -> session.number(SUM));
    }
}
