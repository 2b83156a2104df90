package gatebook.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as the clocks at the gate show them, to the second. */
record Clocks(ZoneId zone) {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** Empty for a time that there is none. */
    String show(@Nullable Instant time) {
        return time == null ? "" : FORM.format(time.atZone(zone));
    }
}
