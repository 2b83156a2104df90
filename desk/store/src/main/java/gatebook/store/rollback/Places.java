package gatebook.store.rollback;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Plate;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Session;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who has which vehicle number at which entry time, given what a plan does before it comes to ask. */
final class Places {
    private final Session session;
    private final Map<Place, Optional<EntryId>> planned = new HashMap<>();

    Places(Session session) {
        this.session = session;
    }

    private record Place(Plate plate, Instant entryTime) {
        static Place of(Entry entry) {
            return new Place(entry.plate(), entry.entryTime());
        }
    }

    /** The other record that is where this one is to be. */
    Optional<EntryId> otherAt(Entry entry) {
        Place place = Place.of(entry);
        Optional<EntryId> holder =
                planned.computeIfAbsent(place, asked -> EntryTable.holder(session, asked.plate(), asked.entryTime()));
        return holder.filter(id -> !id.equals(entry.id()));
    }

    /** The plan moves the record. */
    void moves(Entry before, Entry after) {
        planned.put(Place.of(before), Optional.empty());
        planned.put(Place.of(after), Optional.of(after.id()));
    }
}
