package gatebook.store.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatebook.store.Child;
import gatebook.store.sqlite.FileConnection;
import gatebook.store.sqlite.StoreFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigratorTest {
    static final Migration FIRST = Migration.of("0001-first.sql", """
            CREATE TABLE entry (id INTEGER PRIMARY KEY, plate TEXT);
            CREATE TABLE seen (plate TEXT);
            CREATE TRIGGER entry_is_seen AFTER INSERT ON entry
            BEGIN
                INSERT INTO seen VALUES (CASE WHEN NEW.plate = ';' THEN 'END;' ELSE NEW.plate END);
                UPDATE seen SET plate = upper(plate);
            END;
            INSERT INTO entry (plate) VALUES ('mh12;'), (';');
            """);
    static final Migration LONG_SECOND = Migration.of("0002-long.sql", """
            CREATE TABLE many (n INTEGER);
            INSERT INTO many WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 5000000)
                SELECT n FROM c;
            CREATE TABLE late (n INTEGER);
            """);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void anEmptyFile() throws IOException {
        file = Files.createFile(folder.resolve("gatebook.db"));
    }

    @Test
    void bringsAnEmptyFileToThisProgramsShape() {
        try (FileConnection connection = FileConnection.writable(file)) {
            Migrator migrator = new Migrator();
            assertThat(migrator.migrate(connection))
                    .isEqualTo(new Migrated.Moved(SchemaVersion.NONE, migrator.known()));
            assertThat(connection.number("PRAGMA application_id")).isEqualTo(0x47424B31);
            assertThat(connection.number("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"))
                    .isGreaterThanOrEqualTo(5);
            assertThat(connection.quickCheck()).isEmpty();
            assertThat(migrator.migrate(connection)).isEqualTo(new Migrated.Current(migrator.known()));
        }
    }

    @Test
    void takesAStepWhoseTriggersHoldSemicolonsAndCases() {
        try (FileConnection connection = FileConnection.writable(file)) {
            new Migrator(List.of(FIRST)).migrate(connection);
            assertThat(connection.number("SELECT count(*) FROM seen WHERE plate IN ('MH12;', 'END;')"))
                    .isEqualTo(2);
        }
    }

    @Test
    void aStepThatFailsLeavesTheVersionBeforeItWhole() {
        Migration bad = Migration.of("0002-bad.sql", """
                CREATE TABLE half (n INTEGER);
                INSERT INTO half VALUES (1);
                INSERT INTO nowhere VALUES (1);
                """);
        try (FileConnection connection = FileConnection.writable(file)) {
            Migrator migrator = new Migrator(List.of(FIRST, bad));
            assertThatThrownBy(() -> migrator.migrate(connection)).isInstanceOf(StoreFault.class);
            assertThat(connection.number("PRAGMA user_version")).isEqualTo(1);
            assertThat(connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"))
                    .isZero();
            assertThat(connection.number("SELECT count(*) FROM entry")).isEqualTo(2);
        }
    }

    @Test
    void refusesAFileOfALaterProgramAndWritesNothing() throws IOException {
        try (FileConnection connection = FileConnection.writable(file)) {
            new Migrator(List.of(FIRST)).migrate(connection);
            connection.run("PRAGMA user_version = 9");
        }
        byte[] before = Files.readAllBytes(file);
        try (FileConnection connection = FileConnection.writable(file)) {
            assertThat(new Migrator(List.of(FIRST)).migrate(connection))
                    .isEqualTo(new Migrated.TooNew(new SchemaVersion(9), new SchemaVersion(1)));
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void leavesAnotherProgramsDatabaseAlone() throws IOException {
        try (FileConnection connection = FileConnection.writable(file)) {
            connection.run("CREATE TABLE photos (id INTEGER)");
        }
        byte[] before = Files.readAllBytes(file);
        try (FileConnection connection = FileConnection.writable(file)) {
            assertThat(new Migrator().migrate(connection)).isEqualTo(new Migrated.Foreign());
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @RepeatedTest(20)
    void twoAtOnceTakeEachStepOnce() throws Exception {
        int count = 4;
        CountDownLatch start = new CountDownLatch(count);
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<Migrated>> all = java.util.stream.Stream.generate(() -> threads.submit(() -> {
                        start.countDown();
                        start.await();
                        try (FileConnection connection = FileConnection.writable(file)) {
                            return new Migrator(List.of(FIRST)).migrate(connection);
                        }
                    }))
                    .limit(count)
                    .toList();
            for (Future<Migrated> one : all) {
                assertThat(one.get()).isInstanceOfAny(Migrated.Moved.class, Migrated.Current.class);
            }
        }
        try (FileConnection connection = FileConnection.readOnly(file)) {
            assertThat(connection.number("SELECT count(*) FROM entry")).isEqualTo(2);
        }
    }

    @Test
    void numbersWithoutGaps() {
        assertThatThrownBy(() -> new Migrator(List.of(LONG_SECOND))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProcessKilledWhileItMigratesLeavesTheOldShapeOrTheNew() throws Exception {
        try (FileConnection connection = FileConnection.writable(file)) {
            connection.run("PRAGMA journal_mode = WAL");
            new Migrator(List.of(FIRST)).migrate(connection);
        }
        try (Child child = Child.start(Migrating.class, file)) {
            assertThat(child.line()).isEqualTo("begun");
            child.kill();
        }
        try (FileConnection connection = FileConnection.writable(file)) {
            assertThat(connection.quickCheck()).isEmpty();
            boolean moved = connection.number("PRAGMA user_version") == 2;
            assertThat(connection.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('many', 'late')"))
                    .isEqualTo(moved ? 2 : 0);
            new Migrator(List.of(FIRST, LONG_SECOND)).migrate(connection);
            assertThat(connection.number("SELECT count(*) FROM many")).isEqualTo(5_000_000);
        }
    }

    /** The child of the test above. */
    static final class Migrating {
        public static void main(String[] args) {
            try (FileConnection connection = FileConnection.writable(Path.of(args[0]))) {
                connection.number("PRAGMA user_version");
                System.out.println("begun");
                new Migrator(List.of(FIRST, LONG_SECOND)).migrate(connection);
            }
        }
    }
}
