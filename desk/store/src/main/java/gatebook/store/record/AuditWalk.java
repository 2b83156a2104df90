package gatebook.store.record;

import gatebook.store.sqlite.Session;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One walk along the chain of the audit trail, row by row from the first. One thread reads, another one hashes what was read
 * before, and neither is ever far ahead.
 */
final class AuditWalk {
    /** Values of another type can look alike once read, and so can an absent image and the word for it. */
    private static final String IN_FORM = """
            typeof(actor) = 'text' AND typeof(at) = 'text' AND typeof(cause) = 'text' AND typeof(device_id) = 'text'
            AND typeof(operation) = 'text' AND typeof(prev_hash) = 'text' AND typeof(record_uuid) = 'text'
            AND typeof(table_name) = 'text' AND typeof(hash) = 'text'
            AND typeof(after) IN ('text', 'null') AND after IS NOT 'null'
            AND typeof(before) IN ('text', 'null') AND before IS NOT 'null'
            AND typeof(reason) IN ('text', 'null') AND typeof(sync_run_id) IN ('integer', 'null')""";

    private static final String ROWS =
            "SELECT " + AuditSeal.COLUMNS + ", hash, " + IN_FORM + " AS in_form FROM audit_log ORDER BY id";

    private static final int COLUMNS = AuditSeal.COLUMNS.split(", ").length;
    private static final int PREV_HASH = List.of(AuditSeal.COLUMNS.split(", ")).indexOf("prev_hash");
    private static final int ID = List.of(AuditSeal.COLUMNS.split(", ")).indexOf("id");

    /** Rows that are handed over at once, and so many times that at most wait to be hashed. */
    private static final int CHUNK_ROWS = 256;

    private static final int CHUNKS_WAITING_MAX = 8;

    private final AuditSeal seal = new AuditSeal();
    private final Deque<Future<?>> waiting = new ArrayDeque<>();
    private List<Row> chunk = new ArrayList<>(CHUNK_ROWS);
    private long rows;
    private byte[] previous = AuditLog.GENESIS.getBytes(StandardCharsets.US_ASCII);
    private volatile AuditLog.Verification.@Nullable Broken firstBad;

    /** A row as it is stored. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(long id, byte[] @Nullable [] sealed, byte @Nullable [] hash, boolean isInForm) {}

    void along(Session session) {
        try (ExecutorService hashing = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("gatebook-audit").factory())) {
            session.each(ROWS, row -> read(row, hashing));
            handOver(hashing);
            while (!waiting.isEmpty()) {
                ended(waiting.remove());
            }
        }
    }

    /** How many rows there are. */
    long rows() {
        return rows;
    }

    /** The first row that is not what was written; empty for a sound chain. */
    Optional<AuditLog.Verification> firstBad() {
        return Optional.ofNullable(firstBad);
    }

    private void read(ResultSet row, ExecutorService hashing) throws SQLException {
        if (firstBad != null) {
            return; // what follows is of no interest
        }
        byte[] @Nullable [] sealed = new byte[COLUMNS] @Nullable [];
        for (int at = 0; at < COLUMNS; at++) {
            sealed[at] = row.getBytes(at + 1);
        }
        chunk.add(new Row(row.getLong(ID + 1), sealed, row.getBytes(COLUMNS + 1), row.getInt(COLUMNS + 2) == 1));
        if (chunk.size() == CHUNK_ROWS) {
            handOver(hashing);
        }
    }

    private void handOver(ExecutorService hashing) {
        List<Row> full = chunk;
        chunk = new ArrayList<>(CHUNK_ROWS);
        if (waiting.size() == CHUNKS_WAITING_MAX) {
            ended(waiting.remove());
        }
        waiting.add(hashing.submit(() -> full.forEach(this::step)));
    }

    private static void ended(Future<?> step) {
        try {
            step.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the audit trail could not be hashed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("broken off while the audit trail was hashed", e);
        }
    }

    private void step(Row row) {
        if (firstBad != null) {
            return;
        }
        AuditLog.Flaw flaw = flaw(row);
        if (flaw != null) {
            firstBad = new AuditLog.Verification.Broken(row.id(), flaw);
        }
        previous = row.hash() == null ? new byte[0] : row.hash();
        rows++;
    }

    private AuditLog.@Nullable Flaw flaw(Row row) {
        if (row.id() != rows + 1) {
            return AuditLog.Flaw.NUMBER;
        }
        if (!row.isInForm() || row.hash() == null) {
            return AuditLog.Flaw.FORM;
        }
        if (!Arrays.equals(previous, row.sealed()[PREV_HASH])) {
            return AuditLog.Flaw.LINK;
        }
        return seal.isSealedBy(row.hash(), at -> row.sealed()[at]) ? null : AuditLog.Flaw.CONTENT;
    }
}
