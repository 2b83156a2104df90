package gatebook.api.sync;

import gatebook.api.http.Query;
import gatebook.api.problem.RefusedRequest;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.feed.Cursor;
import java.util.Optional;

/** Reads cursors out of an address. */
final class Cursors {
    private Cursors() {}

    static Optional<Cursor> in(Query query, String name) {
        return query.text(name).map(token -> {
            if (!Cursor.isWellFormed(token)) {
                throw RefusedRequest.parameter(name, FieldFault.BAD_TEXT, "not a cursor of this cloud");
            }
            return new Cursor(token);
        });
    }
}
