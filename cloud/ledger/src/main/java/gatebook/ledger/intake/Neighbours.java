package gatebook.ledger.intake;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** The other live entries of the vehicle. */
    List<Neighbour> of(Entry entry) {
        Map<EntryId, Neighbour> samePlate = byPlate.get(entry.plate().key());
        if (samePlate == null) {
            return List.of();
        }
        List<Neighbour> others = new ArrayList<>();
        for (Neighbour other : samePlate.values()) {
            if (!other.entry().id().equals(entry.id())) {
                others.add(other);
            }
        }
        return others;
    }
}
