package gatebook.wire.feed;

import gatebook.rules.entry.Entry;
import gatebook.rules.merge.Policy;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import gatebook.wire.policy.PolicyJson;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a site's changes in the order of {@code seq}, the newest state of each record.
 *
 * @param cursor where the next page begins; to be stored in the transaction that applies this page
 * @param more whether another page waits already
 * @param policy the site's choice of strategies; null where the cloud does not tell
 * @param past what the cloud says of the past; null unless it was asked
 */
public record ChangesPage(
        HistoryId history,
        List<Change> changes,
        Cursor cursor,
        boolean more,
        @Nullable Policy policy,
        @Nullable PastAnswer past) {
    /** The most changes on a page. */
    public static final int CHANGES_MAX = 1_000;

    public ChangesPage {
        changes = List.copyOf(changes);
    }

    /** A page that tells nothing of the site's strategies. */
    public ChangesPage(HistoryId history, List<Change> changes, Cursor cursor, boolean more) {
        this(history, changes, cursor, more, null, null);
    }

    /** A page that tells nothing of the past. */
    public ChangesPage(HistoryId history, List<Change> changes, Cursor cursor, boolean more, @Nullable Policy policy) {
        this(history, changes, cursor, more, policy, null);
    }

    /** Reads a page of the cloud's; fields that this program does not know fall away. */
    public static Decoded<ChangesPage> read(InputStream body, ZoneId zone, Currency currency) {
        return JsonIn.read(body, JsonIn.Unknown.IGNORED, in -> new Reading(in, zone, currency).page());
    }

    /** Why this cannot be what follows {@code after}, though it is well formed; empty for a page that may be applied. */
    public Optional<String> contradiction(Cursor after) {
        long last = 0;
        for (Change change : changes) {
            if (change.seq() <= last) {
                return Optional.of("change " + change.seq() + " comes after change " + last);
            }
            last = change.seq();
            Entry entry = change.entry();
            if (entry != null && !entry.id().equals(change.record())) {
                return Optional.of("change " + change.seq() + " of one record holds another");
            }
        }
        return more && (changes.isEmpty() || cursor.equals(after))
                ? Optional.of("there is said to be more, and it leads nowhere")
                : Optional.empty();
    }

    /** A page as the cloud writes it. */
    public record Stored(
            HistoryId history,
            List<Change.Stored> changes,
            Cursor cursor,
            boolean more,
            @Nullable Policy policy,
            @Nullable PastAnswer past) {
        public Stored {
            changes = List.copyOf(changes);
        }

        /** A page that tells nothing of the site's strategies. */
        public Stored(HistoryId history, List<Change.Stored> changes, Cursor cursor, boolean more) {
            this(history, changes, cursor, more, null, null);
        }

        /** This page, telling the site's strategies. */
        public Stored with(Policy told) {
            return new Stored(history, changes, cursor, more, told, past);
        }

        /** This page, telling of the past. */
        public Stored with(PastAnswer told) {
            return new Stored(history, changes, cursor, more, policy, told);
        }

        /** Writes the page; flushes the stream and leaves it open. */
        public void write(OutputStream body) {
            JsonOut.write(
                    body,
                    out -> out.object(() -> {
                        out.field("history_id", history.toString());
                        out.name("changes").array(() -> changes.forEach(change -> change.write(out)));
                        out.field("cursor", cursor.token()).flag("more", more);
                        if (policy != null) {
                            PolicyJson.field(out, policy);
                        }
                        if (past != null) {
                            past.field(out);
                        }
                    }));
        }
    }

    /** One pass over a page. */
    private static final class Reading {
        private final JsonIn in;
        private final ZoneId zone;
        private final Currency currency;
        private final List<Change> changes = new ArrayList<>();
        private @Nullable UUID history;
        private @Nullable String cursor;
        private @Nullable Boolean more;
        private @Nullable Policy policy;
        private @Nullable PastAnswer past;

        Reading(JsonIn in, ZoneId zone, Currency currency) {
            this.in = in;
            this.zone = zone;
            this.currency = currency;
        }

        @Nullable
        ChangesPage page() {
            in.object("", name -> {
                switch (name) {
                    case "history_id" -> history = in.uuid(name);
                    case "changes" -> in.array(name, this::change);
                    case "cursor" -> cursor = in.text(name);
                    case "more" -> more = in.flag(name);
                    case PastAnswer.NAME -> past = PastAnswer.read(in, name);
                    case PolicyJson.NAME -> policy = PolicyJson.read(in, name);
                    default -> {
                        return false;
                    }
                }
                return true;
            });
            in.required(history, "history_id");
            in.required(cursor, "cursor");
            in.required(more, "more");
            if (history == null || cursor == null || more == null) {
                return null; // noted above
            }
            if (!Cursor.isWellFormed(cursor)) {
                in.fault("cursor", FieldFault.BAD_TEXT, "not a cursor");
                return null; // just noted
            }
            return new ChangesPage(new HistoryId(history), changes, new Cursor(cursor), more, policy, past);
        }

        private void change(String place) {
            Change change = Change.read(in, place, zone, currency);
            if (change != null) {
                changes.add(change);
            }
        }
    }
}
