package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Entries of vehicles that came once more though nobody wrote them out: a question to a person, never a verdict
 * (decision 0009). A vehicle of another class is another vehicle, of which the same few digits were typed.
 */
public final class UnrecordedExit {
    private UnrecordedExit() {}

    /** Those of the entries inside after which the same vehicle arrived anew. */
    public static Set<EntryId> among(List<Entry> inside) {
        Set<EntryId> asked = new HashSet<>();
        for (Entry earlier : inside) {
            if (inside.stream().anyMatch(later -> DuplicateVehicle.cameAgain(earlier, later))) {
                asked.add(earlier.id());
            }
        }
        return asked;
    }
}
