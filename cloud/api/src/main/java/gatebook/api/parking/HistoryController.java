package gatebook.api.parking;

import gatebook.api.http.Answers;
import gatebook.api.http.Query;
import gatebook.api.identity.Caller;
import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import gatebook.ledger.Ledger;
import gatebook.ledger.history.HistoryRow;
import gatebook.wire.json.JsonOut;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who changed an entry, when, and from which desk; voided entries keep their history. */
@RestController
final class HistoryController {
    private final Ledger ledger;

    HistoryController(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping(path = EntryController.PATH + "/history", produces = Answers.JSON)
    void history(HttpServletRequest request, HttpServletResponse response, @PathVariable("uuid") String uuid)
            throws IOException {
        Query.of(request, List.of());
        List<HistoryRow> rows = ledger.history(Caller.of(request).desk().site(), EntryController.id(uuid));
        if (rows.isEmpty()) {
            throw new RefusedRequest(ApiRefusal.NOT_FOUND);
        }
        response.setContentType(Answers.JSON);
        JsonOut.write(
                response.getOutputStream(),
                out -> out.object(() -> out.name("history").array(() -> rows.forEach(row -> write(out, row)))));
    }

    private static void write(JsonOut out, HistoryRow row) {
        out.object(() -> out.field("seq", row.seq())
                .field("record_uuid", row.record().toString())
                .field("version", row.version())
                .field("operation", row.operation().name())
                .field("actor", row.actor().name())
                .field("device_id", row.device().toString())
                .field("desk_code", row.desk().text())
                .field("op_id", row.opId().toString())
                .field("made_at", row.madeAt())
                .field("committed_at", row.committedAt())
                .raw("before", row.before())
                .raw("after", row.after()));
    }
}
