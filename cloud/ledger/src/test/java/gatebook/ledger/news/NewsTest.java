package gatebook.ledger.news;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.Ledger;
import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.ledger.cluster.TestDatabases;
import gatebook.wire.push.PushRequest;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NewsTest {
    @Test
    void readersInBothProcessesHearOfACommit() throws Exception {
        try (TestLedger yard = new TestLedger();
                Ledger second = yard.open()) {
            Semaphore here = new Semaphore(0);
            Semaphore there = new Semaphore(0);
            try (AutoCloseable one = yard.ledger.subscribe(yard.site, news -> here.release());
                    AutoCloseable two = second.subscribe(yard.site, news -> there.release())) {
                assertThat(one).isNotSameAs(two);
                awaitListening(yard, here);
                awaitListening(yard, there);
                yard.push(Samples.creation(Samples.entry()));
                assertThat(here.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
                assertThat(there.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void aReaderHearsOfItsOwnSiteOnlyAndNothingOfARehearsal() throws Exception {
        try (TestLedger yard = new TestLedger()) {
            TestLedger other = yard.another();
            AtomicInteger wrong = new AtomicInteger();
            Semaphore right = new Semaphore(0);
            try (AutoCloseable one = yard.ledger.subscribe(yard.site, news -> right.release())) {
                assertThat(one).isNotNull();
                awaitListening(yard, right);
                try (AutoCloseable two = yard.ledger.subscribe(other.site, news -> wrong.incrementAndGet())) {
                    assertThat(two).isNotNull();
                    other.ledger.push(
                            other.desk,
                            new PushRequest(
                                    other.nextSeq(other.desk), true, null, List.of(Samples.creation(Samples.entry()))));
                    yard.push(Samples.creation(Samples.entry()));
                    assertThat(right.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
                    assertThat(wrong).hasValue(0); // notifications come in the order of commits
                }
            }
        }
    }

    @Test
    void newsSayWhereTheOrderEnds() throws Exception {
        try (TestLedger yard = new TestLedger()) {
            BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
            try (AutoCloseable one = yard.ledger.subscribe(yard.site, heard::add)) {
                assertThat(one).isNotNull();
                assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new Heard.Missed()); // listening from here on
                yard.push(Samples.creation(Samples.entry()));
                assertThat(heard.poll(30, TimeUnit.SECONDS))
                        .isEqualTo(new Heard.EndsNow(yard.ledger.cursor(yard.desk)));
            }
        }
    }

    @Test
    void aReaderThatBreaksKeepsNobodyFromHearing() throws Exception {
        try (TestLedger yard = new TestLedger()) {
            Semaphore heard = new Semaphore(0);
            try (AutoCloseable broken = yard.ledger.subscribe(yard.site, news -> {
                        throw new IllegalStateException("a reader that breaks");
                    });
                    AutoCloseable sound = yard.ledger.subscribe(yard.site, news -> heard.release())) {
                assertThat(broken).isNotSameAs(sound);
                awaitListening(yard, heard);
                yard.push(Samples.creation(Samples.entry()));
                assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    /** The listening connection is cut; what is missed meanwhile is made up by waking everyone. */
    @Test
    void aLostConnectionIsReplacedAndEveryoneIsWoken() throws Exception {
        try (TestLedger yard = TestLedger.alone()) {
            Semaphore heard = new Semaphore(0);
            try (AutoCloseable one = yard.ledger.subscribe(yard.site, news -> heard.release())) {
                assertThat(one).isNotNull();
                awaitListening(yard, heard);
                TestDatabases.asSuperuser(
                        yard.database,
                        "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %'");
                assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
                yard.push(Samples.creation(Samples.entry()));
                assertThat(heard.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    /** Commits until it is heard, and then forgets what was heard. */
    private static void awaitListening(TestLedger yard, Semaphore heard) throws InterruptedException {
        boolean listening = false;
        for (int attempt = 0; attempt < 300 && !listening; attempt++) {
            yard.push(Samples.creation(Samples.entry()));
            listening = heard.tryAcquire(200, TimeUnit.MILLISECONDS);
        }
        assertThat(listening).isTrue();
        while (heard.tryAcquire(300, TimeUnit.MILLISECONDS)) {
            heard.drainPermits(); // until the echo of the attempts has died away
        }
    }
}
