package gatebook.api.sync;

import gatebook.api.http.Answers;
import gatebook.api.http.Query;
import gatebook.api.identity.Caller;
import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import gatebook.ledger.Ledger;
import gatebook.ledger.feed.Changes;
import gatebook.ledger.site.Desk;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out a site's changes after a cursor, page by page. */
@RestController
final class ChangesController {
    private final Ledger ledger;

    ChangesController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping(path = "/v1/sync/changes", produces = Answers.JSON)
    void changes(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Desk desk = Caller.of(request).desk();
        Query query = Query.of(request, List.of("after", "seen", "limit"));
        int limit = query.limit(ChangesPage.CHANGES_MAX, ChangesPage.CHANGES_MAX);
        Optional<Cursor> after = Cursors.in(query, "after");
        Optional<Cursor> seen = Cursors.in(query, "seen");
        Changes changes = after.isPresent()
                ? ledger.changes(desk, after.get(), seen.orElse(after.get()), limit)
                : ledger.changes(desk, limit);
        switch (changes) {
            case Changes.Page(var page) -> Answers.document(request, response, page::write);
            case Changes.HistoryChanged(String detail) -> throw new RefusedRequest(ApiRefusal.HISTORY_CHANGED, detail);
        }
    }
}
