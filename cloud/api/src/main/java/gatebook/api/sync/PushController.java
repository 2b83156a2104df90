package gatebook.api.sync;

import gatebook.api.http.Answers;
import gatebook.api.http.Bodies;
import gatebook.api.http.Query;
import gatebook.api.identity.Caller;
import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import gatebook.ledger.Ledger;
import gatebook.ledger.intake.PushVerdict;
import gatebook.ledger.site.Desk;
import gatebook.wire.json.Decoded;
import gatebook.wire.push.PushRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in what a desk did, up to {@value PushRequest#OPERATIONS_MAX} operations at once. */
@RestController
final class PushController {
    private final Ledger ledger;
    private final Bodies bodies;

    PushController(Ledger ledger, Bodies bodies) {
        this.ledger = ledger;
        this.bodies = bodies;
    }

    @PostMapping(path = "/v1/sync/push", consumes = Answers.JSON, produces = Answers.JSON)
    void push(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query.of(request, List.of());
        Desk desk = Caller.of(request).desk();
        PushRequest push = read(request, desk);
        if (push.operations().size() > PushRequest.OPERATIONS_MAX) {
            throw new RefusedRequest(ApiRefusal.TOO_MANY_OPERATIONS);
        }
        switch (ledger.push(desk, push)) {
            case PushVerdict.Judged(var answer) -> Answers.document(request, response, answer::write);
            case PushVerdict.DeskCloned() -> throw new RefusedRequest(ApiRefusal.DESK_CLONED);
            case PushVerdict.HistoryChanged(var fault) -> throw Cursors.refused(fault);
        }
    }

    private PushRequest read(HttpServletRequest request, Desk desk) throws IOException {
        var body = bodies.open(request, Bodies.BYTES_MAX);
        return switch (PushRequest.read(body, desk.zone(), desk.currency())) {
            case Decoded.Read<PushRequest>(PushRequest read) -> read;
            case Decoded.Refused<PushRequest>(var faults) -> throw RefusedRequest.unreadable(faults);
        };
    }
}
