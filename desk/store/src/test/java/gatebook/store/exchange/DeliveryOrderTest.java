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
import gatebook.store.record.EntryRow;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.json.JsonOut;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Desks that worked apart on the same records, in whatever order they meet: one state, and no word of anybody lost. */
class DeliveryOrderTest {
    private static final int RECORDS = 6;
    private static final int EDITS = 12;
    private static final int ROUNDS_MAX = 40;
    private static final int SITTINGS_MAX = 10;
    private static final List<Decision> DECISIONS =
            List.of(new Decision.MergeFields(Choice.NONE), new Decision.KeepLocal(), new Decision.AcceptRemote());

    @TempDir
    private Path folder;

    private final CloudModel cloud = new CloudModel();
    private final List<Desk> desks = new ArrayList<>();
    private final List<EntryId> records = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();

    /** The last word of a desk on one matter of a record, as it stands in an image. */
    private record Written(EntryId record, String words) {}

    @ParameterizedTest(name = "{0} desks, seed {1}")
    @CsvSource({"2,1", "2,2", "2,3", "3,4", "3,5", "3,6", "5,7", "5,8", "5,9"})
    void p6AnyOrderOfDeliveryEndsInOneStateAndKeepsEveryWord(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IntStream.range(0, count).forEach(at -> desks.add(Desk.in(folder, String.valueOf((char) ('A' + at)))));
        try {
            for (int at = 0; at < RECORDS; at++) {
                records.add(desks.getFirst().enter("MH12AB" + (1000 + at)).id());
            }
            meet(random);
            desks.forEach(desk -> workApart(desk, random));
            meet(random);
            for (int sitting = 0; sitting < SITTINGS_MAX && open() > 0; sitting++) {
                desks.forEach(desk -> decide(desk, random));
                meet(random);
            }
            assertThat(open()).as("items left").isZero();
            desks.forEach(this::assertHoldsWhatTheCloudHolds);
            written.forEach(this::assertKept);
        } finally {
            desks.forEach(Desk::close);
        }
    }

    private void workApart(Desk desk, SplittableRandom random) {
        Map<EntryId, String> notes = new HashMap<>();
        Map<EntryId, String> exits = new HashMap<>();
        for (int at = 0; at < EDITS; at++) {
            desk.clock().advance(Duration.ofSeconds(60L + random.nextInt(600)));
            EntryId id = records.get(random.nextInt(RECORDS));
            String note = desk.file().getFileName() + " wrote " + at;
            switch (random.nextInt(8)) {
                case 0 -> done(desk.leave(id, Departure.Settlement.CASH), row -> exits.put(id, exit(row)));
                case 1 -> desk.leave(id, Departure.Settlement.UNPAID);
                case 2 ->
                    // Who takes a record out takes their own words back; the trail has them.
                    done(desk.voidEntry(id, "a mistake"), row -> {
                        notes.remove(id);
                        exits.remove(id);
                    });
                case 3 -> desk.correct(id, Field.DRIVER_NAME, "S. Pawar");
                default -> done(desk.correct(id, Field.NOTES, note), row -> notes.put(id, note));
            }
        }
        notes.forEach((id, words) -> written.add(new Written(id, words)));
        exits.forEach((id, words) -> written.add(new Written(id, words)));
    }

    private static void done(Outcome outcome, Consumer<EntryRow> then) {
        if (outcome instanceof Outcome.Done(EntryRow row, var inside)) {
            then.accept(row);
        }
    }

    private static String exit(EntryRow row) {
        return "\"exit_time\":\""
                + JsonOut.instantText(Objects.requireNonNull(row.entry().stay().exitTime()));
    }

    /** Everybody syncs, in another order each time, until nothing moves. */
    private void meet(SplittableRandom random) {
        for (int round = 0; round < ROUNDS_MAX; round++) {
            List<Desk> order = new ArrayList<>(desks);
            Collections.shuffle(order, new Random(random.nextLong()));
            boolean quiet = true;
            for (Desk desk : order) {
                Outbox.Batch batch = desk.take(Outbox.Due.ALL);
                desk.settle(batch, cloud.push(batch, desk.inbox().position()));
                var page = cloud.page(desk.inbox().position(), 1 + random.nextInt(5));
                desk.apply(page);
                quiet &= batch.operations().isEmpty() && page.changes().isEmpty();
            }
            if (quiet) {
                return;
            }
        }
        throw new AssertionError("not quiet after " + ROUNDS_MAX + " rounds");
    }

    private static void decide(Desk desk, SplittableRandom random) {
        for (String item : desk.book().rows("SELECT id FROM sync_conflicts WHERE resolved_at IS NULL")) {
            List<Decision> ways = new ArrayList<>(DECISIONS);
            Collections.rotate(ways, random.nextInt(ways.size()));
            Outcome outcome = decided(desk, item, ways.getFirst());
            for (int at = 1; at < ways.size() && !(outcome instanceof Outcome.Done); at++) {
                outcome = decided(desk, item, ways.get(at));
            }
        }
    }

    private static Outcome decided(Desk desk, String item, Decision way) {
        return desk.decide(new Resolution.Order(Long.parseLong(item), null, way, "Asha", null));
    }

    private long open() {
        return desks.stream()
                .mapToLong(desk -> desk.book().number("SELECT count(*) FROM sync_conflicts WHERE resolved_at IS NULL"))
                .sum();
    }

    private void assertHoldsWhatTheCloudHolds(Desk desk) {
        for (EntryId id : records) {
            CloudModel.Held held = cloud.records().get(id);
            EntryRow row = desk.row(id);
            assertThat(row.isVoided()).isEqualTo(!held.isLive());
            assertThat(row.sync().remoteVersion()).isEqualTo(held.version());
            if (held.isLive()) {
                Entry wanted = held.entry();
                assertThat(row.entry()).isEqualTo(wanted);
            }
        }
    }

    /** It stands in the cloud, or beside what stands there, in somebody's list of conflicts. */
    private void assertKept(Written word) {
        boolean stands =
                EntryJson.encode(cloud.records().get(word.record()).entry()).contains(word.words());
        boolean kept = desks.stream()
                .anyMatch(desk -> desk
                        .book()
                        .rows("SELECT local_data, remote_data, base_data FROM sync_conflicts WHERE record_uuid = '"
                                + word.record() + "'")
                        .stream()
                        .anyMatch(row -> row.contains(word.words())));
        assertThat(stands || kept).as("%s of %s", word.words(), word.record()).isTrue();
    }
}
