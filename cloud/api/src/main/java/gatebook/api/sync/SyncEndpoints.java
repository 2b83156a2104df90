package gatebook.api.sync;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What this package serves. */
@Configuration(proxyBeanMethods = false)
@Import({PushController.class, ChangesController.class, SnapshotController.class, CompareController.class})
public final class SyncEndpoints {}
