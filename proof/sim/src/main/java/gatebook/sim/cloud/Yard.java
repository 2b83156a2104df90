package gatebook.sim.cloud;

import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;

/** A site as its owner set it up. */
public record Yard(UUID id, String name, ZoneId zone, Currency currency) {}
