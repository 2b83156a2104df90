package gatebook.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.TestDesk;
import gatebook.store.file.Register;
import gatebook.store.sqlite.Turn;
import gatebook.wire.push.OperationKind;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncQueriesTest {
    @TempDir
    Path folder;

    private Register register;
    private SyncQueries queries;
    private Instant firstAt;

    @BeforeEach
    void threeOperationsWait() {
        TestDesk desk = new TestDesk(folder.resolve("home"));
        register = desk.register();
        queries = new SyncQueries(register.database());
        firstAt = desk.enter(register, "1").entry().entryTime();
        desk.enter(register, "2");
        desk.enter(register, "3");
    }

    @AfterEach
    void close() {
        register.close();
    }

    @Test
    void anOperationUnderWayStillCountsAsWaiting() {
        set("UPDATE sync_queue SET status = 'processing' WHERE id = 1");
        set("UPDATE sync_queue SET status = 'failed' WHERE id = 3");
        assertThat(queries.counts()).isEqualTo(new SyncCounts(2, 1, 0, firstAt));
    }

    @Test
    void nothingWaitsOnceAllIsSent() {
        set("UPDATE sync_queue SET status = 'completed'");
        assertThat(queries.counts()).isEqualTo(new SyncCounts(0, 0, 0, null));
    }

    @Test
    void listsTheQueueByStatusNewestFirst() {
        set(
                "UPDATE sync_queue SET status = 'failed', error_message = 'fee is below zero', retry_count = 3 WHERE id = 2");
        assertThat(queries.queue(null)).extracting(QueueItem::id).containsExactly(3L, 2L, 1L);
        assertThat(queries.queue(QueueItem.Status.FAILED)).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(OperationKind.CREATE);
            assertThat(item.baseVersion()).isNull();
            assertThat(item.attempts().retries()).isEqualTo(3);
            assertThat(item.attempts().error()).isEqualTo("fee is below zero");
        });
    }

    @Test
    void listsOpenConflictsOrAll() {
        set("""
                INSERT INTO sync_conflicts (table_name, record_uuid, local_data, remote_data, conflict_type, created_at,
                    resolved_at, resolved_by)
                VALUES
                    ('parking_entries', '01930000-0000-7000-8000-000000000001', '{}', 'null', 'DATA_INCONSISTENCY',
                        '2026-11-22T06:40:10.536Z', NULL, NULL),
                    ('parking_entries', '01930000-0000-7000-8000-000000000002', '{}', '{}', 'VERSION_MISMATCH',
                        '2026-11-22T06:40:10.536Z', '2026-11-22T06:41:10.536Z', 'Asha')""");
        assertThat(queries.conflicts(ConflictItem.Which.OPEN)).singleElement().satisfies(item -> {
            assertThat(item.decision()).isNull();
            assertThat(item.sides().remote()).isEqualTo("null");
        });
        assertThat(queries.conflicts(ConflictItem.Which.ALL)).hasSize(2);
        assertThat(queries.counts().conflicts()).isEqualTo(1);
    }

    @Test
    void listsRunsNewestFirst() {
        set("INSERT INTO sync_runs (trigger_cause, started_at) VALUES ('manual', '2026-11-22T06:40:10.536Z')");
        set("INSERT INTO sync_runs (trigger_cause, started_at) VALUES ('full', '2026-11-22T06:41:10.536Z')");
        assertThat(queries.runs()).extracting(RunItem::trigger).containsExactly("full", "manual");
        assertThat(queries.runs().getFirst().outcome()).isNull();
    }

    private void set(String sql) {
        register.database().write(Turn.ENGINE, session -> session.update(sql));
    }
}
