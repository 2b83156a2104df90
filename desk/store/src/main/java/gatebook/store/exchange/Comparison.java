package gatebook.store.exchange;

import gatebook.rules.entry.EntryId;
import gatebook.store.sqlite.Database;
import gatebook.wire.compare.Fingerprint;
import gatebook.wire.compare.Listing;
import gatebook.wire.compare.Span;
import gatebook.wire.compare.SpanHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What this desk believes that the cloud holds, span by span: the images that stand in {@code base_data}. Unsent changes
 * are not in it, and so are no differences. Reads only; memory stays flat. Thread-safe.
 */
public final class Comparison {
    private static final String BELIEVED = """
            SELECT uuid, remote_version, base_data FROM parking_entries
            WHERE uuid >= ? AND uuid < ? AND remote_version > 0 AND base_data IS NOT NULL
            UNION ALL
            SELECT uuid, remote_version, base_data FROM displaced_entries
            WHERE uuid >= ? AND uuid < ? AND remote_version > 0 AND base_data IS NOT NULL
            ORDER BY 1""";

    private static final String COUNT = """
            SELECT (SELECT count(*) FROM parking_entries
                    WHERE uuid >= ? AND uuid < ? AND remote_version > 0 AND base_data IS NOT NULL)
                + (SELECT count(*) FROM displaced_entries
                    WHERE uuid >= ? AND uuid < ? AND remote_version > 0 AND base_data IS NOT NULL)""";

    private static final String BESIDES = """
            SELECT uuid FROM parking_entries WHERE remote_version > 0 AND base_data IS NULL
            UNION
            SELECT lane FROM sync_queue WHERE status IN ('pending', 'processing', 'failed')
            ORDER BY 1""";

    private final Database database;

    public Comparison(Database database) {
        this.database = database;
    }

    /** A span and what this desk believes that the cloud holds in it. */
    public record Slice(Span span, SpanHash hash) {}

    /** Cuts a span into up to {@code parts} slices that hold about as many records each. */
    public List<Slice> slices(Span span, int parts) {
        return database.read(session -> {
            long records = session.number(COUNT, ends(span));
            Cutting cutting = new Cutting(span, Math.max(1, (records + parts - 1) / parts));
            session.each(
                    BELIEVED, row -> cutting.take(id(row.getString(1)), row.getLong(2), row.getString(3)), ends(span));
            return cutting.end();
        });
    }

    /** The records of which the two sides do not hold the same, within the stretch that a listing covers. */
    public List<EntryId> differing(Span covered, Listing listing) {
        Map<EntryId, Listing.Row> there =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        listing.rows().forEach(row -> there.put(row.record(), row));
        List<EntryId> differing = new ArrayList<>();
        database.read(session -> {
            session.each(
                    BELIEVED,
                    row -> {
                        EntryId id = id(row.getString(1));
                        Listing.Row other = there.remove(id);
                        if (other == null
                                || other.version() != row.getLong(2)
                                || !other.hash().equals(Fingerprint.of(row.getString(3)))) {
                            differing.add(id);
                        }
                    },
                    ends(covered));
            return differing;
        });
        differing.addAll(there.keySet());
        return differing;
    }

    /**
     * The records that are in no hash and may still stand apart: those that this desk believes to be voided at the cloud, and
     * those of which something waits to be sent. The cloud may have that already and have moved on; told only that it has it,
     * this desk would take for the newest what is not, since pulling goes on from the end of the comparison.
     */
    public List<EntryId> besides() {
        return database.read(session -> session.list(BESIDES, row -> id(row.getString(1))));
    }

    /** How many records there are to compare. */
    public long records() {
        return database.read(session -> session.number(COUNT, ends(Span.ALL)));
    }

    private static Object[] ends(Span span) {
        String from = span.from().toString();
        String to = span.to().toString();
        return new Object[] {from, to, from, to};
    }

    private static EntryId id(String text) {
        return new EntryId(UUID.fromString(text));
    }

    /** One walk along a span. */
    private static final class Cutting {
        private final Span span;
        private final long recordsEach;
        private final List<Slice> slices = new ArrayList<>();
        private final Fingerprint fingerprint = new Fingerprint();
        private EntryId from;
        private long taken;

        Cutting(Span span, long recordsEach) {
            this.span = span;
            this.recordsEach = recordsEach;
            this.from = span.from();
        }

        void take(EntryId id, long version, String image) {
            if (taken == recordsEach) {
                slices.add(new Slice(new Span(from, id), fingerprint.end()));
                from = id;
                taken = 0;
            }
            taken++;
            fingerprint.add(id, version, image);
        }

        List<Slice> end() {
            slices.add(new Slice(new Span(from, span.to()), fingerprint.end()));
            return slices;
        }
    }
}
