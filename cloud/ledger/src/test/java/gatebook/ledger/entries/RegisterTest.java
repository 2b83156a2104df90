package gatebook.ledger.entries;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.ledger.site.Actor;
import gatebook.ledger.site.Desk;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.Status;
import gatebook.wire.entry.EntryJson;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegisterTest {
    private static final Actor OFFICE = new Actor("office");
    private static final String BODY = "ab".repeat(32);

    private final TestLedger yard = new TestLedger();

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void anEntryIsKeptChangedAndVoidedByItsVersion() {
        Entry entry = Samples.entry();
        Entry noted = Samples.noted(entry, "called");
        assertThat(yard.ledger.create(yard.desk, OFFICE, entry)).isEqualTo(new Written.Kept(stored(entry, 1), null));
        assertThat(yard.ledger.replace(yard.desk, OFFICE, noted, 1))
                .isEqualTo(new Written.Kept(stored(noted, 2), null));
        assertThat(yard.ledger.replace(yard.desk, OFFICE, entry, 1)).isEqualTo(new Written.Stale(stored(noted, 2)));
        assertThat(yard.ledger.entry(yard.site, entry.id())).contains(stored(noted, 2));
        assertThat(yard.ledger.voidEntry(yard.desk, OFFICE, entry.id(), 1))
                .isEqualTo(new Written.Stale(stored(noted, 2)));
        assertThat(yard.ledger.voidEntry(yard.desk, OFFICE, entry.id(), 2)).isEqualTo(new Written.Voided());
        assertThat(yard.ledger.entry(yard.site, entry.id())).isEmpty();
        assertThat(yard.ledger.voidEntry(yard.desk, OFFICE, entry.id(), 3)).isEqualTo(new Written.Unknown());
        assertThat(yard.ledger.replace(yard.desk, OFFICE, entry, 3)).isEqualTo(new Written.Unknown());
        assertThat(yard.all().changes()).hasSize(1);
    }

    /** Check 9: another site's entry is as unknown as one that never was. */
    @Test
    void anEntryOfAnotherSiteIsUnknown() {
        Entry entry = Samples.entry();
        yard.ledger.create(yard.desk, OFFICE, entry);
        TestLedger other = yard.another();
        assertThat(other.ledger.entry(other.site, entry.id())).isEmpty();
        assertThat(other.ledger.replace(other.desk, OFFICE, entry, 1)).isEqualTo(new Written.Unknown());
        assertThat(other.ledger.history(other.site, entry.id())).isEmpty();
        assertThat(other.ledger.create(other.desk, OFFICE, entry)).isInstanceOf(Written.Kept.class);
    }

    @Test
    void aSecondEntryOfOneArrivalClashes() {
        yard.ledger.create(yard.desk, OFFICE, Samples.entry("MH14 C 77"));
        assertThat(yard.ledger.create(yard.desk, OFFICE, Samples.entry("MH14C77", TestLedger.NOON.plusSeconds(60))))
                .isInstanceOf(Written.Clashes.class);
    }

    /** Check 26. */
    @Test
    void theSameKeyAndBodyGiveTheFirstAnswerForGood() {
        Entry entry = Samples.entry();
        IdempotencyKey key = new IdempotencyKey("k1", BODY);
        Written.Creation first = yard.ledger.create(yard.desk, OFFICE, key, entry);
        yard.ledger.replace(yard.desk, OFFICE, Samples.noted(entry, "later"), 1);
        Entry again = Samples.entry(entry.plate().typed()); // the same body, read anew, has another id
        assertThat(yard.ledger.create(yard.desk, OFFICE, key, again)).isEqualTo(first);
        assertThat(yard.ledger.create(yard.desk, OFFICE, new IdempotencyKey("k1", "cd".repeat(32)), again))
                .isEqualTo(new Written.KeyReused());
        assertThat(yard.all().changes()).hasSize(1);
    }

    @Test
    void aKeyCountsWithinItsDeskOnly() {
        IdempotencyKey key = new IdempotencyKey("k1", BODY);
        Desk other = yard.desk(yard.site);
        yard.ledger.create(yard.desk, OFFICE, key, Samples.entry());
        yard.ledger.create(other, OFFICE, key, Samples.entry());
        assertThat(yard.all().changes()).hasSize(2);
    }

    /** Check 26. */
    @Test
    void sixteenAtOnceWithOneKeyMakeOneEntry() throws Exception {
        IdempotencyKey key = new IdempotencyKey("k1", BODY);
        List<Callable<Written.Creation>> attempts = IntStream.range(0, 16)
                .<Callable<Written.Creation>>mapToObj(
                        at -> () -> yard.ledger.create(yard.desk, OFFICE, key, Samples.entry()))
                .toList();
        List<Written.Creation> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            for (Future<Written.Creation> attempt : pool.invokeAll(attempts)) {
                answers.add(attempt.get());
            }
        }
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(yard.all().changes()).hasSize(1);
    }

    @Test
    void listsTheLatestFirstPageByPage() {
        List<Entry> entries = new ArrayList<>();
        for (int at = 0; at < 7; at++) {
            Entry entry = Samples.entry("P" + at, TestLedger.NOON.plusSeconds(at / 2)); // some at one time
            entries.add(entry);
            yard.push(Samples.creation(entry));
        }
        List<EntryId> listed = new ArrayList<>();
        EntriesFound.Page page = (EntriesFound.Page) yard.ledger.find(yard.site, EntryFilter.ALL, 3);
        page.entries().forEach(entry -> listed.add(entry.id()));
        while (page.next() != null) {
            page = (EntriesFound.Page) yard.ledger.find(yard.site, EntryFilter.ALL, page.next(), 3);
            page.entries().forEach(entry -> listed.add(entry.id()));
        }
        assertThat(listed).isEqualTo(entries.reversed().stream().map(Entry::id).toList());
        assertThat(yard.ledger.find(yard.site, EntryFilter.ALL, new PageToken("xyz"), 3))
                .isEqualTo(new EntriesFound.TokenRefused());
    }

    @Test
    void findsByEachField() {
        Entry in = Samples.entry("MH 20 Z 1");
        Entry out = Samples.exited(Samples.entry("KA01"), TestLedger.NOON.plusSeconds(60), 225);
        yard.push(Samples.creation(in), Samples.creation(out));
        assertThat(found(filter(Status.PARKED, null, null))).containsExactly(in.id());
        assertThat(found(filter(Status.EXITED, null, null))).containsExactly(out.id());
        assertThat(found(filter(null, new Plate("mh20z1"), null))).containsExactly(in.id());
        assertThat(found(filter(null, null, "SHARMA roadlines"))).hasSize(2);
        assertThat(found(filter(null, null, "x' or '1'='1"))).isEmpty();
        assertThat(found(filter(null, null, "a\0b"))).isEmpty();
        assertThat(found(new EntryFilter(null, null, null, null, null, TestLedger.NOON.plusSeconds(1), null)))
                .isEmpty();
        assertThat(found(new EntryFilter(null, null, null, null, null, null, TestLedger.NOON)))
                .isEmpty();
    }

    private List<EntryId> found(EntryFilter filter) {
        return ((EntriesFound.Page) yard.ledger.find(yard.site, filter, 100))
                .entries().stream().map(StoredEntry::id).toList();
    }

    private static EntryFilter filter(Status status, Plate plate, String transportName) {
        return new EntryFilter(status, plate, transportName, null, null, null, null);
    }

    private static StoredEntry stored(Entry entry, long version) {
        return new StoredEntry(entry.id(), version, 1, EntryJson.encode(entry));
    }
}
