package gatebook.store.record;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.store.Desk;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.Turn;
import gatebook.store.witness.Finding;
import gatebook.store.witness.FindingKind;
import gatebook.store.witness.Findings;
import gatebook.store.witness.Witness;
import gatebook.wire.audit.TrailHead;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who rewrites the past with all its hashes is found by the head that the cloud was told of, wherever he began. */
class RewrittenTrailTest {
    private static final int REWRITINGS = 1_000;

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void aDaysWork() {
        desk = Desk.in(folder);
        for (int at = 0; at < 15; at++) {
            Entry entry = desk.enter("PLATE" + at);
            desk.correct(entry.id(), Field.NOTES, "note " + at);
        }
        desk.book().run("DROP TRIGGER audit_log_keeps_values; DROP TRIGGER audit_log_keeps_rows;");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private enum Rewriting {
        EDIT,
        DELETE,
        INSERT,
        SWAP,
        CUT,
        CUT_AND_GO_ON
    }

    @Test
    void aThousandRewritingsAreAllFoundByTheHeadThatTheCloudKeeps() {
        TrailHead known = desk.database().read(AuditHead::of).told().orElseThrow();
        Map<Rewriting, Integer> found = new EnumMap<>(Rewriting.class);
        SplittableRandom random = new SplittableRandom(51);
        for (int at = 0; at < REWRITINGS; at++) {
            Rewriting kind = Rewriting.values()[at % Rewriting.values().length];
            desk.database().write(Turn.GATE, session -> {
                session.update("SAVEPOINT rewriting");
                rewrite(session, kind, random, known.row());
                Witness.judged(session, known, found());
                if (Findings.open(session).stream().map(Finding::kind).anyMatch(FindingKind.TRAIL_REWRITTEN::equals)) {
                    found.merge(kind, 1, Integer::sum);
                }
                session.update("ROLLBACK TO rewriting");
                return kind;
            });
        }
        assertThat(found).containsOnlyKeys(Rewriting.values());
        assertThat(found.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(REWRITINGS);
    }

    @Test
    void aTrailThatOnlyWentOnIsLeftInPeace() {
        TrailHead known = desk.database().read(AuditHead::of).told().orElseThrow();
        desk.enter("LATER");
        desk.database().write(Turn.GATE, session -> {
            Witness.judged(session, known, found());
            assertThat(Findings.all(session)).isEmpty();
            assertThat(Witness.trail(session)).hasSize(2).first().isEqualTo(known);
            return known;
        });
    }

    @Test
    void oneFindingIsMadeOfOneRewritingAndItStandsInTheTrail() {
        TrailHead known = new TrailHead(3, "0".repeat(64));
        desk.database().write(Turn.GATE, session -> {
            long before = AuditHead.of(session).row();
            Witness.judged(session, known, found());
            Witness.judged(session, known, found());
            Finding finding = Findings.open(session).getFirst();
            assertThat(AuditHead.of(session).row()).isEqualTo(before + 1);
            Findings.acknowledge(session, finding.id(), new Finding.Acknowledgement(found().at(), "Owner", "a test"));
            Witness.judged(session, known, found());
            assertThat(Findings.open(session)).isEmpty();
            assertThat(AuditHead.of(session).row()).isEqualTo(before + 2);
            return finding;
        });
        assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Sound.class);
    }

    private Findings.Found found() {
        return new Findings.Found(
                java.time.Instant.parse("2026-11-22T06:40:10.536Z"), () -> new UUID(7, System.nanoTime()));
    }

    private static void rewrite(Session session, Rewriting kind, SplittableRandom random, long rows) {
        long row = random.nextLong(2, rows);
        switch (kind) {
            case EDIT -> session.update("UPDATE audit_log SET actor = actor || '?' WHERE id = ?", row);
            case DELETE -> {
                session.update("DELETE FROM audit_log WHERE id = ?", row);
                session.update("UPDATE audit_log SET id = -id + 1 WHERE id > ?", row);
                session.update("UPDATE audit_log SET id = -id WHERE id < 0");
            }
            case INSERT -> {
                session.update("UPDATE audit_log SET id = -id - 1 WHERE id > ?", row);
                session.update("UPDATE audit_log SET id = -id WHERE id < 0");
                session.update(
                        "INSERT INTO audit_log (" + AuditSeal.COLUMNS + ", hash) SELECT "
                                + (AuditSeal.COLUMNS + ", hash").replace(" id,", " ?,")
                                + " FROM audit_log WHERE id = ?",
                        row + 1,
                        row);
            }
            case SWAP -> {
                session.update("UPDATE audit_log SET id = -1 WHERE id = ?", row);
                session.update("UPDATE audit_log SET id = ? WHERE id = ?", row, row - 1);
                session.update("UPDATE audit_log SET id = ? WHERE id = -1", row - 1);
            }
            case CUT, CUT_AND_GO_ON -> session.update("DELETE FROM audit_log WHERE id >= ?", row);
        }
        if (kind == Rewriting.CUT_AND_GO_ON) {
            for (long next = row; next <= rows; next++) {
                session.update(
                        "INSERT INTO audit_log (" + AuditSeal.COLUMNS + ", hash) SELECT "
                                + (AuditSeal.COLUMNS + ", hash")
                                        .replace(" id,", " ?,")
                                        .replace("actor,", "'Nobody',")
                                + " FROM audit_log WHERE id = 1",
                        next);
            }
        }
        TamperingTest.chainAnew(session, 1, session.number("SELECT max(id) FROM audit_log"));
    }
}
