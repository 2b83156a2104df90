package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.refusal.FieldError;
import java.util.List;
import java.util.Optional;

/**
 * What a person is offered for a conflict: the entry that the rules would make of both sides, had they to decide. Where
 * money speaks on both sides they have no say, and the site's strategy picks a till: it is an offer, never a verdict.
 *
 * @param faults what is wrong with it; not empty where the two sides contradict each other, and then it cannot be taken
 *     as it is
 */
public record Suggestion(Entry result, List<FieldError> faults) {
    public Suggestion {
        faults = List.copyOf(faults);
    }

    /** The offer for a record; empty where a side voided it, since there is nothing to put together then. */
    public static Optional<Suggestion> of(Images images, Policy policy) {
        if (images.local() instanceof Image.Present(Entry local)
                && images.remote() instanceof Image.Present(Entry remote)) {
            Entry result = Merge.together(Sides.of(images.agreed(), local, remote), policy);
            return Optional.of(new Suggestion(result, EntryRules.faults(result)));
        }
        return Optional.empty();
    }
}
