package gatebook.rules.merge;

import gatebook.rules.entry.FieldGroup;
import java.util.Map;

/**
 * A site's choice of strategy by the group in which a VERSION_MISMATCH overlap lies. Money on both sides, a void against
 * a change, and a result that contradicts itself always go to a person, whatever is set here.
 */
public record Policy(Map<FieldGroup, Strategy> overlap) {
    /** decision 0004: descriptive fields merge, critical ones go by local wins. */
    public static final Policy DEFAULT = new Policy(Map.of());

    public Policy {
        overlap = Map.copyOf(overlap);
    }

    public Strategy on(FieldGroup group) {
        Strategy byDefault = group == FieldGroup.DESCRIPTION ? Strategy.MERGE_INTELLIGENT : Strategy.LOCAL_WINS;
        return overlap.getOrDefault(group, byDefault);
    }
}
