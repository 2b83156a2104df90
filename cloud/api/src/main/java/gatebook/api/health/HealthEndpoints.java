package gatebook.api.health;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What this package serves. */
@Configuration(proxyBeanMethods = false)
@Import({DescriptionController.class, HealthController.class, MetricsController.class, Pulse.class, ServiceVersion.class
})
public final class HealthEndpoints {}
