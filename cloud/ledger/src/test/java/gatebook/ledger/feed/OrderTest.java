package gatebook.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.Ledger;
import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.ledger.history.ChainVerdict;
import gatebook.ledger.site.Desk;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.PushRequest;
import gatebook.wire.push.ReceivedOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final int WRITERS = 8;
    private static final int REQUESTS = 25;

    /** P5, F-F5: eight desks over two processes write while one pulls all the time. */
    @Test
    void p5AReaderMissesNoCommittedChange() throws Exception {
        try (TestLedger yard = new TestLedger();
                Ledger second = yard.open();
                ExecutorService pool = Executors.newFixedThreadPool(WRITERS + 1)) {
            AtomicInteger writing = new AtomicInteger(WRITERS);
            List<Future<Map<EntryId, Long>>> written = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Desk desk = yard.desk(yard.site);
                Ledger through = writer % 2 == 0 ? yard.ledger : second;
                int seed = writer;
                written.add(pool.submit(() -> {
                    try {
                        return write(through, yard, desk, new Random(seed));
                    } finally {
                        writing.decrementAndGet();
                    }
                }));
            }
            Map<EntryId, Long> seen = pool.submit(() -> read(yard, writing)).get();
            Map<EntryId, Long> expected = new HashMap<>();
            for (Future<Map<EntryId, Long>> one : written) {
                expected.putAll(one.get());
            }
            assertThat(seen).isEqualTo(expected);
            assertThat(yard.ledger.verifyHistory(yard.site)).isInstanceOf(ChainVerdict.Whole.class);
        }
    }

    /** F-F7: many writers on three records; every operation has one outcome and one of each version wins. */
    @Test
    void writersOnTheSameRecordsNeverBlockForGood() throws InterruptedException, ExecutionException {
        try (TestLedger yard = new TestLedger();
                ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
            List<Entry> entries = List.of(Samples.entry(), Samples.entry(), Samples.entry());
            yard.push(entries.stream().map(Samples::creation).toArray(ReceivedOperation[]::new));
            List<Future<Long>> applied = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Desk desk = yard.desk(yard.site);
                Random random = new Random(writer);
                applied.add(pool.submit(() -> contend(yard, desk, entries, random)));
            }
            long total = 3;
            for (Future<Long> one : applied) {
                total += one.get();
            }
            assertThat(yard.all().changes().stream()
                            .mapToLong(Change.Stored::version)
                            .sum())
                    .isEqualTo(total);
        }
    }

    private static Map<EntryId, Long> write(Ledger through, TestLedger yard, Desk desk, Random random) {
        List<Entry> own = new ArrayList<>();
        Map<EntryId, Long> versions = new HashMap<>();
        for (int request = 0; request < REQUESTS; request++) {
            List<ReceivedOperation> operations = new ArrayList<>();
            Entry fresh = Samples.entry();
            own.add(fresh);
            operations.add(Samples.creation(fresh));
            versions.put(fresh.id(), 1L);
            Entry old = own.get(random.nextInt(own.size()));
            operations.add(Samples.update(Samples.noted(old, "r" + request), versions.get(old.id())));
            versions.merge(old.id(), 1L, Long::sum);
            PushRequest push = yard.request(desk, operations.toArray(ReceivedOperation[]::new));
            assertThat(TestLedger.outcomes(through.push(desk, push))).allMatch(OpOutcome.Applied.class::isInstance);
        }
        return versions;
    }

    /** Whether the writers had ended is asked before the page is: an empty page from before tells nothing. */
    private static Map<EntryId, Long> read(TestLedger yard, AtomicInteger writing) {
        Map<EntryId, Long> seen = new HashMap<>();
        boolean last = writing.get() == 0;
        ChangesPage.Stored page = TestLedger.page(yard.ledger.changes(yard.desk, 7));
        while (!last || !page.changes().isEmpty() || page.more()) {
            page.changes().forEach(change -> seen.put(change.record(), change.version()));
            last = writing.get() == 0;
            page = TestLedger.page(yard.ledger.changes(yard.desk, page.cursor(), 7));
        }
        return seen;
    }

    private static long contend(TestLedger yard, Desk desk, List<Entry> entries, Random random) {
        Map<EntryId, Long> known = new HashMap<>();
        long applied = 0;
        for (int round = 0; round < REQUESTS; round++) {
            Entry entry = entries.get(random.nextInt(entries.size()));
            long base = known.getOrDefault(entry.id(), 1L);
            OpOutcome outcome = yard.push(desk, Samples.update(Samples.noted(entry, "r" + round), base))
                    .getFirst();
            if (outcome instanceof OpOutcome.Applied done) {
                applied++;
                known.put(entry.id(), done.version());
            } else if (outcome instanceof OpOutcome.Conflict conflict) {
                known.put(entry.id(), conflict.version());
            }
        }
        return applied;
    }
}
