package gatebook.cli;

import gatebook.rules.refusal.Refusal;

/** What to do about a refusal, in a sentence for the person at the desk; the catalogue says the same to the developer. */
final class Advice {
    private Advice() {}

    static String on(Refusal refusal) {
        return switch (refusal) {
            case BAD_VALUE -> "Nothing was changed; give a value that can be kept.";
            case NO_SUCH_ENTRY -> "Check the number, or look for it with: list --search TEXT";
            case AMBIGUOUS_ENTRY -> "Give the ticket number or the uuid.";
            case ALREADY_EXITED -> "To change what was recorded of it, use: edit";
            case EXIT_BEFORE_ENTRY -> "Check both times, and the clock of this PC.";
            case ENTRY_VOIDED -> "It stays in the audit trail (history) and is not changed.";
            case SAME_VISIT -> "It is the same visit; look at that entry with: show";
            case REASON_MISSING -> "Give one with --reason, so that the owner can understand it later.";
            case NO_SUCH_OPERATION -> "See what is there with: queue";
            case NO_SUCH_CONFLICT -> "See what is open with: conflicts";
            case CONFLICT_MOVED_ON -> "Look again with: conflicts; then decide on what is there now.";
            case UNFIT_DECISION -> "Nothing was changed.";
            case NO_SUCH_RUN -> "See what is there with: runs";
            case DISK_FULL -> "Nothing was written; free some space, then do it again.";
            case READ_ONLY -> "Nothing was changed; check the rights of the folder, and the disk.";
            case BUSY -> "Close the other program, then do it again.";
            case DISK_FAILED -> "Have the disk looked at, and make a backup elsewhere.";
            case DAMAGED -> "Put a backup in its place with: restore FILE";
            case NEWER_FILE -> "Install the newer program; the file was left alone.";
            case UNFIT_PLACE -> "Choose a folder on a disk of this machine with --home.";
            case FILE_MISSING ->
                "Restore a backup with: restore FILE; or begin an empty register with: doctor --start-anew";
            case SYNC_HELD -> "Its work counts for this one too; wait, or end it.";
            case AUDIT_BROKEN -> "Keep the file as it is and call for help.";
            case TRAIL_REWRITTEN ->
                "Keep the file as it is and tell the owner; then: audit acknowledge ID --reason TEXT";
            case CLOUD_REWRITTEN ->
                "Tell the owner and whoever runs the cloud; then: audit acknowledge ID --reason TEXT";
            case SECOND_PERSON_MISSING ->
                "Look at the list; then a second person agrees with: undo RUN --approved-by PERSON";
            case NO_SUCH_FINDING -> "See what is open with: audit findings";
            case FILE_UNREADABLE -> "Check the name, and your rights.";
            case BAD_BACKUP -> "Choose another one.";
            case UNSENT_WOULD_GO -> "Sync first, or confirm with: restore FILE --leave-unsent";
            case NOT_ENROLLED -> "Ask the office for a code, then: enrol --server URL --code CODE";
            case OFFLINE -> "Work goes on here; what waits is sent when the cloud can be reached.";
            case SIGN_IN_REFUSED, DESK_CLONED -> "Enrol it anew with: enrol --again; what waits is kept.";
            case NOT_OUR_CLOUD -> "Open a browser to sign in to the network, or check the address.";
            case CODE_REFUSED -> "Ask the office for a new one.";
            case ALREADY_ENROLLED -> "Its records stay with that site; to sign in anew there, use: enrol --again";
            case OTHER_CURRENCY -> "Ask the office.";
            case CLOUD_REFUSED -> "Try again later, or ask the office.";
            case SERVER_FAILED -> "Nothing was started.";
            case NO_SUCH_SITE -> "Set one up with: server create-site NAME";
        };
    }
}
