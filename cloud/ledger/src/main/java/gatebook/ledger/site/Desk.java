package gatebook.ledger.site;

import gatebook.rules.entry.DeskCode;
import java.time.ZoneId;
import java.util.Currency;

/** A desk that has proved who it is, with what is needed to read its messages. */
public record Desk(SiteId site, DeviceId device, DeskCode code, ZoneId zone, Currency currency) {}
