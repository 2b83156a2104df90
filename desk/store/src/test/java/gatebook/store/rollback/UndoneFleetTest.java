package gatebook.store.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.undo.RunId;
import gatebook.rules.undo.Scope;
import gatebook.store.Desk;
import gatebook.store.exchange.SyncedDesk;
import gatebook.store.operation.Departure;
import gatebook.store.record.AuditLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three desks of one site that work, sync and undo at random. */
class UndoneFleetTest {
    private static final int ROUNDS = 60;

    @TempDir
    private Path folder;

    private final List<SyncedDesk> desks = new ArrayList<>();
    private final List<EntryId> known = new ArrayList<>();
    private final Map<SyncedDesk, List<RunId>> runs = new HashMap<>();

    @ParameterizedTest(name = "P9: seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void p9AnUndoneSyncLeavesEachDeskAsItWas(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        open();
        int exact = 0;
        for (int round = 0; round < ROUNDS; round++) {
            SyncedDesk at = desks.get(random.nextInt(desks.size()));
            work(random, at);
            work(random, desks.get(random.nextInt(desks.size())));
            List<String> before = at.records();
            RunId run = at.sync();
            runs.get(at).add(run);
            if (random.nextInt(2) == 0) {
                UndoOutcome.Undone undone = undo(at, run, Scope.ALL);
                if (!undone.did().needsPerson()) {
                    assertThat(at.records()).as("round %s", round).isEqualTo(before);
                    exact += undone.did().changed() > 0 ? 1 : 0;
                }
            }
        }
        assertThat(exact).as("undone runs that had changed something").isGreaterThan(ROUNDS / 10);
        close();
    }

    @ParameterizedTest(name = "P6: seed {0}")
    @ValueSource(longs = {7, 8, 9, 10, 11, 12})
    void p6AllHoldTheSameHoweverMuchIsUndone(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        open();
        for (int round = 0; round < ROUNDS; round++) {
            SyncedDesk at = desks.get(random.nextInt(desks.size()));
            switch (random.nextInt(4)) {
                case 0 -> runs.get(at).add(at.sync());
                case 1 -> undoSome(random, at);
                default -> work(random, at);
            }
        }
        for (int round = 0; round < 4; round++) {
            desks.forEach(SyncedDesk::sync);
        }
        for (SyncedDesk desk : desks) {
            if (desk.desk().book().number("SELECT count(*) FROM sync_conflicts WHERE resolved_at IS NULL") == 0) {
                assertThat(withoutOpen(desk)).isEqualTo(withoutOpen(desks.getFirst()));
            }
            assertThat(desk.desk().audit()).isInstanceOf(AuditLog.Verification.Sound.class);
        }
        close();
    }

    /** Records that no desk has a question about. */
    private List<String> withoutOpen(SyncedDesk desk) {
        List<String> open = desks.stream()
                .flatMap(
                        each -> each
                                .desk()
                                .book()
                                .rows("SELECT record_uuid FROM sync_conflicts WHERE resolved_at IS NULL")
                                .stream())
                .toList();
        return desk.records().stream()
                .filter(record -> open.stream().noneMatch(record::startsWith))
                .collect(Collectors.toList());
    }

    private void open() {
        SyncedDesk first = SyncedDesk.in(folder);
        desks.addAll(List.of(first, first.besides(folder, "B"), first.besides(folder, "C")));
        desks.forEach(desk -> runs.put(desk, new ArrayList<>()));
    }

    private void close() {
        desks.forEach(SyncedDesk::close);
    }

    private void undoSome(SplittableRandom random, SyncedDesk at) {
        List<RunId> ofDesk = runs.get(at);
        if (!ofDesk.isEmpty()) {
            RunId run = ofDesk.get(random.nextInt(ofDesk.size()));
            UndoOutcome.Undone undone = undo(at, run, random.nextInt(3) == 0 ? Scope.ALL : Scope.CHANGES);
            if (undone.undo() != null) {
                ofDesk.add(undone.undo());
            }
            assertThat(undo(at, run, Scope.CHANGES).undo()).as("a second undo").isNull();
        }
    }

    private static UndoOutcome.Undone undo(SyncedDesk at, RunId run, Scope scope) {
        Desk desk = at.desk();
        return (UndoOutcome.Undone)
                new UndoRun(desk.database(), desk.clock(), desk.ids()).undo(run, scope, new UndoneBy("Asha", "Ravi"));
    }

    private void work(SplittableRandom random, SyncedDesk at) {
        Desk desk = at.desk();
        desk.clock().advance(Duration.ofMinutes(20));
        if (known.isEmpty() || random.nextInt(4) == 0) {
            Entry entry = desk.enter("MH" + known.size());
            known.add(entry.id());
            return;
        }
        EntryId id = known.get(random.nextInt(known.size()));
        if (desk.find(id).isEmpty()) {
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> desk.voidEntry(id, "a mistake");
            case 1 -> desk.leave(id, Departure.Settlement.CASH);
            case 2 -> desk.leave(id, Departure.Settlement.UNPAID);
            case 3 -> desk.correct(id, Field.VEHICLE_NUMBER, "GJ" + random.nextInt(1000));
            case 4 -> desk.correct(id, Field.DRIVER_NAME, "D" + random.nextInt(5));
            case 5 -> desk.correct(id, Map.of(Field.PAYMENT_STATUS, "Paid", Field.PAYMENT_TYPE, "Online"));
            default -> desk.correct(id, Field.NOTES, "n" + random.nextInt(5));
        }
    }
}
