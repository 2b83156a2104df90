package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import java.util.List;

/** What becomes of a record that two sides hold in different versions. */
public sealed interface Verdict {
    /** Both sides hold the same: nothing to write, nothing to send. */
    record Same() implements Verdict {}

    /** Only the cloud's side changed: its image replaces the local one. */
    record TakeRemote() implements Verdict {}

    /** Only the local side changed: it stands as it is on top of the cloud's version, and is sent. */
    record KeepLocal() implements Verdict {}

    /**
     * Both sides changed and one entry holds what is kept of both.
     *
     * @param result equal to neither side, or to one of them when that side won everything
     * @param overlaps the fields that both sides changed to different values, in the order of {@link Field}; empty when
     *     the changes lay side by side, and then there is no conflict to record
     * @param type the kind of conflict to record when there are overlaps
     * @param strategy how the overlaps were settled
     */
    record Merged(Entry result, List<Field> overlaps, ConflictType type, Strategy strategy) implements Verdict {
        public Merged {
            overlaps = List.copyOf(overlaps);
        }
    }

    /**
     * A person has to decide; until then the cloud keeps its image and the desk its own.
     *
     * @param fields what they disagree on, in the order of {@link Field}; may be empty when one side was voided
     */
    record AskPerson(ConflictType type, List<Field> fields) implements Verdict {
        public AskPerson {
            fields = List.copyOf(fields);
        }
    }
}
