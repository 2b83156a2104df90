package gatebook.api.sync;

import gatebook.api.http.Answers;
import gatebook.api.http.Bodies;
import gatebook.api.http.Query;
import gatebook.api.identity.Caller;
import gatebook.api.problem.RefusedRequest;
import gatebook.ledger.Ledger;
import gatebook.rules.entry.EntryId;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.compare.CompareRequest;
import gatebook.wire.compare.RecordsRequest;
import gatebook.wire.compare.Span;
import gatebook.wire.json.Decoded;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a desk find where its records differ from the site's: by hashes of spans, by rows, and then by whole records. */
@RestController
final class CompareController {
    private static final int BODY_BYTES_MAX = 64 * 1024;

    private final Ledger ledger;
    private final Bodies bodies;

    CompareController(Ledger ledger, Bodies bodies) {
        this.ledger = ledger;
        this.bodies = bodies;
    }

    @PostMapping(path = "/v1/sync/compare", consumes = Answers.JSON, produces = Answers.JSON)
    void compare(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query.of(request, List.of());
        CompareRequest asked = understood(CompareRequest.read(bodies.open(request, BODY_BYTES_MAX)));
        String answer = ledger.compare(Caller.of(request).desk(), asked.spans()).json();
        Answers.document(request, response, out -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
    }

    @GetMapping(path = "/v1/sync/compare", produces = Answers.JSON)
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query query = Query.of(request, List.of("from", "to"));
        Span span = new Span(end(query, "from"), end(query, "to"));
        String answer = ledger.list(Caller.of(request).desk(), span).json();
        Answers.document(request, response, out -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
    }

    @PostMapping(path = "/v1/sync/records", consumes = Answers.JSON, produces = Answers.JSON)
    void records(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query.of(request, List.of());
        RecordsRequest asked = understood(RecordsRequest.read(bodies.open(request, BODY_BYTES_MAX)));
        Answers.document(request, response, ledger.records(Caller.of(request).desk(), asked.records())::write);
    }

    private static EntryId end(Query query, String name) {
        return query.text(name)
                .flatMap(EntryId::parse)
                .orElseThrow(() -> RefusedRequest.parameter(name, FieldFault.NOT_A_UUID, "a UUID of 36 characters"));
    }

    private static <T> T understood(Decoded<T> decoded) {
        return switch (decoded) {
            case Decoded.Read<T>(T message) -> message;
            case Decoded.Refused<T>(var faults) -> throw RefusedRequest.unreadable(faults);
        };
    }
}
