package gatebook.api.sync;

import gatebook.api.http.Query;
import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import gatebook.ledger.feed.HistoryFault;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.PastQuestion;
import java.util.List;
import java.util.Optional;

/** Reads cursors out of an address. */
final class Cursors {
    private Cursors() {}

    /** The refusal of a cursor that does not lie in the site's history. */
    static RefusedRequest refused(HistoryFault fault) {
        return new RefusedRequest(
                switch (fault.kind()) {
                    case LOST -> ApiRefusal.HISTORY_CHANGED;
                    case REWRITTEN -> ApiRefusal.HISTORY_REWRITTEN;
                },
                fault.detail());
    }

    /** A list of them, with commas between; empty if not given. */
    static List<Cursor> listed(Query query, String name) {
        List<String> tokens =
                query.text(name).map(text -> List.of(text.split(",", -1))).orElse(List.of());
        if (tokens.size() > PastQuestion.CURSORS_MAX || !tokens.stream().allMatch(Cursor::isWellFormed)) {
            throw RefusedRequest.parameter(
                    name, FieldFault.BAD_TEXT, "up to " + PastQuestion.CURSORS_MAX + " cursors, with commas between");
        }
        return tokens.stream().map(Cursor::new).toList();
    }

    static Optional<Cursor> in(Query query, String name) {
        return query.text(name).map(token -> {
            if (!Cursor.isWellFormed(token)) {
                throw RefusedRequest.parameter(name, FieldFault.BAD_TEXT, "not a cursor of this cloud");
            }
            return new Cursor(token);
        });
    }
}
