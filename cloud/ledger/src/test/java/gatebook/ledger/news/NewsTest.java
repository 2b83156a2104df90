package gatebook.ledger.news;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.Ledger;
import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.ledger.cluster.TestDatabases;
import gatebook.wire.push.PushRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsTest {
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @Test
    void readersInBothProcessesHearOfACommit() throws Exception {
        try (TestLedger yard = new TestLedger();
                Ledger second = yard.open()) {
            NewsReader here = new NewsReader();
            NewsReader there = new NewsReader();
            try (AutoCloseable one = yard.ledger.subscribe(yard.site, here);
                    AutoCloseable two = second.subscribe(yard.site, there)) {
                assertThat(one).isNotSameAs(two);
                awaitListening(yard, here);
                awaitListening(yard, there);
                yard.push(Samples.creation(Samples.entry()));
                assertThat(here.await(A_WHILE)).isPresent();
                assertThat(there.await(A_WHILE)).isPresent();
            }
        }
    }

    @Test
    void aReaderHearsOfItsOwnSiteOnlyAndNothingOfARehearsal() throws Exception {
        try (TestLedger yard = new TestLedger()) {
            TestLedger other = yard.another();
            NewsReader wrong = new NewsReader();
            NewsReader right = new NewsReader();
            try (AutoCloseable one = yard.ledger.subscribe(yard.site, right)) {
                assertThat(one).isNotNull();
                awaitListening(yard, right);
                try (AutoCloseable two = yard.ledger.subscribe(other.site, wrong)) {
                    assertThat(two).isNotNull();
                    other.ledger.push(
                            other.desk,
                            new PushRequest(
                                    other.nextSeq(other.desk), true, null, List.of(Samples.creation(Samples.entry()))));
                    yard.push(Samples.creation(Samples.entry()));
                    assertThat(right.await(A_WHILE)).isPresent();
                    assertThat(wrong.await(Duration.ZERO)).isEmpty(); // notifications come in the order of commits
                }
            }
        }
    }

    @Test
    void newsSayWhereTheOrderEnds() throws Exception {
        try (TestLedger yard = new TestLedger()) {
            NewsReader reader = new NewsReader();
            try (AutoCloseable one = yard.ledger.subscribe(yard.site, reader)) {
                assertThat(one).isNotNull();
                assertThat(reader.await(A_WHILE)).contains(new Heard.Missed()); // listening from here on
                yard.push(Samples.creation(Samples.entry()));
                assertThat(reader.await(A_WHILE)).contains(new Heard.EndsNow(yard.ledger.cursor(yard.desk)));
            }
        }
    }

    @Test
    void whatAnotherProgramNotifiesEndsNothing() throws Exception {
        try (TestLedger yard = TestLedger.alone()) {
            NewsReader reader = new NewsReader();
            try (AutoCloseable one = yard.ledger.subscribe(yard.site, reader)) {
                assertThat(one).isNotNull();
                awaitListening(yard, reader);
                TestDatabases.asSuperuser(yard.database, "select pg_notify('gatebook_news', 'nonsense //')");
                for (String notOurs : List.of("", " ", " no cursor", " //")) {
                    TestDatabases.asSuperuser(
                            yard.database, "select pg_notify('gatebook_news', '" + yard.site.value() + notOurs + "')");
                    assertThat(reader.await(A_WHILE)).contains(new Heard.Missed());
                }
                yard.push(Samples.creation(Samples.entry()));
                assertThat(reader.await(A_WHILE)).contains(new Heard.EndsNow(yard.ledger.cursor(yard.desk)));
            }
        }
    }

    /** The listening connection is cut; what is missed meanwhile is made up by waking everyone. */
    @Test
    void aLostConnectionIsReplacedAndEveryoneIsWoken() throws Exception {
        try (TestLedger yard = TestLedger.alone()) {
            NewsReader heard = new NewsReader();
            try (AutoCloseable one = yard.ledger.subscribe(yard.site, heard)) {
                assertThat(one).isNotNull();
                awaitListening(yard, heard);
                TestDatabases.asSuperuser(
                        yard.database,
                        "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %'");
                assertThat(heard.await(A_WHILE)).isPresent();
                yard.push(Samples.creation(Samples.entry()));
                assertThat(heard.await(A_WHILE)).isPresent();
            }
        }
    }

    /** Commits until it is heard, and then forgets what was heard. */
    private static void awaitListening(TestLedger yard, NewsReader heard) throws InterruptedException {
        boolean listening = false;
        for (int attempt = 0; attempt < 300 && !listening; attempt++) {
            yard.push(Samples.creation(Samples.entry()));
            listening = heard.await(Duration.ofMillis(200)).isPresent();
        }
        assertThat(listening).isTrue();
        boolean echoes = true;
        while (echoes) { // until that of the attempts has died away
            echoes = heard.await(Duration.ofMillis(300)).isPresent();
        }
    }
}
