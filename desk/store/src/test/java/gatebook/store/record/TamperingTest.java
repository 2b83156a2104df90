package gatebook.store.record;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.store.Desk;
import gatebook.store.counters.HighMarks;
import gatebook.store.operation.Departure;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.Turn;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to the audit trail by who owns the file, something that is kept shows it. */
class TamperingTest {
    private static final int TAMPERINGS = 1_000;
    private static final int ENTRIES = 25;
    private static final String ALL = AuditSeal.COLUMNS + ", hash";

    private static final List<String> ALTERED = List.of(
            "actor = actor || ' '",
            "at = '2026-01-15T04:30:00.001Z'",
            "device_id = upper(device_id) || 'x'",
            "cause = CASE cause WHEN 'local' THEN 'import' ELSE 'local' END",
            "sync_run_id = coalesce(sync_run_id, 0) + 1",
            "record_uuid = record_uuid || '0'",
            "operation = CASE operation WHEN 'UPDATE' THEN 'CREATE' ELSE 'UPDATE' END",
            "before = coalesce(replace(before, '}', ' }'), '{}')",
            "after = coalesce(replace(after, '}', ' }'), '{}')",
            "reason = coalesce(reason, '') || '.'",
            "prev_hash = substr(prev_hash, 2) || 'g'",
            "hash = substr(hash, 2) || 'g'");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void aDaysWork() {
        desk = Desk.in(folder);
        for (int at = 0; at < ENTRIES; at++) {
            Entry entry = desk.enter("PLATE" + at);
            desk.correct(entry.id(), Field.NOTES, "note \"" + at + "\" \\ \u0001 \t \u00e9 \ud83d\ude9a");
            desk.leave(entry.id(), Departure.Settlement.ONLINE);
        }
        desk.book().run("DROP TRIGGER audit_log_keeps_values; DROP TRIGGER audit_log_keeps_rows;");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private enum Tampering {
        EDIT,
        DELETE,
        INSERT,
        SWAP,
        CUT,
        RE_CHAIN
    }

    private enum FoundBy {
        THE_WALK,
        THE_COUNTERS,
        A_HEAD_KEPT_ELSEWHERE,
        NOTHING
    }

    @Test
    void p8AThousandTamperingsAreAllFound() {
        AuditHead head = desk.database().read(AuditHead::of);
        HighMarks marks = desk.database().read(HighMarks::of);
        Map<Tampering, Map<FoundBy, Integer>> found = new EnumMap<>(Tampering.class);
        SplittableRandom random = new SplittableRandom(47);
        for (int at = 0; at < TAMPERINGS; at++) {
            Tampering tampering = Tampering.values()[random.nextInt(Tampering.values().length)];
            FoundBy by = desk.database().write(Turn.GATE, session -> {
                session.update("SAVEPOINT tampering");
                tamper(session, tampering, random, head.row());
                FoundBy seen = look(session, head, marks);
                session.update("ROLLBACK TO tampering");
                return seen;
            });
            found.computeIfAbsent(tampering, _ -> new EnumMap<>(FoundBy.class)).merge(by, 1, Integer::sum);
        }

        assertThat(found).as("every kind was tried").containsOnlyKeys(Tampering.values());
        for (Tampering inside : List.of(Tampering.EDIT, Tampering.DELETE, Tampering.INSERT, Tampering.SWAP)) {
            assertThat(found.get(inside)).as(inside.name()).containsOnlyKeys(FoundBy.THE_WALK);
        }
        assertThat(found.get(Tampering.CUT)).containsOnlyKeys(FoundBy.THE_COUNTERS);
        assertThat(found.get(Tampering.RE_CHAIN)).containsOnlyKeys(FoundBy.A_HEAD_KEPT_ELSEWHERE);
        assertThat(desk.audit()).isEqualTo(new AuditLog.Verification.Sound(head.row()));
    }

    /** The chain alone: who rewrites a past or cuts an end can make the records fit. */
    private static FoundBy look(Session session, AuditHead head, HighMarks marks) {
        AuditWalk walk = new AuditWalk();
        walk.along(session);
        if (walk.firstBad().isPresent()) {
            return FoundBy.THE_WALK;
        }
        if (marks.isAheadOf(HighMarks.of(session))) {
            return FoundBy.THE_COUNTERS;
        }
        return head.stands(session) ? FoundBy.NOTHING : FoundBy.A_HEAD_KEPT_ELSEWHERE;
    }

    private static void tamper(Session session, Tampering tampering, SplittableRandom random, long rows) {
        long row = random.nextLong(1, rows);
        switch (tampering) {
            case EDIT -> alter(session, random, row);
            case DELETE -> session.update("DELETE FROM audit_log WHERE id = ?", row);
            case INSERT -> {
                long copied = random.nextLong(1, rows + 1);
                session.update("UPDATE audit_log SET id = -id - 1 WHERE id > ?", row);
                session.update("UPDATE audit_log SET id = -id WHERE id < 0");
                session.update(
                        "INSERT INTO audit_log (" + ALL + ") SELECT " + ALL.replace(" id,", " ?,")
                                + " FROM audit_log WHERE id = ?",
                        row + 1,
                        copied > row ? copied + 1 : copied);
            }
            case SWAP -> {
                long other = 1 + (row + random.nextLong(rows - 1)) % rows;
                session.update("UPDATE audit_log SET id = -1 WHERE id = ?", row);
                session.update("UPDATE audit_log SET id = ? WHERE id = ?", row, other);
                session.update("UPDATE audit_log SET id = ? WHERE id = -1", other);
            }
            case CUT -> session.update("DELETE FROM audit_log WHERE id > ?", row);
            case RE_CHAIN -> {
                session.update("UPDATE audit_log SET actor = actor || '?' WHERE id = ?", row);
                chainAnew(session, row, rows);
            }
        }
    }

    private static void alter(Session session, SplittableRandom random, long row) {
        String altered = ALTERED.get(random.nextInt(ALTERED.size()));
        session.update("UPDATE audit_log SET " + altered + " WHERE id = ?", row);
    }

    /** Computes the hashes of a stretch anew, as one does who has altered it and knows how. */
    static void chainAnew(Session session, long from, long to) {
        AuditSeal seal = new AuditSeal();
        for (long row = from; row <= to; row++) {
            session.update("""
                    UPDATE audit_log SET prev_hash = coalesce((SELECT hash FROM audit_log b WHERE b.id = audit_log.id - 1), ?)
                    WHERE id = ?""", AuditLog.GENESIS, row);
            String hash = session.first(
                            "SELECT " + AuditSeal.COLUMNS + " FROM audit_log WHERE id = ?",
                            columns -> seal.hash(at -> columns.getBytes(at + 1)),
                            row)
                    .orElseThrow();
            session.update("UPDATE audit_log SET hash = ? WHERE id = ?", hash, row);
        }
    }
}
