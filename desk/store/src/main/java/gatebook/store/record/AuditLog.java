package gatebook.store.record;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Session;
import gatebook.wire.json.JsonOut;
import gatebook.wire.push.OperationKind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The append-only chain of changes. A row's hash is that of {@link AuditSeal}; {@code prev_hash} is one of the columns
 * sealed, so that each row seals all before it.
 */
public final class AuditLog {
    /** What the first row names as its predecessor's hash. */
    public static final String GENESIS = "0".repeat(64);

    private static final String RECORDS = "parking_entries";

    private static final String APPEND = "INSERT INTO audit_log (" + AuditSeal.COLUMNS + """
            , hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Session session;
    private final AuditSeal seal = new AuditSeal();
    private @Nullable AuditHead tail;

    AuditLog(Session session) {
        this.session = session;
    }

    void append(Origin origin, EntryId record, OperationKind kind, @Nullable String before, @Nullable String after) {
        append(origin, new Subject(RECORDS, record.toString()), kind, before, after);
    }

    /** What a row is about. */
    record Subject(String table, String id) {}

    void append(Origin origin, Subject subject, OperationKind kind, @Nullable String before, @Nullable String after) {
        AuditHead last = tail == null ? AuditHead.of(session) : tail;
        long id = last.row() + 1;
        @Nullable
        Object[] row = {
            origin.actor(),
            after,
            JsonOut.instantText(origin.at()),
            before,
            origin.cause().text(),
            origin.deviceId(),
            id,
            kind.name(),
            last.hash(),
            origin.reason(),
            subject.id(),
            origin.syncRunId(),
            subject.table(),
            null, // the hash of all before it
        };
        String hash = seal.hash(at -> utf8(row[at]));
        row[row.length - 1] = hash;
        session.update(APPEND, row);
        tail = new AuditHead(id, hash);
    }

    private static byte @Nullable [] utf8(@Nullable Object value) {
        return value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What a walk along the chain, and a look at where it ends, came to. */
    public sealed interface Verification {
        /** Every row follows from the one before it, and every record is what its newest row says. */
        record Sound(long rows) implements Verification {}

        /**
         * The chain does not hold.
         *
         * @param id the first row that is not what was written
         */
        record Broken(long id, Flaw flaw) implements Verification {}

        /**
         * The chain holds, and a record of the register is not what its newest row says: it was changed, added or taken out
         * behind the trail's back.
         *
         * @param uuid the first such record, as the file names it
         */
        record Apart(long rows, String uuid) implements Verification {}
    }

    /** What is wrong with a row. */
    public enum Flaw {
        /** Its number does not follow the row before: rows were taken out or put in. */
        NUMBER("does not follow the row before it: rows were taken out or put in"),
        /** It names another hash than that of the row before. */
        LINK("was written after another row than the one before it"),
        /** A column holds what this program never writes there. */
        FORM("holds what was never written there"),
        /** Its content is not what its hash was made of. */
        CONTENT("is not what was written");

        private final String words;

        Flaw(String words) {
            this.words = words;
        }

        /** What is said of the row. */
        public String words() {
            return words;
        }
    }

    /** Walks the whole chain and then all records; memory stays flat. */
    public static Verification verify(Session session) {
        AuditWalk walk = new AuditWalk();
        walk.along(session);
        return walk.firstBad()
                .orElseGet(() -> RecordsApart.first(session)
                        .<Verification>map(uuid -> new Verification.Apart(walk.rows(), uuid))
                        .orElseGet(() -> new Verification.Sound(walk.rows())));
    }
}
