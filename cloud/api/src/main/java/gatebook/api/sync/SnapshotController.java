package gatebook.api.sync;

import gatebook.api.http.Query;
import gatebook.api.identity.Caller;
import gatebook.api.problem.RefusedRequest;
import gatebook.ledger.Ledger;
import gatebook.ledger.feed.Snapshot;
import gatebook.ledger.site.Desk;
import gatebook.rules.entry.EntryId;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.SnapshotLine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Streams every record of a site, one a line. Without its last line, which holds the cursor, it was cut off; the header
 * {@value #CURSOR_HEADER} names the cursor with which it then goes on after the last record that arrived.
 */
@RestController
final class SnapshotController {
    static final String CURSOR_HEADER = "Gatebook-Cursor";

    private final Ledger ledger;

    SnapshotController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/v1/sync/snapshot")
    void snapshot(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Desk desk = Caller.of(request).desk();
        Query query = Query.of(request, List.of("after_uuid", "cursor"));
        Optional<EntryId> after = after(query);
        Optional<Cursor> cursor = Cursors.in(query, "cursor");
        if (after.isPresent() && cursor.isEmpty()) {
            throw RefusedRequest.parameter(
                    "cursor", FieldFault.MISSING, "give the one of the header " + CURSOR_HEADER + " of the first part");
        }
        Cursor from = cursor.isPresent() && after.isPresent() ? cursor.get() : ledger.cursor(desk);
        response.setContentType("application/x-ndjson");
        response.setHeader(CURSOR_HEADER, from.token());
        RecordLines lines = new RecordLines(response.getOutputStream());
        Snapshot end =
                after.isPresent() ? ledger.snapshot(desk, from, after.get(), lines) : ledger.snapshot(desk, lines);
        switch (end) {
            case Snapshot.Sent(Cursor upTo) -> lines.end(SnapshotLine.end(upTo));
            case Snapshot.HistoryChanged(var fault) -> throw Cursors.refused(fault);
        }
    }

    private static Optional<EntryId> after(Query query) {
        return query.text("after_uuid")
                .map(text -> EntryId.parse(text)
                        .orElseThrow(() -> RefusedRequest.parameter(
                                "after_uuid", FieldFault.NOT_A_UUID, "a UUID of 36 characters")));
    }
}
