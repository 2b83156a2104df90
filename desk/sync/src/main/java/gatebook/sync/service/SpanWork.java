package gatebook.sync.service;

import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.Comparison;
import gatebook.store.sqlite.Database;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.engine.Event;
import gatebook.sync.transport.Cloud;
import gatebook.wire.compare.CompareAnswer;
import gatebook.wire.compare.CompareRequest;
import gatebook.wire.compare.Listing;
import gatebook.wire.compare.Span;
import gatebook.wire.compare.SpanHash;
import java.util.ArrayList;
import java.util.List;

/** Puts spans of this desk's records beside the cloud's. Thread-safe. */
final class SpanWork {
    private final Comparison here;

    SpanWork(Database database) {
        this.here = new Comparison(database);
    }

    /** Cuts each span into slices and finds those that differ. */
    Errand<List<Comparison.Slice>, CompareAnswer> compare(List<Span> spans, int parts) {
        return new Errand<>(
                () -> spans.stream()
                        .flatMap(span -> here.slices(span, parts).stream())
                        .toList(),
                (cloud, slices) -> cloud.compare(new CompareRequest(
                        slices.stream().map(Comparison.Slice::span).toList())),
                SpanWork::compared);
    }

    private static Event compared(List<Comparison.Slice> slices, CompareAnswer answer) {
        if (answer.spans().size() != slices.size()) {
            return new Event.RequestFailed(new Failure(
                    Failure.Kind.REFUSED,
                    null,
                    "the cloud compared " + answer.spans().size() + " spans instead of " + slices.size()));
        }
        List<Event.Difference> differences = new ArrayList<>();
        long records = 0;
        for (int at = 0; at < slices.size(); at++) {
            SpanHash mine = slices.get(at).hash();
            SpanHash theirs = answer.spans().get(at);
            records += mine.records();
            if (!mine.equals(theirs)) {
                differences.add(new Event.Difference(slices.get(at).span(), mine.records(), theirs.records()));
            }
        }
        return new Event.SpansCompared(answer.history(), answer.cursor(), records, differences);
    }

    /** Finds the rows of a span that differ, or those of its beginning. */
    Errand<Span, Listing> list(Span span) {
        return new Errand<>(() -> span, Cloud::list, this::listed);
    }

    private Event listed(Span span, Listing listing) {
        if (!listing.more()) {
            return new Event.RowsFound(here.differing(span, listing), null);
        }
        // The last row is the first of the rest, so that nothing falls between.
        EntryId last = listing.rows().getLast().record();
        Listing covered = new Listing(listing.rows().subList(0, listing.rows().size() - 1), true);
        return new Event.RowsFound(here.differing(new Span(span.from(), last), covered), span.startingAt(last));
    }

    Event voided() {
        return new Event.RowsFound(here.besides(), null);
    }
}
