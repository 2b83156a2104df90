package gatebook.store.backup;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A copy in the backups' folder, known by its name: {@code gatebook-20261122T114743.120Z-regular.db}.
 *
 * @param at when it was made, by the desk's clock
 */
public record Backup(Path file, Instant at, Occasion occasion) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("gatebook-(\\d{8}T\\d{6}\\.\\d{3}Z)-([a-z-]+)\\.db");

    /** Why a copy was made. */
    public enum Occasion {
        /** By the hour; thinned out with age. */
        REGULAR,
        /** Before the file's shape was changed; stays until a person removes it. */
        BEFORE_MIGRATION;

        private String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Backup named(Path folder, Instant at, Occasion occasion) {
        return new Backup(folder.resolve("gatebook-" + STAMP.format(at) + "-" + occasion.text() + ".db"), at, occasion);
    }

    /** Reads a name; empty for files that are no backups. */
    static Optional<Backup> parse(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        for (Occasion occasion : Occasion.values()) {
            if (occasion.text().equals(name.group(2))) {
                return instant(name.group(1)).map(at -> new Backup(file, at, occasion));
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> instant(String stamp) {
        try {
            return Optional.of(STAMP.parse(stamp, Instant::from));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
