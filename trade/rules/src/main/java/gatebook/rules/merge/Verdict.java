package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import java.util.List;

/** What becomes of a record that two sides hold in different versions. */
public sealed interface Verdict {
    /** Both sides hold the same: nothing to write, nothing to send. */
    record Same() implements Verdict {}

    /** Nothing is held locally that the cloud lacks, save perhaps a time of edit: its image replaces the local one. */
    record TakeRemote() implements Verdict {}

    /** The local side holds all that the cloud does and more: it stands as it is on the cloud's version, and is sent. */
    record KeepLocal() implements Verdict {}

    /**
     * Both sides changed and one entry holds what is kept of both.
     *
     * @param result equal to neither side, or to the cloud's image when that side won everything; then nothing is sent
     * @param overlaps the fields of which a side's value does not stand, and a fee together with what it was computed
     *     from where that was corrected meanwhile; in the order of {@link Field}; empty when the changes lay side by
     *     side, and then there is no conflict to record
     * @param type the kind of conflict to record when there are overlaps
     * @param strategy how the gravest overlaps were settled; {@link Strategy#MERGE_INTELLIGENT} when there are none, or
     *     when a rule of the trade went before the site's choice (a fee set by hand, a payment, an exit)
     */
    record Merged(Entry result, List<Field> overlaps, ConflictType type, Strategy strategy) implements Verdict {
        public Merged {
            overlaps = List.copyOf(overlaps);
        }
    }

    /**
     * A person has to decide; until then the cloud keeps its image and the desk its own.
     *
     * @param fields what they disagree on, in the order of {@link Field}; where one side was voided, what the other
     *     changed, and empty if that is not known
     */
    record AskPerson(ConflictType type, List<Field> fields) implements Verdict {
        public AskPerson {
            fields = List.copyOf(fields);
        }
    }
}
