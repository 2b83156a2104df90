package gatebook.store.witness;

import gatebook.rules.entry.IdSource;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.record.AuditHead;
import gatebook.store.record.Cause;
import gatebook.store.record.Origin;
import gatebook.store.record.Recorder;
import gatebook.store.sqlite.Session;
import gatebook.wire.json.JsonOut;
import gatebook.wire.push.OperationKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code audit_findings}. Each finding and each acknowledgement is a row of the audit trail as well. */
public final class Findings {
    private static final String TABLE = "audit_findings";
    private static final String NOBODY = "System";

    private static final String COLUMNS =
            "SELECT id, uuid, kind, found_at, detail, acknowledged_at, acknowledged_by, acknowledged_reason";

    private static final String ALL = COLUMNS + " FROM audit_findings ORDER BY id";

    private static final String OPEN = COLUMNS + " FROM audit_findings WHERE acknowledged_at IS NULL ORDER BY id";

    private static final String ONE = COLUMNS + " FROM audit_findings WHERE id = ?";

    private static final String IS_OPEN =
            "SELECT EXISTS (SELECT 1 FROM audit_findings WHERE kind = ? AND acknowledged_at IS NULL)";

    private static final String EXPLAINS = """
            SELECT EXISTS (SELECT 1 FROM audit_findings WHERE ended_at < ? AND known_row >= ?
                OR kind = 'trail_rewritten' AND known_row = ?)""";

    private static final String MISSING = """
            SELECT coalesce(sum(known_row - ended_at), 0) FROM audit_findings
            WHERE kind = 'tail_missing' AND acknowledged_at IS NULL""";

    private static final String ADD = """
            INSERT INTO audit_findings (uuid, kind, found_at, ended_at, known_row, detail) VALUES (?, ?, ?, ?, ?, ?)""";

    private static final String ACKNOWLEDGE = """
            UPDATE audit_findings SET acknowledged_at = ?, acknowledged_by = ?, acknowledged_reason = ?
            WHERE id = ? AND acknowledged_at IS NULL""";

    private Findings() {}

    /** All there ever were, the oldest first. */
    public static List<Finding> all(Session session) {
        return session.list(ALL, Findings::read);
    }

    /** Those that nobody has acknowledged. */
    public static List<Finding> open(Session session) {
        return session.list(OPEN, Findings::read);
    }

    /** How many rows are missing at the end of this desk's trail, as far as it is not acknowledged. */
    public static long missingRows(Session session) {
        return session.number(MISSING);
    }

    /** The newest open one that somebody has to answer for. */
    public static Optional<Finding> alarm(Session session) {
        return open(session).stream()
                .filter(finding -> finding.kind().isAlarm())
                .max(Comparator.comparingLong(Finding::id));
    }

    /** Those that leave the trails in doubt until somebody has acknowledged them; a cloud that was restored does not. */
    public static List<Finding> unexplained(Session session) {
        return open(session).stream()
                .filter(finding -> finding.kind() != FindingKind.CLOUD_LOST)
                .toList();
    }

    /** Whether one of the kind is open. */
    static boolean isOpen(Session session, FindingKind kind) {
        return session.number(IS_OPEN, kind.text()) == 1;
    }

    /** Whether it is known why a row that the trail once had is not in it any more, or is another one. */
    static boolean isExplained(Session session, long row) {
        return session.number(EXPLAINS, row, row, row) == 1;
    }

    /** Where a trail ended, and the last row that it had had before. */
    public record Gap(long endedAt, long knownRow) {
        public boolean isOne() {
            return knownRow > endedAt;
        }
    }

    /**
     * Rows are missing at the end of this desk's trail.
     *
     * @return its number
     */
    public static long tailMissing(Session session, Gap gap, Found found) {
        String detail =
                gap.knownRow() - gap.endedAt() + " rows are missing at the end of the audit trail: it ended at row "
                        + gap.endedAt() + ", and " + gap.knownRow() + " were written";
        return add(session, FindingKind.TAIL_MISSING, gap, detail, found);
    }

    /** A row of this desk's trail is not the one that the cloud was told of. */
    static void trailRewritten(Session session, long knownRow, String detail, Found found) {
        add(session, FindingKind.TRAIL_REWRITTEN, new Gap(AuditHead.of(session).row(), knownRow), detail, found);
    }

    /** Something about the cloud. */
    static void ofCloud(Session session, FindingKind kind, String detail, Found found) {
        add(session, kind, null, detail, found);
    }

    /** When something was found, and where its id comes from. */
    public record Found(Instant at, IdSource ids) {}

    private static long add(Session session, FindingKind kind, @Nullable Gap gap, String detail, Found found) {
        String uuid = found.ids().next().toString();
        Long endedAt = gap == null ? null : gap.endedAt();
        Long knownRow = gap == null ? null : gap.knownRow();
        long id = session.insert(ADD, uuid, kind.text(), found.at(), endedAt, knownRow, detail);
        new Recorder(session)
                .note(origin(session, NOBODY, found.at(), null), TABLE, uuid, OperationKind.CREATE, said(kind, detail));
        return id;
    }

    /**
     * A person has seen it, and says what it was.
     *
     * @return empty if there is no such open finding
     */
    public static Optional<Finding> acknowledge(Session session, long id, Finding.Acknowledgement said) {
        if (session.update(ACKNOWLEDGE, said.at(), said.by(), said.reason(), id) == 0) {
            return Optional.empty();
        }
        Finding finding = session.first(ONE, Findings::read, id).orElseThrow();
        new Recorder(session)
                .note(
                        origin(session, said.by(), said.at(), said.reason()),
                        TABLE,
                        finding.uuid(),
                        OperationKind.UPDATE,
                        said(finding.kind(), finding.detail()));
        return Optional.of(finding);
    }

    private static String said(FindingKind kind, String detail) {
        return JsonOut.text(
                out -> out.object(() -> out.field("kind", kind.text()).field("detail", detail)));
    }

    private static Origin origin(Session session, String actor, Instant at, @Nullable String reason) {
        return new Origin(Cause.REPAIR, actor, DeskProfile.read(session).deviceId(), null, at, reason);
    }

    private static Finding read(ResultSet row) throws SQLException {
        Instant at = Session.instant(row.getString(6));
        return new Finding(
                row.getLong(1),
                row.getString(2),
                FindingKind.of(row.getString(3)),
                Session.time(row.getString(4)),
                row.getString(5),
                at == null
                        ? null
                        : new Finding.Acknowledgement(
                                at,
                                Objects.requireNonNull(row.getString(7)),
                                Objects.requireNonNull(row.getString(8))));
    }
}
