package gatebook.files.importing;

import java.time.ZoneId;
import java.util.Currency;

/** Where the old program stood: its times have no zone and its amounts no currency. */
record Site(ZoneId zone, Currency currency) {}
