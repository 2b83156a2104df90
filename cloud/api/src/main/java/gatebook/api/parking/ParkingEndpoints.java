package gatebook.api.parking;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What this package serves. */
@Configuration(proxyBeanMethods = false)
@Import({
    EntriesController.class,
    EntryController.class,
    HistoryController.class,
    RequestWords.class,
    StatsController.class
})
public final class ParkingEndpoints {}
