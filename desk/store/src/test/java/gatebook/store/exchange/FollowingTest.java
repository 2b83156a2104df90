package gatebook.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Plate;
import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.store.record.AuditLog;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk that only looks on while others write, page by page, however the pages are cut. */
class FollowingTest {
    private static final int EDITS = 300;
    private static final List<String> PLATES = List.of("MH12AB1234", "8822", "GJ01X9");
    private static final List<Instant> TIMES =
            List.of(Desk.MORNING, Desk.MORNING.plusMillis(1), Desk.MORNING.plusSeconds(3600));

    @TempDir
    private Path folder;

    private final CloudModel cloud = new CloudModel();
    private final List<EntryId> known = new ArrayList<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void p5HoldsWhatTheCloudHoldsHoweverThePagesAreCut(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        try (Desk desk = Desk.in(folder)) {
            for (int at = 0; at < EDITS; at++) {
                edit(random);
                if (random.nextInt(3) == 0) {
                    desk.apply(cloud.page(desk.inbox().position(), 1 + random.nextInt(4)));
                }
                if (random.nextInt(20) == 0) {
                    desk.restart();
                }
            }
            while (cloud.page(desk.inbox().position(), 1).more()) {
                desk.apply(cloud.page(desk.inbox().position(), 3));
            }
            desk.apply(cloud.page(desk.inbox().position(), 3));

            assertSame(desk);
        }
    }

    private void assertSame(Desk desk) {
        for (Map.Entry<EntryId, CloudModel.Held> at : cloud.records().entrySet()) {
            if (at.getValue().isLive()) {
                EntryRow row = desk.row(at.getKey());
                assertThat(row.entry()).isEqualTo(at.getValue().entry());
                assertThat(row.isVoided()).isFalse();
                assertThat(row.sync().status()).isEqualTo(SyncStatus.SYNCED);
                assertThat(row.sync().remoteVersion()).isEqualTo(at.getValue().version());
            } else {
                assertThat(desk.find(at.getKey()).map(EntryRow::isVoided).orElse(true))
                        .isTrue();
            }
        }
        assertThat(desk.book().number("SELECT count(*) FROM sync_conflicts")).isZero();
        assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Sound.class);
    }

    /** One edit that leaves no two live records of the cloud at one place. */
    private void edit(SplittableRandom random) {
        if (known.isEmpty() || random.nextInt(4) == 0) {
            Entry fresh = placed(random, Visits.parked(known.size() + 1, "8822"));
            if (!cloud.isTaken(fresh.id(), fresh)) {
                known.add(fresh.id());
                cloud.put(fresh);
            }
            return;
        }
        EntryId id = known.get(random.nextInt(known.size()));
        Entry entry = cloud.records().get(id).entry();
        switch (random.nextInt(4)) {
            case 0 -> cloud.voided(id);
            case 1 -> {
                if (!cloud.isTaken(id, entry)) {
                    cloud.put(entry.with(entry.description().withNotes("note " + random.nextInt(100))));
                }
            }
            default -> {
                Entry moved = placed(random, entry);
                if (!cloud.isTaken(id, moved)) {
                    cloud.put(moved);
                }
            }
        }
    }

    private static Entry placed(SplittableRandom random, Entry entry) {
        return entry.withPlate(new Plate(PLATES.get(random.nextInt(PLATES.size()))))
                .withEntryTime(TIMES.get(random.nextInt(TIMES.size())));
    }
}
