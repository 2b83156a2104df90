package gatebook.app.conflicts;

import gatebook.app.words.FieldWords;
import gatebook.app.words.Words;
import gatebook.rules.merge.Decision;
import gatebook.store.query.ConflictItem;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a conflict is about, and what each way to decide it means, in words. */
final class ShapeWords {
    private final Words words;
    private final FieldWords fields;

    ShapeWords(Words words, FieldWords fields) {
        this.words = words;
        this.fields = fields;
    }

    /** One sentence. */
    String about(ConflictItem.Shape shape) {
        return words.say(
                switch (shape.about()) {
                    case TWO_VERSIONS ->
                        switch (shape.type()) {
                            case BUSINESS_RULE_VIOLATION -> "conflicts.about.money";
                            case DATA_INCONSISTENCY -> "conflicts.about.contradiction";
                            case VERSION_MISMATCH -> "conflicts.about.same-fields";
                        };
                    case REFUSED, VOIDED_HERE, VOIDED_THERE, INSIDE_TWICE, ONE_VISIT -> key("conflicts.about.", shape);
                });
    }

    /** The fields in dispute. */
    String disputed(ConflictItem item) {
        return item.names().stream().map(fields::name).collect(Collectors.joining(", "));
    }

    /** What would come of it. */
    String meaning(ConflictItem.Shape shape, Decision decision) {
        String side = switch (decision) {
            case Decision.KeepLocal _ -> ".local";
            case Decision.AcceptRemote _ -> ".remote";
            case Decision.MergeFields _ -> ".merge";
        };
        String key = key("conflicts.means.", shape) + side;
        return words.knows(key) ? words.say(key) : words.say("conflicts.means.nothing-to-merge");
    }

    private static String key(String before, ConflictItem.Shape shape) {
        return before + shape.about().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
