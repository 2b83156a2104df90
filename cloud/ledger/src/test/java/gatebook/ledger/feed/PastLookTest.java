package gatebook.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.ledger.cluster.TestDatabases;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.feed.PastQuestion;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastLookTest {
    @Test
    void aGapIsToldOnceAndTheWalkGoesOnBehindIt() {
        try (TestLedger yard = TestLedger.alone()) {
            for (int at = 0; at < 9; at++) {
                yard.push(Samples.creation(Samples.entry()));
            }
            TestDatabases.asSuperuser(yard.database, "delete from history where seq between 3 and 6");
            PastAnswer first = walked(yard, 0);
            assertThat(first.brokenAt()).isEqualTo(3);
            assertThat(first.walked()).isEqualTo(7);
            PastAnswer rest = walked(yard, first.walked());
            assertThat(rest.brokenAt()).isNull();
            assertThat(rest.walked()).isZero();
        }
    }

    @Test
    void aDeskThatStoppedWithinAGapIsToldAndLedOutOfIt() {
        try (TestLedger yard = TestLedger.alone()) {
            for (int at = 0; at < 9; at++) {
                yard.push(Samples.creation(Samples.entry()));
            }
            TestDatabases.asSuperuser(yard.database, "delete from history where seq > 3");
            PastAnswer within = walked(yard, 5);
            assertThat(within.brokenAt()).isEqualTo(5);
            assertThat(within.walked()).as("from the beginning next").isZero();
            assertThat(walked(yard, 0).brokenAt()).isEqualTo(4);
        }
    }

    @Test
    void whoWalkedToTheEndOrBeyondItBeginsAnew() {
        try (TestLedger yard = TestLedger.alone()) {
            yard.push(Samples.creation(Samples.entry()));
            TestDatabases.asSuperuser(yard.database, "update history set actor = 'Nobody'");
            assertThat(walked(yard, 1).brokenAt()).isEqualTo(1);
            assertThat(walked(yard, 700).brokenAt()).isEqualTo(1);
        }
    }

    private static PastAnswer walked(TestLedger yard, long upTo) {
        return yard.ledger.past(yard.desk, new PastQuestion(List.of(), upTo));
    }
}
