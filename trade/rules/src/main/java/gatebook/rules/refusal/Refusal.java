package gatebook.rules.refusal;

import java.util.Locale;

/**
 * The one catalogue of refusals that a person can meet at the desk. The code is stable; the sentence of each constant
 * says what happened and what to do, and so is the manual.
 */
public enum Refusal {
    /** A field's value cannot be kept. The message names each field and what would be right; nothing was changed. */
    BAD_VALUE(1001),
    /** No entry matches what was typed. Check the number, or look for it with {@code list --search}. */
    NO_SUCH_ENTRY(1002),
    /** More than one entry matches. Give the ticket number or the uuid; the message lists those that match. */
    AMBIGUOUS_ENTRY(1003),
    /** The vehicle has left already. To change what was recorded of it, use {@code edit}. */
    ALREADY_EXITED(1004),
    /** The exit would lie before the entry. Check both times, and the clock of this PC. */
    EXIT_BEFORE_ENTRY(1005),
    /** The entry was voided. Its audit rows are still there; a voided entry is not changed. */
    ENTRY_VOIDED(1006),
    /** This vehicle has an entry with this very entry time. It is the same visit: look at that entry. */
    SAME_VISIT(1007),
    /** A reason is needed, so that the owner can understand it later. Give one. */
    REASON_MISSING(1008),
    /** There is no such item in the queue, or it is not in a state for this. See {@code queue}. */
    NO_SUCH_OPERATION(1009),
    /** There is no such open conflict. See {@code conflicts}. */
    NO_SUCH_CONFLICT(1010),
    /** The other side changed since it was looked at. Look again with {@code conflicts}, and decide on what is there now. */
    CONFLICT_MOVED_ON(1012),
    /** The conflict cannot be decided in this way. The message says why, and what can be done instead. */
    UNFIT_DECISION(1013),
    /** There is no such sync run. See {@code runs}. */
    NO_SUCH_RUN(1011),
    /** The disk is full: nothing was written. Free some space, then do it again. */
    DISK_FULL(1101),
    /** The register may not be written: nothing was changed. Check the rights of its folder, and the disk. */
    READ_ONLY(1102),
    /** Another program holds the register. Close it, then do it again. */
    BUSY(1103),
    /** The disk failed to read or write: nothing was changed. Have the disk looked at, and make a backup elsewhere. */
    DISK_FAILED(1104),
    /** The register's file is damaged. It was moved aside untouched; restore the backup that the message names. */
    DAMAGED(1105),
    /** The register was written by a newer program. Install that one; the file was left alone. */
    NEWER_FILE(1106),
    /** The register cannot lie there: a network drive, a link, or a file system that loses writes. Choose a local folder. */
    UNFIT_PLACE(1107),
    /** The register is gone, but traces of it are here. Restore a backup; no empty one is started over it. */
    FILE_MISSING(1108),
    /** Another process of this desk syncs already. Its work counts for this one too; wait, or end it. */
    SYNC_HELD(1109),
    /** The audit trail does not verify from the row that the message names. Keep the file and call for help. */
    AUDIT_BROKEN(1110),
    /**
     * This desk's audit trail is not the one that the cloud was told of: it was rewritten, or its end was cut off. Keep the
     * file, tell the owner, and write down what it was with {@code audit acknowledge}.
     */
    TRAIL_REWRITTEN(1114),
    /**
     * The cloud's history is not the one that this desk followed. Tell whoever runs it and the owner; nothing of this desk is
     * lost. Write down what it was with {@code audit acknowledge}.
     */
    CLOUD_REWRITTEN(1210),
    /** There is no such open finding. See {@code audit findings}. */
    NO_SUCH_FINDING(1014),
    /** Somebody's undo would take back payments, and nobody else has agreed. Name a second person with {@code --approved-by}. */
    SECOND_PERSON_MISSING(1015),
    /** The file to read or write cannot be opened. Check its name and your rights. */
    FILE_UNREADABLE(1111),
    /** The backup is not sound, or is no backup of a register. Choose another one. */
    BAD_BACKUP(1112),
    /** Restoring would lose operations that were never sent. The message counts them; sync first, or confirm. */
    UNSENT_WOULD_GO(1113),
    /** The desk has not joined a site. Ask the office for a code and use {@code enrol}. */
    NOT_ENROLLED(1201),
    /** The cloud cannot be reached. Work goes on here; what waits is sent when it can be. */
    OFFLINE(1202),
    /** The cloud does not take this desk's sign-in. Enrol it anew; what waits is kept. */
    SIGN_IN_REFUSED(1203),
    /** What answers there is not the cloud: a network's login page, or a wrong address. Open a browser, or check it. */
    NOT_OUR_CLOUD(1204),
    /** The enrolment code is unknown, used, or old. Ask the office for a new one. */
    CODE_REFUSED(1205),
    /** Two machines use this desk's identity. Enrol this one anew; its queue is kept. */
    DESK_CLONED(1206),
    /** The desk belongs to a site already. Its records stay with that site. */
    ALREADY_ENROLLED(1207),
    /** The site counts in another currency or zone than the entries here. Ask the office. */
    OTHER_CURRENCY(1208),
    /** The cloud refused the request. The message says why. */
    CLOUD_REFUSED(1209),
    /** The server cannot be started. The message says why. */
    SERVER_FAILED(1301),
    /** There is no such site. */
    NO_SUCH_SITE(1302);

    private final int number;

    Refusal(int number) {
        this.number = number;
    }

    /** The stable code, such as {@code GB-1002}. */
    public String code() {
        return String.format(Locale.ROOT, "GB-%04d", number);
    }
}
