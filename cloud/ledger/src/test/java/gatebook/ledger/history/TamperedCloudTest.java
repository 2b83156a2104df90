package gatebook.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.ledger.feed.PastLook;
import gatebook.rules.entry.Entry;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.feed.PastQuestion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is done to a site's tables by who owns the database, the audit shows it, or the next desk that asks. */
@Tag("F-H5")
class TamperedCloudTest {
    private static final int TAMPERINGS = 1_000;
    private static final List<Tampering> KINDS = List.of(Tampering.values());
    private static final int WORKED_ON = 24;
    private static final int LATE = 20;

    private final List<Cursor> kept = new ArrayList<>();
    private TestLedger yard;
    private long last;

    /** Records of every life: changed, left, voided, brought back, joined with another; then some that only came. */
    @BeforeEach
    void aDaysWork() {
        yard = TestLedger.alone();
        var other = yard.desk(yard.site);
        for (int at = 0; at < WORKED_ON; at++) {
            Entry entry = Samples.entry();
            yard.push(Samples.creation(entry));
            yard.push(other, Samples.update(Samples.noted(entry, "note " + at), 1));
            switch (at % 4) {
                case 0 -> yard.push(Samples.delete(entry.id(), 2));
                case 1 ->
                    yard.push(Samples.delete(entry.id(), 2), Samples.update(Samples.noted(entry, "back again"), 3));
                case 2 ->
                    yard.push(
                            other, Samples.creation(Samples.entry(entry.plate().typed())));
                default ->
                    yard.push(Samples.update(
                            Samples.exited(entry, entry.entryTime().plusSeconds(3_600), 225), 2));
            }
            kept.add(yard.ledger.cursor(yard.desk));
        }
        for (int at = 0; at < LATE; at++) {
            yard.push(Samples.creation(Samples.entry()));
        }
        kept.add(yard.ledger.cursor(yard.desk));
        last = yard.all().changes().getLast().seq();
    }

    @AfterEach
    void close() {
        yard.close();
    }

    private enum FoundBy {
        /** The audit, and the stretch that the cloud recomputes for a desk that asks. */
        THE_WALK,
        /** The audit. */
        THE_RECORDS,
        /** A desk that followed the cloud to there. */
        A_KEPT_CURSOR,
        NOTHING
    }

    @Test
    void whatNobodyTouchedAgreesWithItself() {
        assertThat(yard.ledger.verifyHistory(yard.site)).isEqualTo(new ChainVerdict.Whole(last));
        assertThat(yard.ledger.recordApart(yard.site)).isEmpty();
        PastAnswer answer = yard.ledger.past(yard.desk, new PastQuestion(kept, 0));
        assertThat(answer.standing()).isEqualTo(kept);
        assertThat(answer.brokenAt()).isNull();
    }

    @Test
    void p8AThousandTamperingsOfTheCloudAreAllFound() throws SQLException {
        Map<Tampering, Set<FoundBy>> found = new EnumMap<>(Tampering.class);
        SplittableRandom random = new SplittableRandom(66);
        try (OneTransaction tables = new OneTransaction(yard.database)) {
            for (int at = 0; at < TAMPERINGS; at++) {
                Tampering tampering = KINDS.get(random.nextInt(KINDS.size()));
                long firstBad = tampering.run(tables, yard.site, random, last, last - LATE + 1);
                FoundBy by = look(tables, tampering + " number " + at, firstBad);
                found.computeIfAbsent(tampering, _ -> EnumSet.noneOf(FoundBy.class))
                        .add(by);
                tables.takeBack();
            }
        }
        found.forEach((tampering, by) -> assertThat(by)
                .as(tampering.name())
                .isEqualTo(
                        switch (tampering) {
                            case EDIT, DELETE, INSERT, SWAP, CUT -> EnumSet.of(FoundBy.THE_WALK);
                            case BOOK -> EnumSet.of(FoundBy.THE_WALK, FoundBy.THE_RECORDS);
                            case RECORD, RECORD_GONE, RECORD_ADDED, OUTCOME, OUTCOME_GONE, OUTCOME_ADDED ->
                                EnumSet.of(FoundBy.THE_RECORDS);
                            case FORGET, RE_CHAIN -> EnumSet.of(FoundBy.A_KEPT_CURSOR);
                        }));
        assertThat(found).containsOnlyKeys(Tampering.values());
        assertThat(yard.ledger.recordApart(yard.site)).isEmpty();
    }

    /** The cheapest look first; the walk names the very change, in the audit and to the desk that asks. */
    private FoundBy look(OneTransaction tables, String kind, long firstBad) {
        ChainVerdict chain = new History(tables.door()).verify(yard.site);
        if (chain instanceof ChainVerdict.Broken(long seq)) {
            assertThat(seq).as(kind).isEqualTo(firstBad);
            PastAnswer answer = new PastLook(tables.door()).answer(yard.desk, new PastQuestion(List.of(), 0));
            assertThat(answer.brokenAt()).as(kind).isEqualTo(firstBad);
            return FoundBy.THE_WALK;
        }
        if (new RecordsApart(tables.door()).first(yard.site).isPresent()) {
            return FoundBy.THE_RECORDS;
        }
        PastAnswer answer = new PastLook(tables.door()).answer(yard.desk, new PastQuestion(kept, 0));
        return answer.standing().size() < kept.size() ? FoundBy.A_KEPT_CURSOR : FoundBy.NOTHING;
    }
}
