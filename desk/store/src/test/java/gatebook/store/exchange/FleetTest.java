package gatebook.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.merge.Choice;
import gatebook.rules.merge.Decision;
import gatebook.store.Desk;
import gatebook.store.operation.Departure;
import gatebook.store.operation.Outcome;
import gatebook.store.record.AuditLog;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three desks that write at random, with few plates and times so that they meet, and a cloud whose answers get lost. */
class FleetTest {
    private static final int STEPS = 400;
    private static final int RECORDS = 10;
    private static final int ROUNDS_MAX = 40;
    private static final int SITTINGS_MAX = 20;
    private static final List<Decision> DECISIONS =
            List.of(new Decision.KeepLocal(), new Decision.AcceptRemote(), new Decision.MergeFields(Choice.NONE));
    private static final List<String> PLATES = List.of("MH12AB1234", "mh-12 ab 1234", "8822");
    private static final List<Instant> TIMES =
            List.of(Desk.MORNING, Desk.MORNING.plusMillis(1), Desk.MORNING.plusSeconds(7200));

    @TempDir
    private Path folder;

    private final CloudModel cloud = new CloudModel();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 29, 72, 128})
    void p6AfterQuietAllDesksHoldWhatTheCloudHolds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Desk> desks =
                Stream.of("A", "B", "C").map(code -> Desk.in(folder, code)).toList();
        List<EntryId> known = new ArrayList<>();
        try {
            for (int at = 0; at < STEPS; at++) {
                Desk desk = desks.get(random.nextInt(desks.size()));
                desk.clock().advance(Duration.ofSeconds(random.nextInt(600)));
                switch (random.nextInt(8)) {
                    case 0 -> push(desk, random);
                    case 1 -> desk.apply(cloud.page(desk.inbox().position(), 1 + random.nextInt(4)));
                    case 2 -> rarely(random, desk);
                    default -> edit(desk, random, known);
                }
            }
            quieten(desks);
            desks.forEach(this::assertHoldsWhatTheCloudHolds);
        } finally {
            desks.forEach(Desk::close);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 31, 75, 177})
    void p6WhateverPeopleDecideItComesToAnEndAndAllHoldTheSame(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Desk> desks =
                Stream.of("A", "B", "C").map(code -> Desk.in(folder, code)).toList();
        List<EntryId> known = new ArrayList<>();
        try {
            for (int at = 0; at < STEPS; at++) {
                Desk desk = desks.get(random.nextInt(desks.size()));
                desk.clock().advance(Duration.ofSeconds(random.nextInt(600)));
                switch (random.nextInt(9)) {
                    case 0, 1 -> push(desk, random);
                    case 2 -> desk.apply(cloud.page(desk.inbox().position(), 1 + random.nextInt(4)));
                    case 3 -> rarely(random, desk);
                    case 4 -> decide(desk, random);
                    default -> edit(desk, random, known);
                }
            }
            quieten(desks);
            for (int sitting = 0; sitting < SITTINGS_MAX && open(desks) > 0; sitting++) {
                desks.forEach(desk -> decide(desk, random));
                quieten(desks);
            }
            assertThat(open(desks)).as("items left after all was decided").isZero();
            desks.forEach(this::assertHoldsWhatTheCloudHolds);
        } finally {
            desks.forEach(Desk::close);
        }
    }

    @Test
    void r5ANoteWrittenAtThreeDesksSettlesInThreeRoundsWithoutAPerson() {
        List<Desk> desks =
                Stream.of("A", "B", "C").map(code -> Desk.in(folder, code)).toList();
        try {
            EntryId id = desks.getFirst().enter("MH12AB1234").id();
            rounds(desks, 2);
            desks.forEach(
                    desk -> desk.correct(id, Field.NOTES, "by " + desk.file().getFileName()));
            rounds(desks, 3);

            desks.forEach(this::assertHoldsWhatTheCloudHolds);
            assertThat(desks).allMatch(desk -> desk.row(id).sync().status() == SyncStatus.SYNCED);
            assertThat(open(desks)).isZero();
        } finally {
            desks.forEach(Desk::close);
        }
    }

    private void rounds(List<Desk> desks, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (Desk desk : desks) {
                // A cycle pushes until nothing is left, and what it merged goes with it.
                for (Outbox.Batch batch = desk.take(); !batch.operations().isEmpty(); batch = desk.take()) {
                    desk.settle(batch, cloud.push(batch, desk.inbox().position()));
                }
                desk.apply(cloud.page(desk.inbox().position(), 100));
            }
        }
    }

    /** Decides what is open in one way or another; what cannot be decided so is decided as it can. */
    private static void decide(Desk desk, SplittableRandom random) {
        for (String item : desk.book().rows("SELECT id FROM sync_conflicts WHERE resolved_at IS NULL")) {
            List<Decision> ways = new ArrayList<>(DECISIONS);
            Collections.shuffle(ways, new Random(random.nextLong()));
            for (Decision way : ways) {
                Outcome outcome = desk.decide(new Resolution.Order(Long.parseLong(item), null, way, "Asha", null));
                if (outcome instanceof Outcome.Done) {
                    break;
                }
            }
        }
    }

    private static long open(List<Desk> desks) {
        return desks.stream().mapToLong(Desk::open).sum();
    }

    private void push(Desk desk, SplittableRandom random) {
        Outbox.Batch batch = desk.take();
        switch (random.nextInt(4)) {
            case 0 -> desk.outbox().release(batch);
            case 1 -> {
                cloud.push(batch, desk.inbox().position());
                desk.outbox().release(batch);
            }
            default -> desk.settle(batch, cloud.push(batch, desk.inbox().position()));
        }
    }

    private void rarely(SplittableRandom random, Desk desk) {
        if (random.nextInt(4) == 0) {
            cloud.push(desk.take());
            desk.restart();
        }
    }

    private static void edit(Desk desk, SplittableRandom random, List<EntryId> known) {
        if (known.isEmpty() || random.nextInt(known.size() < RECORDS ? 3 : 20) == 0) {
            Instant time = random.nextInt(3) == 0 ? null : pick(random, TIMES);
            if (desk.arrive(pick(random, PLATES), time) instanceof Outcome.Done(EntryRow row, var inside)) {
                known.add(row.entry().id());
            }
            return;
        }
        EntryId id = pick(random, known);
        switch (random.nextInt(8)) {
            case 0 -> desk.leave(id, Departure.Settlement.CASH);
            case 1 -> desk.leave(id, Departure.Settlement.UNPAID);
            case 2 -> desk.voidEntry(id, "a mistake");
            case 3 -> desk.correct(id, Field.VEHICLE_NUMBER, pick(random, PLATES));
            case 4 -> desk.correct(id, Field.ENTRY_TIME, pick(random, TIMES).toString());
            case 5 -> desk.correct(id, Field.DRIVER_NAME, "driver " + random.nextInt(9));
            default -> desk.correct(id, Field.NOTES, "note " + random.nextInt(9));
        }
    }

    private static <T> T pick(SplittableRandom random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void quieten(List<Desk> desks) {
        for (int round = 0; round < ROUNDS_MAX; round++) {
            boolean quiet = true;
            for (Desk desk : desks) {
                Outbox.Batch batch = desk.take(Outbox.Due.ALL);
                quiet &= batch.operations().isEmpty();
                desk.settle(batch, cloud.push(batch, desk.inbox().position()));
                var page = cloud.page(desk.inbox().position(), 3);
                quiet &= page.changes().isEmpty();
                desk.apply(page);
            }
            if (quiet) {
                return;
            }
        }
    }

    private void assertHoldsWhatTheCloudHolds(Desk desk) {
        for (Map.Entry<EntryId, CloudModel.Held> at : cloud.records().entrySet()) {
            Entry wanted = at.getValue().entry();
            SyncStatus status =
                    desk.find(at.getKey()).map(row -> row.sync().status()).orElse(SyncStatus.SYNCED);
            if (status == SyncStatus.SYNCED && at.getValue().isLive()) {
                EntryRow row = desk.row(at.getKey());
                assertThat(row.isVoided()).isFalse();
                assertThat(row.entry()).isEqualTo(wanted);
                assertThat(row.sync().remoteVersion()).isEqualTo(at.getValue().version());
            } else if (status == SyncStatus.SYNCED) {
                assertThat(desk.find(at.getKey()).map(EntryRow::isVoided).orElse(true))
                        .isTrue();
            }
        }
        assertThat(desk.book().rows("""
                        SELECT q.operation, q.status, e.sync_status FROM sync_queue q
                        LEFT JOIN parking_entries e ON e.uuid = q.record_uuid
                        WHERE q.status IN ('pending', 'processing') AND coalesce(e.sync_status, '') <> 'conflict'""")).as("nothing waits but for a person").isEmpty();
        assertThat(desk.book().rows("""
                        SELECT uuid FROM parking_entries
                        WHERE sync_status NOT IN ('synced', 'failed') AND NOT EXISTS (
                            SELECT 1 FROM sync_conflicts WHERE record_uuid = uuid AND resolved_at IS NULL)"""))
                .as("what is not in step with the cloud is in the inbox")
                .isEmpty();
        assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Sound.class);
    }
}
