package gatebook.store.rollback;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.store.operation.WrittenWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * In whose name an undo is written. Whoever gives a name needs a second one where payments are taken back; a desk at which
 * nobody has a name knows no second person either, and writes what it did as its own.
 *
 * @param actor who undoes; {@value #NOBODY} where nobody has a name
 * @param approver the second person, where there is one
 */
public record UndoneBy(String actor, @Nullable String approver) {
    private static final String NOBODY = "System";

    /** Somebody on their own. */
    public static UndoneBy alone(String actor) {
        return new UndoneBy(actor, null);
    }

    /** Whether somebody has still to agree before payments are taken back. */
    public boolean needsSecondPerson() {
        return approver == null && !plain(actor).equals(plain(NOBODY));
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
                    "approved_by", FieldFault.CONTRADICTS, "must be another person than the one who undoes"));
        }
        if (faults.isEmpty() && plain(approver).equals(plain(NOBODY))) {
            faults.add(new FieldError(
                    "approved_by", FieldFault.CONTRADICTS, "must be a person, and that is nobody's name"));
        }
        return faults;
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
