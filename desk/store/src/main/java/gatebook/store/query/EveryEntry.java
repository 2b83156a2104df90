package gatebook.store.query;

import gatebook.rules.entry.Entry;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Database;
import java.util.Currency;
import java.util.function.Consumer;

/** All living entries of one moment, oldest first, one by one: memory stays flat at any size of the register. */
public final class EveryEntry {
    private static final String ALL = "SELECT " + EntryTable.COLUMNS + """
             FROM parking_entries
            WHERE deleted_at IS NULL ORDER BY entry_time, id""";

    private final Database database;

    public EveryEntry(Database database) {
        this.database = database;
    }

    /** Hands over each entry, within one transaction that reads and holds up nobody. */
    public void each(Consumer<Entry> taker) {
        database.read(session -> {
            Currency currency = DeskProfile.read(session).currency();
            session.each(ALL, row -> taker.accept(EntryTable.read(row, currency).entry()));
            return currency;
        });
    }
}
