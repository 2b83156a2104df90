package gatebook.cli;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.Refusal;
import gatebook.store.operation.Outcome;
import java.util.List;

/** How a command ended; scripts see the exit code. */
sealed interface Ending {
    /** It did what was asked. */
    record Done() implements Ending {}

    /**
     * It did what was asked, and a person has to look at something.
     *
     * @param what that is, and what to do
     */
    record NeedsPerson(String what) implements Ending {}

    /** It did nothing, or not all, and says why. */
    record Refused(Refusal refusal, String detail) implements Ending {}

    /** It did its work, which came out wrong. */
    record Failed(String what) implements Ending {}

    /** It was called in a way that makes no sense. */
    record WrongUsage(String detail) implements Ending {}

    static Ending refused(Outcome.Refused refused) {
        return new Refused(refused.refusal(), refused.detail());
    }

    /** Values that cannot be kept; each field is named. */
    static Ending badValues(List<FieldError> faults) {
        return new Refused(Refusal.BAD_VALUE, FieldError.sentence(faults));
    }

    default int exitCode() {
        return switch (this) {
            case Done() -> 0;
            case Failed _ -> 1;
            case NeedsPerson _ -> 3;
            case WrongUsage _ -> 2;
            case Refused(Refusal refusal, var _) ->
                switch (refusal) {
                    case DAMAGED, NEWER_FILE, FILE_MISSING, AUDIT_BROKEN -> 5;
                    case OFFLINE, SIGN_IN_REFUSED, NOT_OUR_CLOUD, CODE_REFUSED, DESK_CLONED, CLOUD_REFUSED -> 4;
                    default -> 1;
                };
        };
    }
}
