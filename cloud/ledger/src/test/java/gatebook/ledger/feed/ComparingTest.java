package gatebook.ledger.feed;

import static gatebook.ledger.Samples.creation;
import static gatebook.ledger.Samples.entry;
import static gatebook.ledger.Samples.noted;
import static gatebook.ledger.Samples.update;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.wire.compare.CompareAnswer;
import gatebook.wire.compare.Fingerprint;
import gatebook.wire.compare.Listing;
import gatebook.wire.compare.LostState;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.Span;
import gatebook.wire.compare.SpanHash;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Change;
import gatebook.wire.push.ReceivedOperation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComparingTest {
    private final TestLedger yard = new TestLedger();

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void theDatabaseHashesAsADeskDoes() {
        List<Entry> entries = entries(20);
        entries.forEach(entry -> yard.push(creation(entry)));
        Entry changed = noted(entries.get(7), "another \"note\" ₹ आशा");
        yard.push(update(changed, 1));
        Fingerprint here = new Fingerprint();
        for (Entry entry : entries) {
            boolean isChanged = entry.id().equals(changed.id());
            here.add(entry.id(), isChanged ? 2 : 1, EntryJson.encode(isChanged ? changed : entry));
        }
        assertThat(compared(Span.ALL)).isEqualTo(here.end());
    }

    @Test
    void eachSpanIsHashedByItselfAndTheirOrderIsKept() {
        List<Entry> entries = entries(6);
        entries.forEach(entry -> yard.push(creation(entry)));
        Span low = new Span(Span.ALL.from(), entries.get(2).id());
        Span none = new Span(entries.get(2).id(), entries.get(2).id());
        Span high = new Span(entries.get(2).id(), Span.ALL.to());
        CompareAnswer answer = yard.ledger.compare(yard.desk, List.of(high, none, low));
        assertThat(answer.spans()).extracting(SpanHash::records).containsExactly(4L, 0L, 2L);
        assertThat(answer.spans().get(1)).isEqualTo(new Fingerprint().end());
        assertThat(answer.cursor()).isEqualTo(yard.ledger.cursor(yard.desk));
    }

    @Test
    void tombstonesAreInNoHashAndInNoList() {
        Entry entry = entry();
        yard.push(creation(entry), Samples.delete(entry.id(), 1));
        assertThat(compared(Span.ALL)).isEqualTo(new Fingerprint().end());
        assertThat(yard.ledger.list(yard.desk, Span.ALL).rows()).isEmpty();
    }

    @Test
    void aLongSpanIsListedInParts() {
        List<Entry> entries = entries(Listing.ROWS_MAX + 5);
        for (int from = 0; from < entries.size(); from += 500) {
            yard.push(entries.subList(from, Math.min(entries.size(), from + 500)).stream()
                    .map(Samples::creation)
                    .toArray(gatebook.wire.push.ReceivedOperation[]::new));
        }
        Listing first = yard.ledger.list(yard.desk, Span.ALL);
        assertThat(first.more()).isTrue();
        assertThat(first.rows()).hasSize(Listing.ROWS_MAX);
        assertThat(first.rows().getFirst())
                .isEqualTo(new Listing.Row(
                        entries.getFirst().id(), 1, Fingerprint.of(EntryJson.encode(entries.getFirst()))));
    }

    @Test
    void aRecordTellsWhatItWentThrough() {
        Entry entry = entry();
        yard.push(creation(entry), update(noted(entry, "b"), 1), Samples.delete(entry.id(), 2));
        RecordsAnswer.StoredHeld held = yard.ledger
                .records(yard.desk, List.of(entry.id(), new EntryId(Samples.id())))
                .records()
                .getFirst();
        assertThat(held.change().life()).isEqualTo(Change.Life.VOIDED);
        assertThat(held.past())
                .containsExactly(
                        Fingerprint.of(EntryJson.encode(noted(entry, "b"))), Fingerprint.of(EntryJson.encode(entry)));
    }

    @Test
    void whatARecordWentThroughInALostHistoryIsKeptAndTold() {
        Entry entry = entry();
        ReceivedOperation plain = creation(entry);
        LostState known = new LostState(3, Fingerprint.of(EntryJson.encode(entry)));
        LostState older = new LostState(0, Fingerprint.VOID);
        yard.push(new ReceivedOperation(
                plain.opId(),
                plain.kind(),
                plain.record(),
                0,
                plain.madeAt(),
                plain.actor(),
                plain.content(),
                List.of(known, older, known)));
        assertThat(yard.ledger
                        .records(yard.desk, List.of(entry.id()))
                        .records()
                        .getFirst()
                        .lost())
                .containsExactly(known, older);
    }

    @Test
    void p12AnotherSitesRecordsAreNotThere() {
        TestLedger stranger = yard.another();
        Entry entry = entry();
        yard.push(creation(entry));
        assertThat(yard.ledger.compare(stranger.desk, List.of(Span.ALL)).spans())
                .containsExactly(new Fingerprint().end());
        assertThat(yard.ledger.list(stranger.desk, Span.ALL).rows()).isEmpty();
        assertThat(yard.ledger.records(stranger.desk, List.of(entry.id())).records())
                .isEmpty();
    }

    private SpanHash compared(Span span) {
        return yard.ledger.compare(yard.desk, List.of(span)).spans().getFirst();
    }

    private static List<Entry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> entry())
                .sorted(Comparator.comparing(entry -> entry.id().toString()))
                .toList();
    }
}
