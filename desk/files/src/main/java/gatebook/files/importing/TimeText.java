package gatebook.files.importing;

import gatebook.rules.entry.EntryRules;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of the old file, cut to whole milliseconds. */
sealed interface TimeText {
    /** The words name one instant. */
    record Certain(Instant at) implements TimeText {}

    /** A local time that the site's clocks skipped; {@code at} lies as much later as they did. */
    record Skipped(Instant at) implements TimeText {}

    /** A local time that the site's clocks showed twice; {@code at} is the first. */
    record Twice(Instant at) implements TimeText {}

    /** Not a time, or none that a gate can have seen. */
    record NotATime() implements TimeText {}

    /** Date, T or space, time with or without seconds and fraction, and perhaps Z or an offset. */
    Pattern FORM = Pattern.compile("\\s*(\\d{4}-\\d{2}-\\d{2})(?:[Tt]|\\s+)(\\d{2}:\\d{2}(?::\\d{2})?)"
            + "(?:[.,](\\d{1,9})\\d*)?\\s*([Zz]|[-+]\\d{2}(?::?\\d{2})?)?\\s*");

    /** Reads words; without an offset they are in the zone of the site. */
    static TimeText parse(String words, ZoneId zone) {
        Matcher form = FORM.matcher(words);
        if (!form.matches()) {
            return new NotATime();
        }
        try {
            String fraction = form.group(3) == null || form.group(2).length() == 5 ? "" : "." + form.group(3);
            LocalDateTime local = LocalDateTime.parse(form.group(1) + "T" + form.group(2) + fraction);
            String offset = form.group(4);
            TimeText time =
                    offset == null ? local(local, zone) : certain(local.toInstant(ZoneOffset.of(upper(offset))));
            return time;
        } catch (DateTimeException noSuchTime) {
            return new NotATime();
        }
    }

    private static String upper(String offset) {
        return offset.equals("z") ? "Z" : offset;
    }

    private static TimeText certain(Instant at) {
        boolean absurd = at.isBefore(EntryRules.TIME_MIN) || !at.isBefore(EntryRules.TIME_END);
        return absurd ? new NotATime() : new Certain(at.truncatedTo(ChronoUnit.MILLIS));
    }

    private static TimeText local(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        TimeText time = certain(local.atZone(zone).toInstant());
        if (!(time instanceof Certain(Instant at)) || offsets.size() == 1) {
            return time;
        }
        return offsets.isEmpty() ? new Skipped(at) : new Twice(at);
    }
}
