package gatebook.files.exporting;

import gatebook.rules.entry.Entry;
import java.util.function.Consumer;

/** Entries of one moment of the register, handed over one by one, so that they never stand in memory together. */
@FunctionalInterface
public interface EntrySource {
    /** Hands over each entry, within one transaction that reads. */
    void each(Consumer<Entry> taker);
}
