package gatebook.store.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.store.Desk;
import gatebook.store.operation.Departure;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain of changes: every change is in it, and no change of it goes unseen. */
class AuditLogTest {
    private static final int ENTRIES = 5;
    private static final String UNLOCK = "DROP TRIGGER audit_log_keeps_values; DROP TRIGGER audit_log_keeps_rows;";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void aDaysWork() {
        desk = Desk.in(folder);
        for (int at = 0; at < ENTRIES; at++) {
            Entry entry = desk.enter("PLATE" + at);
            desk.correct(entry.id(), Field.NOTES, "note \"" + at + "\" \u00e9 \ud83d\ude9a");
            desk.leave(entry.id(), Departure.Settlement.ONLINE);
            desk.voidEntry(entry.id(), "a mistake");
        }
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void p8EveryChangeOfARecordHasARow() {
        assertThat(desk.audit()).isEqualTo(new AuditLog.Verification.Sound(ENTRIES * 4));
        assertThat(desk.book().number("SELECT count(*) FROM sync_queue")).isEqualTo(ENTRIES * 4);
        assertThat(desk.book().rows("SELECT DISTINCT operation, before IS NULL, after IS NULL FROM audit_log"))
                .containsExactly("CREATE|1|0", "UPDATE|0|0", "DELETE|0|1");
    }

    @Test
    void p8EachRowBeginsWhereTheOneBeforeItEnded() {
        assertThat(desk.book().number("""
                        SELECT count(*) FROM audit_log a JOIN audit_log b ON b.record_uuid = a.record_uuid AND b.id = (
                            SELECT min(id) FROM audit_log WHERE record_uuid = a.record_uuid AND id > a.id)
                        WHERE b.before IS NOT a.after""")).isZero();
    }

    static Stream<String> columns() {
        return Stream.of(
                "at",
                "actor",
                "device_id",
                "cause",
                "sync_run_id",
                "table_name",
                "record_uuid",
                "operation",
                "before",
                "after",
                "reason",
                "prev_hash",
                "hash");
    }

    @ParameterizedTest
    @MethodSource("columns")
    void p8AnAlteredValueIsFoundInTheRowThatHoldsIt(String column) {
        desk.book().run(UNLOCK);
        SplittableRandom random = new SplittableRandom(column.hashCode());
        long row = 1L + random.nextInt(ENTRIES * 4);
        desk.book().run("UPDATE audit_log SET " + column + " = " + other(column) + " WHERE id = " + row);

        assertThat(desk.audit())
                .isEqualTo(new AuditLog.Verification.Broken(
                        row, column.equals("prev_hash") ? AuditLog.Flaw.LINK : AuditLog.Flaw.CONTENT));
    }

    private static String other(String column) {
        return switch (column) {
            case "cause" -> "'import'";
            case "operation" -> "CASE operation WHEN 'UPDATE' THEN 'CREATE' ELSE 'UPDATE' END";
            case "sync_run_id" -> "7";
            default -> "coalesce(" + column + ", '') || ' '";
        };
    }

    @ParameterizedTest(name = "{0} absent becomes the word null")
    @ValueSource(strings = {"before", "after"})
    void p8NothingAndTheWordForNothingAreToldApart(String column) {
        desk.book().run(UNLOCK);
        String row = desk.book().row("SELECT min(id) FROM audit_log WHERE " + column + " IS NULL");
        desk.book().run("UPDATE audit_log SET " + column + " = 'null' WHERE id = " + row);

        assertThat(desk.audit()).isEqualTo(new AuditLog.Verification.Broken(Long.parseLong(row), AuditLog.Flaw.FORM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM audit_log WHERE id = 1",
                "DELETE FROM audit_log WHERE id = 17",
                "UPDATE audit_log SET id = -id WHERE id = 5; UPDATE audit_log SET id = 5 WHERE id = 6",
                "INSERT INTO audit_log SELECT 21, at, actor, device_id, cause, sync_run_id, table_name, record_uuid, operation,"
                        + " before, after, reason, prev_hash, hash FROM audit_log WHERE id = 20",
            })
    void fH5RowsTakenOutSwappedOrDoubledAreFound(String damage) {
        desk.book().run(UNLOCK);
        desk.book().run(damage);

        assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_log SET actor = CAST(actor AS BLOB) WHERE id = 3",
                "UPDATE audit_log SET after = CAST(after AS BLOB) WHERE id = 3",
                "UPDATE audit_log SET sync_run_id = 'none' WHERE id = 3",
            })
    void p8AValueOfAnotherKindIsFoundThoughItReadsTheSame(String damage) {
        desk.book().run(UNLOCK);
        desk.book().run(damage);

        assertThat(desk.audit()).isEqualTo(new AuditLog.Verification.Broken(3, AuditLog.Flaw.FORM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE parking_entries SET fee_minor = fee_minor + 1 WHERE id = 6",
                "UPDATE parking_entries SET notes = NULL WHERE id = 6",
                "UPDATE parking_entries SET deleted_at = last_modified WHERE id = 6",
                "UPDATE parking_entries SET plate_key = 'X' WHERE id = 6",
                "UPDATE parking_entries SET entry_time = 'once' WHERE id = 6",
                "UPDATE parking_entries SET deleted_at = NULL WHERE id = 3",
                "UPDATE parking_entries SET uuid = '0193a0c2-4d2e-7a10-8f10-000000000009' WHERE id = 6",
                "DROP TRIGGER parking_entries_keep_rows; DELETE FROM parking_entries WHERE id = 6",
                "INSERT INTO displaced_entries SELECT uuid, ticket_no, '{}', sync_status, remote_id, remote_version,"
                        + " last_sync_at, deleted_at, base_data, uuid, 'waiting', created_at FROM parking_entries"
                        + " WHERE id = 6",
            })
    void p8ARecordChangedBehindTheTrailIsFound(String damage) {
        Entry entry = desk.enter("INSIDE");
        desk.correct(entry.id(), Field.NOTES, "seen");
        assertThat(desk.audit()).isEqualTo(new AuditLog.Verification.Sound(ENTRIES * 4 + 2));
        desk.book().run(damage);

        assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Apart.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_log SET actor = 'nobody' WHERE id = 3",
                "DELETE FROM audit_log WHERE id = 20",
                "DELETE FROM sync_queue WHERE status = 'pending'",
                "DELETE FROM parking_entries",
            })
    void theFileItselfRefusesToLoseAnything(String damage) {
        List<String> before = desk.book().everything();

        assertThatThrownBy(() -> desk.book().run(damage)).hasMessageMatching("(?s).*(append-only|never deleted).*");
        assertThat(desk.book().everything()).isEqualTo(before);
    }

    @Test
    void anAttemptedOperationIsNotAlteredByTheFileItself() {
        desk.enter("LAST");
        desk.take();

        for (String column : List.of("operation = 'DELETE'", "data = '{}'", "actor = 'nobody'", "lane = 'x'")) {
            assertThatThrownBy(
                            () -> desk.book().run("UPDATE sync_queue SET " + column + " WHERE status = 'processing'"))
                    .hasMessageContaining("never altered");
        }
    }
}
