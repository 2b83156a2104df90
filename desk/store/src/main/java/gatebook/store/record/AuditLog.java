package gatebook.store.record;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Session;
import gatebook.wire.json.JsonOut;
import gatebook.wire.push.OperationKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The append-only chain of changes. A row's hash is the SHA-256 of its canonical JSON: its columns but {@code hash}, by
 * name in alphabetical order, without white space; {@code before} and {@code after} stand in it as they are stored.
 * {@code prev_hash} is one of those columns, so that each row seals all before it.
 */
public final class AuditLog {
    /** What the first row names as its predecessor's hash. */
    public static final String GENESIS = "0".repeat(64);

    private static final String LAST = "SELECT id, hash FROM audit_log ORDER BY id DESC LIMIT 1";

    private static final String APPEND = """
            INSERT INTO audit_log (
                id, at, actor, device_id, cause, sync_run_id, table_name, record_uuid, operation, before, after,
                reason, prev_hash, hash)
            VALUES (?, ?, ?, ?, ?, ?, 'parking_entries', ?, ?, ?, ?, ?, ?, ?)""";

    private static final String WALK = """
            SELECT id, at, actor, device_id, cause, sync_run_id, table_name, record_uuid, operation, before, after,
                reason, prev_hash, hash
            FROM audit_log ORDER BY id""";

    private final Session session;
    private final MessageDigest sha256 = sha256();
    private @Nullable Link tail;

    AuditLog(Session session) {
        this.session = session;
    }

    private record Link(long id, String hash) {}

    /** What the row says, but for its hash. */
    private record Content(
            long id,
            String at,
            String actor,
            String deviceId,
            String cause,
            @Nullable Long syncRunId,
            String tableName,
            String recordUuid,
            String operation,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason,
            String prevHash) {

        /** An absent image and the word for it look alike in JSON; only the first is ever written. */
        boolean saysNull() {
            return "null".equals(before) || "null".equals(after);
        }

        String hash(MessageDigest sha256) {
            String canonical = JsonOut.text(out -> out.object(() -> {
                out.field("actor", actor)
                        .raw("after", after)
                        .field("at", at)
                        .raw("before", before)
                        .field("cause", cause)
                        .field("device_id", deviceId)
                        .field("id", id)
                        .field("operation", operation)
                        .field("prev_hash", prevHash)
                        .field("reason", reason)
                        .field("record_uuid", recordUuid);
                if (syncRunId == null) {
                    out.none("sync_run_id");
                } else {
                    out.field("sync_run_id", syncRunId);
                }
                out.field("table_name", tableName);
            }));
            return HexFormat.of().formatHex(sha256.digest(canonical.getBytes(StandardCharsets.UTF_8)));
        }
    }

    void append(Origin origin, EntryId record, OperationKind kind, @Nullable String before, @Nullable String after) {
        Link last = tail == null ? readTail() : tail;
        Content content = new Content(
                last.id() + 1,
                JsonOut.instantText(origin.at()),
                origin.actor(),
                origin.deviceId(),
                origin.cause().text(),
                origin.syncRunId(),
                "parking_entries",
                record.toString(),
                kind.name(),
                before,
                after,
                origin.reason(),
                last.hash());
        String hash = content.hash(sha256);
        session.update(
                APPEND,
                content.id(),
                content.at(),
                content.actor(),
                content.deviceId(),
                content.cause(),
                content.syncRunId(),
                content.recordUuid(),
                content.operation(),
                content.before(),
                content.after(),
                content.reason(),
                content.prevHash(),
                hash);
        tail = new Link(content.id(), hash);
    }

    private Link readTail() {
        return session.first(LAST, row -> new Link(row.getLong(1), row.getString(2)))
                .orElse(new Link(0, GENESIS));
    }

    /** What a walk along the chain came to. */
    public sealed interface Verification {
        /** Every row follows from the one before it. */
        record Sound(long rows) implements Verification {}

        /**
         * The chain does not hold.
         *
         * @param id the first row that is not what was written
         */
        record Broken(long id) implements Verification {}
    }

    /** Walks the whole chain; memory stays flat. */
    public static Verification verify(Session session) {
        Walk walk = new Walk();
        session.each(WALK, row -> {
            long run = row.getLong(6);
            boolean noRun = row.wasNull();
            walk.step(
                    new Content(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            noRun ? null : run,
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            row.getString(10),
                            row.getString(11),
                            row.getString(12),
                            row.getString(13)),
                    row.getString(14));
        });
        return Optional.ofNullable(walk.firstBad)
                .<Verification>map(Verification.Broken::new)
                .orElseGet(() -> new Verification.Sound(walk.rows));
    }

    private static final class Walk {
        private final MessageDigest sha256 = sha256();
        private long rows;
        private String previous = GENESIS;
        private @Nullable Long firstBad;

        void step(Content content, String hash) {
            if (firstBad == null
                    && (content.id() != rows + 1
                            || !content.prevHash().equals(previous)
                            || content.saysNull()
                            || !content.hash(sha256).equals(hash))) {
                firstBad = content.id();
            }
            previous = hash;
            rows++;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
