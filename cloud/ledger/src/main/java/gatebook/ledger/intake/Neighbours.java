package gatebook.ledger.intake;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.merge.DuplicateVehicle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The live entries of the vehicles that a request is about, kept up with every operation of it. */
final class Neighbours {
    private final Map<EntryId, Neighbour> byId = new HashMap<>();
    private final Map<String, Map<EntryId, Neighbour>> byPlate = new HashMap<>();

    /** A live entry with its version and the text in which it is kept. */
    record Neighbour(Entry entry, long version, String data) {}

    /** Puts an entry in the place of its older state. */
    void put(Neighbour neighbour) {
        EntryId id = neighbour.entry().id();
        remove(id);
        byId.put(id, neighbour);
        byPlate.computeIfAbsent(neighbour.entry().plate().key(), key -> new LinkedHashMap<>())
                .put(id, neighbour);
    }

    void remove(EntryId id) {
        Neighbour old = byId.remove(id);
        if (old != null) {
            Map<EntryId, Neighbour> samePlate = byPlate.get(old.entry().plate().key());
            if (samePlate != null) {
                samePlate.remove(id);
            }
        }
    }

    Set<EntryId> ids() {
        return Set.copyOf(byId.keySet());
    }

    /** What an entry is to the other live entries of its vehicle. */
    DuplicateVehicle judge(Entry entry) {
        Map<EntryId, Neighbour> samePlate = byPlate.get(entry.plate().key());
        return samePlate == null
                ? new DuplicateVehicle.Distinct()
                : DuplicateVehicle.judge(
                        entry, samePlate.values().stream().map(Neighbour::entry).toList());
    }

    /** The neighbour that a judgement named. */
    Neighbour of(Entry named) {
        return Objects.requireNonNull(byId.get(named.id()), "a judgement names one of those it was given");
    }
}
