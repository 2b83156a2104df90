package gatebook.api.identity;

import gatebook.api.http.Answers;
import gatebook.api.http.Bodies;
import gatebook.api.http.Query;
import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import gatebook.ledger.Ledger;
import gatebook.ledger.enrolment.Enrolment;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.json.Decoded;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a desk joins a site; the one request under {@code /v1} without a token. */
@RestController
final class DevicesController {
    private static final int BYTES_MAX = 16 * 1024;

    private final Ledger ledger;
    private final Guesses guesses;
    private final Bodies bodies;

    DevicesController(Ledger ledger, Guesses guesses, Bodies bodies) {
        this.ledger = ledger;
        this.guesses = guesses;
        this.bodies = bodies;
    }

    @PostMapping(path = "/v1/devices", consumes = Answers.JSON, produces = Answers.JSON)
    void enrol(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Query.of(request, List.of());
        EnrolmentRequest wish = switch (EnrolmentRequest.read(bodies.open(request, BYTES_MAX))) {
            case Decoded.Read<EnrolmentRequest>(EnrolmentRequest read) -> read;
            case Decoded.Refused<EnrolmentRequest>(var faults) -> throw RefusedRequest.unreadable(faults);
        };
        if (!isReadable(wish.deviceName())) {
            throw new RefusedRequest(
                    ApiRefusal.CONTENT_INVALID,
                    List.of(new FieldError(
                            "device_name", FieldFault.BAD_TEXT, "holds a control character or half a character")));
        }
        String address = Guesses.networkOf(request.getRemoteAddr());
        Optional<Duration> wait = guesses.buckets().take(address);
        if (wait.isPresent()) {
            throw new RefusedRequest(ApiRefusal.TOO_MANY_REQUESTS).retryAfter(wait.get());
        }
        switch (ledger.enrol(wish)) {
            case Enrolment.Enrolled(var answer) -> {
                guesses.buckets().giveBack(address);
                Answers.json(response, HttpServletResponse.SC_CREATED, answer.json());
            }
            case Enrolment.CodeRefused() -> throw new RefusedRequest(ApiRefusal.ENROLMENT_CODE_REFUSED);
        }
    }

    private static boolean isReadable(String name) {
        return name.codePoints()
                .noneMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
    }
}
