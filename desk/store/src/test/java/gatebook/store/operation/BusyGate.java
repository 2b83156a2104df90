package gatebook.store.operation;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.store.Desk;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A desk in a process of its own that works without end and tells each piece of work once it is in the book. */
final class BusyGate {
    private BusyGate() {}

    public static void main(String[] args) {
        AtomicLong last = new AtomicLong(Long.parseLong(args[1]));
        try (Desk desk = Desk.of(
                Path.of(args[0]), () -> new UUID(0x0193_0000_0043_7000L, Long.MIN_VALUE | last.incrementAndGet()))) {
            while (!Thread.currentThread().isInterrupted()) {
                work(desk, System.out);
            }
        }
    }

    private static void work(Desk desk, PrintStream told) {
        Entry entry = desk.enter("PLATE " + (desk.ids().next().getLeastSignificantBits() & Integer.MAX_VALUE));
        told.println("CREATE " + entry.id());
        Desk.done(desk.correct(entry.id(), Field.NOTES, "busy"));
        told.println("UPDATE " + entry.id());
        Desk.done(desk.voidEntry(entry.id(), "a drill"));
        told.println("DELETE " + entry.id());
    }
}
