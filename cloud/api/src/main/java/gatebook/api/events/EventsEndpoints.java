package gatebook.api.events;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What this package serves. */
@Configuration(proxyBeanMethods = false)
@Import({EventsController.class, OpenStreams.class})
public final class EventsEndpoints {}
