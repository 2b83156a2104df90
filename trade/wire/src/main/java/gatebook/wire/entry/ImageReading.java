package gatebook.wire.entry;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.wire.json.JsonIn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the cloud's image of a record within an answer. */
public final class ImageReading {
    private static final EntryId UNNAMED = new EntryId(new UUID(0, 0));

    private ImageReading() {}

    /** The image at which the reader stands, in canonical form; null for a JSON null or when faults were noted. */
    public static @Nullable String read(JsonIn in, String place, ZoneId zone, Currency currency) {
        Entry entry = entry(in, place, zone, currency);
        return entry == null ? null : EntryJson.encode(entry);
    }

    /** As {@link #read}, as an entry. */
    public static @Nullable Entry entry(JsonIn in, String place, ZoneId zone, Currency currency) {
        if (in.isNull()) {
            return null; // the cloud holds no image
        }
        int before = in.faultCount();
        EntryDraft draft = new EntryDraft(in, place, zone, currency);
        in.object(place, draft::field);
        return draft.finish(
                new EntryDefaults(UNNAMED, EntryDefaults.IdRule.SUGGESTED, Instant.EPOCH, "System", zone, currency),
                before);
    }
}
