package gatebook.store.operation;

import gatebook.rules.entry.EntryRules;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the audit trail keeps of who asked for a change, and why: as readable as any field of an entry. */
public final class WrittenWords {
    private static final int ACTOR_MAX = 200;
    private static final int REASON_MAX = 500;

    private WrittenWords() {}

    static List<FieldError> faults(LocalWriting.Asked asked) {
        return faults(asked.actor(), asked.reason());
    }

    /** What is wrong with them; empty if they may be kept. */
    public static List<FieldError> faults(String actor, @Nullable String reason) {
        List<FieldError> faults = new ArrayList<>();
        if (actor.isBlank()) {
            faults.add(new FieldError("actor", FieldFault.BLANK, "must not be empty"));
        }
        text(faults, "actor", actor, ACTOR_MAX);
        text(faults, "reason", reason, REASON_MAX);
        return faults;
    }

    private static void text(List<FieldError> faults, String field, @Nullable String value, int lengthMax) {
        if (value == null) {
            return;
        }
        if (value.length() > lengthMax) {
            String detail = "at most " + lengthMax + " characters, not " + value.length();
            faults.add(new FieldError(field, FieldFault.TOO_LONG, detail));
        }
        if (!EntryRules.isReadable(value)) {
            String detail = "holds a control character or half a character; type it anew";
            faults.add(new FieldError(field, FieldFault.BAD_TEXT, detail));
        }
    }
}
