package gatebook.store.sqlite;

/**
 * Who may write next. A person at the gate goes before the engine, whoever asked first; the engine waits until nobody
 * at the gate does. Thread-safe, not reentrant.
 */
final class Turns {
    private boolean taken;
    private int gateWaiting;

    synchronized void take(Turn turn) {
        boolean interrupted = false;
        if (turn == Turn.GATE) {
            gateWaiting++;
        }
        while (taken || turn == Turn.ENGINE && gateWaiting > 0) {
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
        taken = true;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void give() {
        taken = false;
        notifyAll();
    }
}
