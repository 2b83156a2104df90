package gatebook.rules.merge;

import gatebook.rules.entry.FieldGroup;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

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

    /** This choice with another strategy for one group. */
    public Policy with(FieldGroup group, Strategy strategy) {
        Map<FieldGroup, Strategy> chosen = new EnumMap<>(FieldGroup.class);
        chosen.putAll(overlap);
        chosen.put(group, strategy);
        return new Policy(chosen);
    }

    /** Why a site cannot choose this, in words; empty where it can. */
    public static Optional<String> objection(ConflictType type, FieldGroup group, Strategy strategy) {
        return switch (type) {
            case BUSINESS_RULE_VIOLATION -> Optional.of("money on both sides always goes to a person");
            case DATA_INCONSISTENCY ->
                Optional.of("a void against a change, and a result that contradicts itself, always go to a person");
            case VERSION_MISMATCH -> objection(group, strategy);
        };
    }

    private static Optional<String> objection(FieldGroup group, Strategy strategy) {
        if (group == FieldGroup.IDENTITY) {
            return Optional.of("no desk edits what identifies an entry: there is nothing to choose");
        }
        return strategy == Strategy.MERGE_INTELLIGENT && group != FieldGroup.DESCRIPTION
                ? Optional.of("MERGE_INTELLIGENT is for DESCRIPTION: of " + group + " one side stands as a whole")
                : Optional.empty();
    }
}
