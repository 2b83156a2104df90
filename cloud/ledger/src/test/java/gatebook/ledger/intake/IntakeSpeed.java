package gatebook.ledger.intake;

import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.ledger.cluster.TestDatabases;
import gatebook.rules.entry.Entry;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.PushRequest;
import gatebook.wire.push.ReceivedOperation;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Not a test: prints how many operations a second the intake takes by itself, and what an empty pull costs. */
final class IntakeSpeed {
    private static final int BATCH = 500;

    private IntakeSpeed() {}

    public static void main(String[] arguments) throws InterruptedException {
        int batches = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        int writers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        try (TestLedger yard = TestLedger.alone()) {
            run(yard, 20);
            barest(yard, batches);
            for (int round = 1; round <= 3; round++) {
                List<TestLedger> yards = new ArrayList<>();
                List<Thread> threads = new ArrayList<>();
                List<List<PushRequest>> requests = new ArrayList<>();
                for (int writer = 0; writer < writers; writer++) {
                    yards.add(writer == 0 ? yard : yard.another());
                    requests.add(requests(yards.get(writer), batches));
                }
                Duration used = used();
                long start = System.nanoTime();
                for (int writer = 0; writer < writers; writer++) {
                    int number = writer;
                    threads.add(Thread.ofPlatform()
                            .start(() -> requests.get(number)
                                    .forEach(request ->
                                            yards.get(number).ledger.push(yards.get(number).desk, request))));
                }
                for (Thread thread : threads) {
                    thread.join();
                }
                double seconds = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e9;
                double micros = used().minus(used).toNanos() / 1e3 / (writers * batches * BATCH);
                System.out.printf(
                        Locale.ROOT,
                        "%d writers: %.0f creates/s, %.1f us of CPU each%n",
                        writers,
                        writers * batches * BATCH / seconds,
                        micros);
            }
            updates(yard);
            emptyPulls(yard);
            pages(yard);
        }
    }

    /** CPU that this program and all PostgreSQL processes used so far. */
    private static Duration used() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() == ProcessHandle.current().pid()
                        || process.info().command().orElse("").contains(".cache/gatebook/postgresql"))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The least that a program can do and still hold the data: one table, one statement and one commit a batch. */
    private static void barest(TestLedger yard, int batches) {
        TestDatabases.asSuperuser(yard.database, """
                create table barest (site_id uuid, record_uuid uuid, seq bigint, data text,
                                     primary key (site_id, record_uuid));
                grant insert on barest to gatebook_app;
                """);
        List<PushRequest> requests = requests(yard, batches);
        try (Connection connection = DriverManager.getConnection(
                        yard.settings().jdbcUrl(),
                        yard.settings().app().user(),
                        yard.settings().app().password());
                PreparedStatement insert = connection.prepareStatement(
                        "insert into barest select ?, r.* from unnest(?, ?, ?) as r (record_uuid, seq, data)")) {
            connection.setAutoCommit(false);
            Duration used = used();
            long start = System.nanoTime();
            for (PushRequest request : requests) {
                List<Entry> entries = request.operations().stream()
                        .map(operation -> ((ReceivedOperation.Content.Image) operation.content()).entry())
                        .toList();
                insert.setObject(1, yard.site.value());
                insert.setArray(
                        2,
                        connection.createArrayOf(
                                "uuid",
                                entries.stream().map(e -> e.id().value()).toArray()));
                insert.setArray(
                        3,
                        connection.createArrayOf(
                                "bigint", entries.stream().map(e -> 1L).toArray()));
                insert.setArray(
                        4,
                        connection.createArrayOf(
                                "text", entries.stream().map(EntryJson::encode).toArray()));
                insert.execute();
                connection.commit();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double micros = used().minus(used).toNanos() / 1e3 / (batches * BATCH);
            System.out.printf(
                    Locale.ROOT,
                    "the barest program: %.0f creates/s, %.1f us of CPU each%n",
                    batches * BATCH / seconds,
                    micros);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(TestLedger yard, int batches) {
        requests(yard, batches).forEach(request -> yard.ledger.push(yard.desk, request));
    }

    private static List<PushRequest> requests(TestLedger yard, int batches) {
        return IntStream.range(0, batches)
                .mapToObj(batch -> yard.request(
                        yard.desk,
                        IntStream.range(0, BATCH)
                                .mapToObj(at -> Samples.creation(Samples.entry()))
                                .toArray(ReceivedOperation[]::new)))
                .toList();
    }

    private static void updates(TestLedger yard) {
        List<Entry> entries =
                IntStream.range(0, BATCH).mapToObj(at -> Samples.entry()).toList();
        yard.push(entries.stream().map(Samples::creation).toArray(ReceivedOperation[]::new));
        int rounds = 60;
        long start = 0;
        for (int round = -20; round < rounds; round++) {
            long version = round + 21L;
            start = round == 0 ? System.nanoTime() : start;
            yard.push(entries.stream()
                    .map(entry -> Samples.update(Samples.noted(entry, "round " + version), version))
                    .toArray(ReceivedOperation[]::new));
        }
        System.out.printf(
                Locale.ROOT, "1 writer: %.0f updates/s%n", rounds * BATCH * 1e9 / (System.nanoTime() - start));
    }

    private static void emptyPulls(TestLedger yard) {
        Cursor end = yard.ledger.cursor(yard.desk);
        int rounds = 3_000;
        long start = 0;
        for (int round = -rounds; round < rounds; round++) {
            start = round == 0 ? System.nanoTime() : start;
            yard.after(end);
        }
        System.out.printf(Locale.ROOT, "an empty pull: %.3f ms%n", (System.nanoTime() - start) / 1e6 / rounds);
    }

    private static void pages(TestLedger yard) {
        long start = System.nanoTime();
        ChangesPage.Stored page = yard.all();
        long rows = page.changes().size();
        while (page.more()) {
            page = yard.after(page.cursor());
            rows += page.changes().size();
            page.write(new ByteArrayOutputStream());
        }
        System.out.printf(Locale.ROOT, "pull of %d: %.0f rows/s%n", rows, rows * 1e9 / (System.nanoTime() - start));
    }
}
