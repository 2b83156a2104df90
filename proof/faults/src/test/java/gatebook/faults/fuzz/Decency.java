package gatebook.faults.fuzz;

import gatebook.wire.device.Health;
import gatebook.wire.json.Decoded;
import gatebook.wire.problem.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What every answer of the server keeps to, whatever it was asked. */
public final class Decency {
    /** Signs of the program's insides; nothing that the attacks send holds one of them. */
    private static final List<String> INSIDES = List.of(
            "Exception",
            "\tat ",
            "gatebook.",
            "org.apache",
            "org.springframework",
            "org.postgresql",
            "java.",
            "jdk.",
            "SQLSTATE",
            "ERROR:",
            "select ",
            "insert into",
            "<html",
            "Tomcat");

    /** The refusals with 5xx that the protocol names: of the request's method and version, and of a database that is away. */
    private static final List<String> DOCUMENTED = List.of("METHOD_UNKNOWN", "HTTP_VERSION_UNSUPPORTED", "UNAVAILABLE");

    private Decency() {}

    /** What is wrong with an answer; empty if nothing is. */
    public static Optional<String> fault(String method, Response response) {
        Optional<String> inside = INSIDES.stream()
                .filter(sign -> response.body().contains(sign)
                        || response.headers().toString().contains(sign))
                .findFirst();
        if (inside.isPresent()) {
            return Optional.of("tells of its insides: " + inside.get());
        }
        if (response.header("Gatebook-Protocol").isEmpty()) {
            return Optional.of("does not say that it is the cloud's");
        }
        if (response.status() < 400 || method.equals("HEAD")) {
            return response.status() >= 500 && response.status() != 503 && method.equals("HEAD")
                    ? Optional.of("fails")
                    : Optional.empty();
        }
        return refusal(response);
    }

    private static Optional<String> refusal(Response response) {
        if (saysThatItIsDown(response)) {
            return Optional.empty();
        }
        if (!response.header("Content-Type").equals(Problem.CONTENT_TYPE)) {
            return Optional.of("refuses with " + response.header("Content-Type"));
        }
        return switch (Problem.read(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)))) {
            case Decoded.Refused<Problem>(var faults) -> Optional.of("refuses unreadably: " + faults);
            case Decoded.Read<Problem>(Problem problem) -> {
                if (problem.status() != response.status()
                        || problem.code().isEmpty()
                        || problem.detail().isEmpty()) {
                    yield Optional.of("refuses without saying why");
                }
                yield response.status() >= 500 && !DOCUMENTED.contains(problem.code())
                        ? Optional.of("fails")
                        : Optional.empty();
            }
        };
    }

    /** The address for health is asked for the state of the server, and it is no refusal when it tells it. */
    private static boolean saysThatItIsDown(Response response) {
        return response.status() == 503
                && response.header("Content-Type").equals("application/json")
                && Health.read(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)))
                        instanceof Decoded.Read<Health>(Health health)
                && !health.status().equals(Health.UP);
    }
}
