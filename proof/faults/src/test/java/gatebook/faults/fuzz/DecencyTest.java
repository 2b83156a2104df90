package gatebook.faults.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.wire.device.Health;
import gatebook.wire.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of answers sees what it is there for. */
final class DecencyTest {
    @Test
    void leavesADecentRefusalAlone() {
        assertThat(fault(422, "CONTENT_INVALID", "fields are at fault")).isEmpty();
        assertThat(fault(503, "UNAVAILABLE", "busy")).isEmpty();
        assertThat(fault(501, "METHOD_UNKNOWN", "no")).isEmpty();
    }

    @Test
    void letsTheHealthSayThatTheDatabaseIsAway() {
        List<String> headers = List.of("Gatebook-Protocol: 1", "Content-Type: application/json");
        Health down = new Health("DOWN", "0.1.0", Instant.EPOCH);
        assertThat(Decency.fault("GET", new Response(503, headers, down.json())))
                .isEmpty();
        assertThat(Decency.fault("GET", new Response(500, headers, down.json())))
                .isPresent();
        assertThat(Decency.fault("GET", new Response(503, headers, "{\"service\":\"other\"}")))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "500, INTERNAL_FAULT, failed",
        "422, CONTENT_INVALID, java.lang.NullPointerException",
        "422, CONTENT_INVALID, ERROR: relation",
        "400, BAD_REQUEST, org.apache.coyote",
        "400, , nothing",
    })
    void seesAFailureAndInsides(int status, String code, String detail) {
        assertThat(fault(status, code == null ? "" : code, detail)).isPresent();
    }

    @Test
    void seesAnAnswerThatIsNotTheClouds() {
        assertThat(Decency.fault("GET", new Response(200, List.of(), "hello"))).isPresent();
        assertThat(Decency.fault(
                        "GET", new Response(404, List.of("Gatebook-Protocol: 1", "Content-Type: text/html"), "<h1>")))
                .isPresent();
    }

    private static Optional<String> fault(int status, String code, String detail) {
        List<String> headers = List.of("Gatebook-Protocol: 1", "Content-Type: application/problem+json");
        return Decency.fault("GET", new Response(status, headers, problem(status, code, detail)));
    }

    private static String problem(int status, String code, String detail) {
        return new Problem(status, "t", code, detail, List.of()).json();
    }
}
