package gatebook.store.rollback;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.store.operation.WrittenWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In whose name an undo is written.
 *
 * @param actor who undoes
 * @param approver the second person, where there is one: an undo that takes back payments needs one
 */
public record UndoneBy(String actor, @Nullable String approver) {
    /** Somebody on their own. */
    public static UndoneBy alone(String actor) {
        return new UndoneBy(actor, null);
    }

    /** Whether two have agreed. */
    boolean isApproved() {
        return approver != null;
    }

    /** Why it is written, for the audit trail, which names both. */
    String reason(String undone) {
        return approver == null ? undone : undone + ", approved by " + approver.strip();
    }

    /** What is wrong with the names; empty if they may be kept. */
    List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>(WrittenWords.faults(actor, null));
        if (approver == null) {
            return faults;
        }
        WrittenWords.faults(approver, null).stream()
                .map(fault -> new FieldError("approved_by", fault.code(), fault.detail()))
                .forEach(faults::add);
        if (faults.isEmpty() && plain(approver).equals(plain(actor))) {
            faults.add(new FieldError(
                    "approved_by", FieldFault.BAD_TEXT, "must be another person than the one who undoes"));
        }
        return faults;
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
