package gatebook.store.witness;

import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.record.AuditHead;
import gatebook.store.sqlite.Session;
import gatebook.wire.audit.TrailHead;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.feed.PastQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * This desk and the cloud as each other's witnesses: the cloud keeps where the desk's trail ended, the desk keeps where the
 * cloud's order ended, and each shows the other at a sync that its past is still the same. Within the caller's transaction.
 */
public final class Witness {
    /** Asked of the cloud at once: enough to come round in an hour, and hardly any work. */
    private static final int CONFIRMED_AT_ONCE = 4;

    private Witness() {}

    /** What a push says of this desk's trail: the row that the cloud is known to keep as it is now, and the end. */
    public static List<TrailHead> trail(Session session) {
        List<TrailHead> shown = new ArrayList<>();
        AuditHead end = AuditHead.of(session);
        Metadata.get(session, MetadataKey.AUDIT_TOLD)
                .map(Long::parseLong)
                .filter(row -> row < end.row())
                .flatMap(row -> AuditHead.at(session, row))
                .flatMap(AuditHead::told)
                .ifPresent(shown::add);
        end.told().ifPresent(shown::add);
        return shown;
    }

    /** Takes in the head by which the cloud judges this desk: the trail must still have it. */
    public static void judged(Session session, @Nullable TrailHead known, Findings.Found found) {
        if (known == null) {
            return;
        }
        Metadata.put(session, MetadataKey.AUDIT_TOLD, Long.toString(known.row()), found.at());
        Optional<AuditHead> here = AuditHead.at(session, known.row());
        boolean stands = here.flatMap(AuditHead::told).filter(known::equals).isPresent();
        if (!stands && !Findings.isExplained(session, known.row()) && !isRewritingKnown(session)) {
            Findings.trailRewritten(
                    session,
                    known.row(),
                    here.isPresent()
                            ? "row " + known.row()
                                    + " of this desk's audit trail is not the one that the cloud was told of:"
                                    + " the trail was rewritten, its end was cut off, or an older copy came back"
                            : "this desk's audit trail ends before row " + known.row()
                                    + ", which the cloud was told of:" + " its end was cut off",
                    found);
        }
    }

    private static boolean isRewritingKnown(Session session) {
        return Findings.isOpen(session, FindingKind.TRAIL_REWRITTEN);
    }

    /** What to ask the cloud about its past. */
    public static PastQuestion question(Session session) {
        return new PastQuestion(Checkpoints.toConfirm(session, CONFIRMED_AT_ONCE), CloudWalk.reached(session));
    }

    /** Takes in what the cloud says of the past, its own and this desk's. */
    public static void hear(Session session, PastAnswer answer, Findings.Found found) {
        Checkpoints.confirmed(session, answer.standing(), found.at());
        Checkpoints.drop(session, answer.lost());
        boolean brokenAnew = CloudWalk.findsAnew(session, answer, found.at());
        if (!answer.rewritten().isEmpty()) {
            cloudRewritten(session, "the cloud's history is not the one that this desk followed earlier", found);
        } else if (brokenAnew) {
            altered(session, "change " + answer.brokenAt() + " of the cloud's history is not what was written", found);
        }
        if (!isAnotherMachines(session, answer)) {
            judged(session, answer.head(), found);
        }
    }

    /** Whether the cloud last heard of a later life under this identity: a copy on another machine, or this is an old one. */
    private static boolean isAnotherMachines(Session session, PastAnswer answer) {
        long own = Metadata.get(session, MetadataKey.DEVICE_SEQ)
                .map(Long::parseLong)
                .orElse(0L);
        return answer.deviceSeq() != null && answer.deviceSeq() > own;
    }

    /** The cloud's past was altered in its place. */
    public static void cloudRewritten(Session session, String detail, Findings.Found found) {
        Checkpoints.dropAll(session);
        altered(session, detail, found);
    }

    private static void altered(Session session, String detail, Findings.Found found) {
        if (!Findings.isOpen(session, FindingKind.CLOUD_REWRITTEN)) {
            Findings.ofCloud(session, FindingKind.CLOUD_REWRITTEN, detail, found);
        }
    }

    /** The cloud was restored or failed over, and lost what was last. */
    public static void cloudLost(Session session, String detail, Findings.Found found) {
        Findings.ofCloud(session, FindingKind.CLOUD_LOST, detail, found);
    }

    /** Another history is followed from now on. */
    public static void startedOver(Session session) {
        CloudWalk.beginAnew(session);
    }

    /** The desk has followed the cloud to here. */
    public static void followed(Session session, Cursor cursor, Instant now) {
        Checkpoints.add(session, cursor, now);
    }
}
