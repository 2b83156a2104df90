package gatebook.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may write next. */
class TurnsTest {
    private final Turns turns = new Turns();
    private final List<Turn> order = Collections.synchronizedList(new ArrayList<>());

    @Test
    void theGateGoesBeforeTheEngineWhoeverAskedFirst() throws InterruptedException {
        turns.take(Turn.ENGINE);
        Thread engine = waiting(Turn.ENGINE);
        Thread gate = waiting(Turn.GATE);
        Thread secondGate = waiting(Turn.GATE);
        turns.give();
        for (Thread one : List.of(engine, gate, secondGate)) {
            one.join();
        }

        assertThat(order).containsExactly(Turn.GATE, Turn.GATE, Turn.ENGINE);
    }

    @Test
    void anInterruptedThreadGetsItsTurnAndStaysInterrupted() throws InterruptedException {
        turns.take(Turn.GATE);
        boolean[] seen = new boolean[1];
        Thread gate = new Thread(() -> {
            turns.take(Turn.GATE);
            seen[0] = Thread.currentThread().isInterrupted();
            turns.give();
        });
        startAndAwaitWaiting(gate);
        gate.interrupt();
        turns.give();
        gate.join();

        assertThat(seen[0]).isTrue();
    }

    private Thread waiting(Turn turn) {
        Thread thread = new Thread(() -> {
            turns.take(turn);
            order.add(turn);
            turns.give();
        });
        startAndAwaitWaiting(thread);
        return thread;
    }

    private static void startAndAwaitWaiting(Thread thread) {
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
