package gatebook.store.sqlite;

import org.jspecify.annotations.Nullable;

/**
 * Who may write next. A person at the gate goes before the engine, whoever asked first; the engine waits until nobody
 * at the gate does. Thread-safe, not reentrant.
 */
final class Turns {
    private @Nullable Thread holder;
    private int gateWaiting;

    /**
     * Waits for the turn.
     *
     * @throws IllegalStateException if this thread has it already: it would wait for itself
     */
    synchronized void take(Turn turn) {
        if (Thread.currentThread().equals(holder)) {
            throw new IllegalStateException("a transaction cannot begin within another");
        }
        boolean interrupted = false;
        if (turn == Turn.GATE) {
            gateWaiting++;
        }
        while (holder != null || turn == Turn.ENGINE && gateWaiting > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                // A half-made transaction helps nobody: finish the turn, then let the thread see it.
                interrupted = true;
            }
        }
        if (turn == Turn.GATE) {
            gateWaiting--;
        }
        holder = Thread.currentThread();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether somebody at the gate waits for the turn just now. */
    synchronized boolean isGateWaiting() {
        return gateWaiting > 0;
    }

    synchronized void give() {
        holder = null;
        notifyAll();
    }
}
