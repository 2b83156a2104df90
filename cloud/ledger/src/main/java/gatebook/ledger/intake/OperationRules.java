package gatebook.ledger.intake;

import gatebook.ledger.site.Actor;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.push.ReceivedOperation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the frame of an operation must hold so that it can be written down. */
final class OperationRules {
    private static final EntryId NIL = new EntryId(new UUID(0, 0));

    private OperationRules() {}

    static List<FieldError> faults(ReceivedOperation operation) {
        List<FieldError> faults = new ArrayList<>();
        String actor = operation.actor();
        if (actor.isBlank() || actor.length() > Actor.LENGTH_MAX) {
            faults.add(new FieldError("actor", FieldFault.TOO_LONG, "1 to " + Actor.LENGTH_MAX + " characters"));
        } else if (!isWritable(actor)) {
            faults.add(new FieldError("actor", FieldFault.BAD_TEXT, "holds a control character or half a character"));
        }
        if (operation.record().equals(NIL)) {
            faults.add(new FieldError("record_uuid", FieldFault.NOT_A_UUID, "no record has the id of all zeros"));
        }
        Instant madeAt = operation.madeAt();
        if (madeAt.isBefore(EntryRules.TIME_MIN) || !madeAt.isBefore(EntryRules.TIME_END)) {
            faults.add(new FieldError("made_at", FieldFault.ABSURD_TIME, "a time lies between 1970 and 2199"));
        }
        return faults;
    }

    /** Times are kept to the millisecond. */
    static Instant toMillis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static boolean isWritable(String text) {
        return text.chars().noneMatch(c -> c < ' ' || c == 0x7f)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
