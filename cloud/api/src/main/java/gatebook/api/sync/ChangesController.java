package gatebook.api.sync;

import gatebook.api.http.Answers;
import gatebook.api.http.Query;
import gatebook.api.identity.Caller;
import gatebook.ledger.Ledger;
import gatebook.ledger.feed.Changes;
import gatebook.ledger.site.Desk;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.PastQuestion;
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
        Query query = Query.of(request, List.of("after", "seen", "limit", "confirm", "walked"));
        int limit = query.limit(ChangesPage.CHANGES_MAX, ChangesPage.CHANGES_MAX);
        Optional<Cursor> after = Cursors.in(query, "after");
        Optional<Cursor> seen = Cursors.in(query, "seen");
        Changes changes = after.isPresent()
                ? ledger.changes(desk, after.get(), seen.orElse(after.get()), limit)
                : ledger.changes(desk, limit);
        switch (changes) {
            case Changes.Page(var page) -> {
                Optional<PastQuestion> asked = past(query);
                ChangesPage.Stored told = asked.isPresent() ? page.with(ledger.past(desk, asked.get())) : page;
                Answers.document(request, response, told::write);
            }
            case Changes.HistoryChanged(var fault) -> throw Cursors.refused(fault);
        }
    }

    /** What the desk asks about the past; empty if it does not. */
    private static Optional<PastQuestion> past(Query query) {
        return query.text("walked")
                .map(text -> new PastQuestion(Cursors.listed(query, "confirm"), query.whole("walked", text)));
    }
}
