package gatebook.bench;

import gatebook.bench.desk.BenchDesk;
import gatebook.bench.figure.Figure;
import gatebook.bench.figure.RunResult;
import gatebook.bench.floor.FloorTrail;
import gatebook.bench.sample.Samples;
import gatebook.store.file.DeskHome;
import gatebook.store.operation.ImportedRow;
import gatebook.store.record.AuditLog;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Walking a long audit trail: each row's hash recomputed and compared, its place in the chain, and each record with its
 * newest row. The floor reads the same rows and hashes their bytes.
 */
final class AuditVerify implements Run {
    private static final double LIMIT_SECONDS = 10;
    private static final int IMPORTED_AT_ONCE = 50_000;

    @Override
    public String name() {
        return "audit-verify";
    }

    @Override
    public RunResult measure(Surroundings surroundings) {
        Setting setting = surroundings.setting();
        Path home = surroundings.fresh("trail");
        Rounds floor = new Rounds();
        Rounds ours = new Rounds();
        try (BenchDesk desk = BenchDesk.open(home)) {
            Samples samples = new Samples(setting.many());
            for (int from = 0; from < setting.many(); from += IMPORTED_AT_ONCE) {
                desk.queueAll(IntStream.range(from, Math.min(setting.many(), from + IMPORTED_AT_ONCE))
                        .mapToObj(samples::visit)
                        .map(AuditVerify::imported)
                        .iterator());
            }
            Path register = new DeskHome(home).register();
            for (int round = 0; round <= setting.rounds(); round++) {
                double theirs = seconds(() -> expect(setting.many(), FloorTrail.read(register)));
                double own = seconds(() -> expect(
                        setting.many(),
                        desk.database().read(AuditLog::verify) instanceof AuditLog.Verification.Sound(long rows)
                                ? rows
                                : -1));
                if (round > 0) {
                    floor.add(theirs);
                    ours.add(own);
                }
            }
        }
        Folders.delete(home);
        return new RunResult(
                name(),
                setting.rounds() + " rounds of " + setting.many() + " rows and as many records",
                List.of(Figure.atMost(LIMIT_SECONDS, "verified", "s", floor.median(), ours.median())));
    }

    private static ImportedRow imported(gatebook.rules.entry.Entry entry) {
        return PushDrain.rows(List.of(entry)).next();
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void expect(long wanted, long found) {
        if (wanted != found) {
            throw new IllegalStateException(wanted + " rows were to be sound, not " + found);
        }
    }
}
