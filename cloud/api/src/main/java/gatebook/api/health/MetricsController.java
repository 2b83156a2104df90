package gatebook.api.health;

import gatebook.api.events.OpenStreams;
import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How this process fares, for Prometheus. No label names a site, a desk or a person. Told to callers on this machine
 * only: for any other, and for what a proxy on this machine passes on, there is no such address.
 */
@RestController
final class MetricsController {
    private final PrometheusMeterRegistry registry;

    MetricsController(PrometheusMeterRegistry registry, OpenStreams streams) {
        this.registry = registry;
        Gauge.builder("gatebook.event.streams", streams, OpenStreams::count)
                .description("lines held open to desks")
                .register(registry);
    }

    @GetMapping("/metrics")
    void metrics(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean passedOn = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        if (passedOn || !InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            throw new RefusedRequest(ApiRefusal.NOT_FOUND);
        }
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        registry.scrape(response.getOutputStream());
    }
}
