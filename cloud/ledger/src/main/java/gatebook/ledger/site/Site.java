package gatebook.ledger.site;

import java.time.ZoneId;
import java.util.Currency;

/** A yard as its owner set it up. */
public record Site(SiteId id, String name, ZoneId zone, Currency currency) {}
