package gatebook.sync.engine;

import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.Doubt;
import gatebook.store.exchange.Healing;
import gatebook.store.exchange.Tally;
import gatebook.wire.compare.CompareRequest;
import gatebook.wire.compare.Listing;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.RecordsRequest;
import gatebook.wire.compare.Span;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do of one comparison of both sides: from the whole to ever smaller spans that differ, to their rows, to
 * the records, which are repaired. Holds no I/O; {@link #next} says what to ask, and is told what came of it.
 */
final class Comparing {
    /** Into so many slices a span is cut. */
    static final int PARTS = 32;

    private static final int SPANS_AT_ONCE = CompareRequest.SPANS_MAX / PARTS;

    /** A span of no more records is listed rather than cut again. */
    private static final int LISTED_MAX = 200;

    private final Doubt doubt;
    private final Deque<Span> spans = new ArrayDeque<>(List.of(Span.ALL));
    private final Deque<Span> lists = new ArrayDeque<>();
    private final Set<EntryId> records = new LinkedHashSet<>();
    private List<EntryId> asked = List.of();
    private @Nullable RecordsAnswer answer;
    private boolean voidedFound;
    private @Nullable HistoryId history;
    private @Nullable Cursor cursor;
    private long total;
    private long open;
    private long repaired;

    Comparing(Doubt doubt) {
        this.doubt = doubt;
        this.voidedFound = doubt == Doubt.NONE;
    }

    /** Records changed here or to be sent again. */
    long repaired() {
        return repaired;
    }

    /** How far it is, 0 to 1. */
    double share() {
        return total == 0 ? 0 : 1 - (double) Math.min(open + records.size(), total) / total;
    }

    String words() {
        long compared = Math.max(0, total - open);
        return total == 0 ? "Comparing records..." : "Comparing records... " + compared + " of " + total;
    }

    /** What to ask next; null when all is compared and repaired. */
    @Nullable
    Effect next() {
        if (answer != null) {
            return new Effect.RepairRecords(asked, answer, doubt);
        }
        if (records.size() >= RecordsRequest.RECORDS_MAX
                || !records.isEmpty() && lists.isEmpty() && spans.isEmpty() && voidedFound) {
            asked = records.stream().limit(RecordsRequest.RECORDS_MAX).toList();
            return new Effect.FetchRecords(asked);
        }
        if (!lists.isEmpty()) {
            return new Effect.ListSpan(lists.getFirst());
        }
        if (!spans.isEmpty()) {
            return new Effect.CompareSpans(spans.stream().limit(SPANS_AT_ONCE).toList());
        }
        return voidedFound ? null : new Effect.FindVoided();
    }

    /** Takes an answer in; what it changed. */
    Tally take(Event.OfComparison event) {
        return switch (event) {
            case Event.SpansCompared compared -> {
                compared(compared);
                yield Tally.NONE;
            }
            case Event.RowsFound found -> {
                found(found);
                yield Tally.NONE;
            }
            case Event.RecordsArrived(RecordsAnswer arrived) -> {
                answer = arrived;
                yield Tally.NONE;
            }
            case Event.RecordsRepaired(Healing.Repaired done) -> {
                repaired(done);
                yield done.tally();
            }
        };
    }

    private void compared(Event.SpansCompared event) {
        if (history == null || cursor == null) {
            history = event.history();
            cursor = event.cursor();
            total = event.records();
        } else {
            open -= event.records();
        }
        for (int at = 0; at < SPANS_AT_ONCE && !spans.isEmpty(); at++) {
            spans.removeFirst();
        }
        List<Event.Difference> small = new ArrayList<>();
        for (Event.Difference difference : event.differences()) {
            open += difference.here();
            if (size(difference) <= LISTED_MAX || difference.here() < 2) {
                small.add(difference);
            } else {
                spans.add(difference.span());
            }
        }
        lists.addAll(joined(small));
    }

    private static long size(Event.Difference difference) {
        return Math.max(difference.here(), difference.there());
    }

    /** Neighbours that all differ are listed in one. */
    private static List<Span> joined(List<Event.Difference> differences) {
        List<Span> joined = new ArrayList<>();
        long records = 0;
        for (Event.Difference next : differences) {
            Span last = joined.isEmpty() ? null : joined.getLast();
            records += size(next);
            if (last != null && last.to().equals(next.span().from()) && records < Listing.ROWS_MAX) {
                joined.set(joined.size() - 1, new Span(last.from(), next.span().to()));
            } else {
                joined.add(next.span());
                records = size(next);
            }
        }
        return joined;
    }

    private void found(Event.RowsFound event) {
        records.addAll(event.records());
        if (lists.isEmpty()) {
            voidedFound = true;
            return;
        }
        lists.removeFirst();
        if (event.rest() != null) {
            lists.addFirst(event.rest());
        } else if (lists.isEmpty() && spans.isEmpty()) {
            open = 0;
        }
    }

    private void repaired(Healing.Repaired done) {
        answer = null;
        asked.forEach(records::remove);
        asked = List.of();
        repaired += done.repaired();
    }

    /** What to note at the end; empty where nothing was lost. */
    Optional<Effect.NoteHealed> end() {
        return doubt == Doubt.HISTORY_LOST && history != null && cursor != null
                ? Optional.of(new Effect.NoteHealed(history, cursor))
                : Optional.empty();
    }
}
