package gatebook.wire.policy;

import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.Policy;
import gatebook.rules.merge.Strategy;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A site's choice by conflict type and field group: only what was chosen, so that {@code {}} means the defaults. */
public final class PolicyJson {
    /** The field of a message that holds it. */
    public static final String NAME = "strategies";

    private PolicyJson() {}

    /** The form in which it is kept. */
    public static String encode(Policy policy) {
        return JsonOut.text(out -> object(out, policy));
    }

    /** Reads back what was kept. */
    public static Policy decode(String json) {
        return JsonIn.<Policy>read(json, JsonIn.Unknown.IGNORED, in -> read(in, ""))
                .orDamaged("the site's strategies");
    }

    /** Writes the field {@link #NAME} of a message. */
    public static void field(JsonOut out, Policy policy) {
        object(out.name(NAME), policy);
    }

    private static void object(JsonOut out, Policy policy) {
        out.object(() -> {
            if (!policy.overlap().isEmpty()) {
                out.name(ConflictType.VERSION_MISMATCH.name())
                        .object(() -> new EnumMap<>(policy.overlap())
                                .forEach((group, strategy) -> out.field(group.name(), strategy.name())));
            }
        });
    }

    /**
     * Reads the value of the field. A strategy that this program does not know, or that means nothing for its group, is a
     * person's decision: nothing is overwritten by a rule that was not understood. Unknown types and groups fall away.
     */
    public static Policy read(JsonIn in, String place) {
        Map<FieldGroup, Strategy> chosen = new EnumMap<>(FieldGroup.class);
        in.object(place, type -> {
            if (!type.equals(ConflictType.VERSION_MISMATCH.name())) {
                return false;
            }
            String inside = JsonIn.at(place, type);
            in.object(inside, name -> {
                Optional<FieldGroup> group = Stream.of(FieldGroup.values())
                        .filter(one -> one != FieldGroup.IDENTITY && one.name().equals(name))
                        .findFirst();
                group.ifPresent(one -> chosen.put(one, strategy(one, word(in))));
                return group.isPresent();
            });
            return true;
        });
        return new Policy(chosen);
    }

    /** The word the reader stands at; null for anything else, which is not held against the message. */
    private static @Nullable String word(JsonIn in) {
        int noted = in.faultCount();
        String word = in.text("");
        in.takeFaults(noted);
        return word;
    }

    private static Strategy strategy(FieldGroup group, @Nullable String word) {
        return Stream.of(Strategy.values())
                .filter(strategy -> strategy.name().equals(word))
                .filter(strategy -> Policy.objection(ConflictType.VERSION_MISMATCH, group, strategy)
                        .isEmpty())
                .findFirst()
                .orElse(Strategy.MANUAL_REVIEW);
    }
}
