package gatebook.api.health;

import gatebook.api.http.Answers;
import gatebook.wire.device.Health;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says that this is Gatebook's cloud and whether it serves. {@code /health} and {@code /health/ready} are 503 while the
 * database is away; {@code /health/live} is 200 as long as the process answers at all, so that nobody restarts it for
 * the database's sake.
 */
@RestController
final class HealthController {
    private static final String DOWN = "DOWN";

    private final Pulse pulse;
    private final ServiceVersion version;
    private final Clock clock;

    HealthController(Pulse pulse, ServiceVersion version, Clock clock) {
        this.pulse = pulse;
        this.version = version;
        this.clock = clock;
    }

    @GetMapping({"/health", "/health/ready"})
    void health(HttpServletResponse response) throws IOException {
        answer(response, pulse.beats() ? Health.UP : DOWN);
    }

    @GetMapping("/health/live")
    void live(HttpServletResponse response) throws IOException {
        answer(response, Health.UP);
    }

    private void answer(HttpServletResponse response, String status) throws IOException {
        boolean up = status.equals(Health.UP);
        if (!up) {
            response.setHeader("Retry-After", "5");
        }
        Answers.json(
                response,
                up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                new Health(status, version.text(), clock.instant()).json());
    }
}
