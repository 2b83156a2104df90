package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.IdSource;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Turn;
import gatebook.store.witness.Witness;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Bringing this desk and a cloud together that no longer hold the same: after a loss on the cloud's side, and whenever a
 * person wants to be sure. Nothing is lost on either side: what the cloud lacks is sent again, what this desk lacks is
 * taken in, and what went two ways is merged. Each method is a few short transactions of the engine's turn. Thread-safe.
 */
public final class Healing {
    /** Records of one transaction, so that nobody at the gate waits long. */
    private static final int RECORDS_AT_ONCE = 20;

    private final Database database;
    private final IdSource ids;

    public Healing(Database database, IdSource ids) {
        this.database = database;
        this.ids = ids;
    }

    /**
     * What was done to records that stood apart.
     *
     * @param repaired how many records were changed here, or are sent again
     */
    public record Repaired(Tally tally, long repaired) {
        Repaired plus(Repaired other) {
            return new Repaired(tally.plus(other.tally), repaired + other.repaired);
        }
    }

    /** Brings the asked records into line with the cloud's answer. */
    public Repaired repair(List<EntryId> asked, RecordsAnswer answer, Doubt doubt, Marks marks) {
        Set<EntryId> absent = new HashSet<>(asked);
        answer.records().forEach(held -> absent.remove(held.change().record()));
        Repaired done = new Repaired(Tally.NONE, 0);
        for (List<EntryId> part : parts(asked.stream().filter(absent::contains).toList())) {
            done = done.plus(repairing(doubt, marks, repair -> part.forEach(repair::absent)));
        }
        for (List<RecordsAnswer.Held> part : parts(answer.records())) {
            done = done.plus(repairing(doubt, marks, repair -> part.forEach(repair::held)));
        }
        return done;
    }

    private Repaired repairing(Doubt doubt, Marks marks, java.util.function.Consumer<Repair> work) {
        return database.write(Turn.ENGINE, session -> {
            Repair repair = new Repair(Context.of(session, ids, marks), doubt);
            work.accept(repair);
            return repair.end();
        });
    }

    private static <T> List<List<T>> parts(List<T> all) {
        return java.util.stream.IntStream.iterate(0, from -> from < all.size(), from -> from + RECORDS_AT_ONCE)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + RECORDS_AT_ONCE)))
                .toList();
    }

    /** Both sides have been compared: this desk follows the history that the cloud has now. */
    public void healed(HistoryId history, Cursor cursor, Marks marks) {
        database.write(Turn.ENGINE, session -> {
            Metadata.put(session, MetadataKey.CURSOR, cursor.token(), marks.now());
            Witness.followed(session, cursor, marks.now());
            Metadata.put(session, MetadataKey.HISTORY_ID, history.toString(), marks.now());
            Metadata.remove(session, MetadataKey.HEALING);
            return cursor;
        });
    }
}
