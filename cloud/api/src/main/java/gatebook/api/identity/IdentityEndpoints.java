package gatebook.api.identity;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What this package serves. */
@Configuration(proxyBeanMethods = false)
@Import(DevicesController.class)
public final class IdentityEndpoints {}
