package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The three images of a conflict.
 *
 * @param base what both sides held when they last agreed; null when that is not known
 */
public record Images(@Nullable Image base, Image local, Image remote) {
    /**
     * One visit that was written as two records: what {@code mine} tells, told as a version of the record that stands for
     * both. The numbers and the authorship are that record's; on what they agreed is not known.
     */
    public static Images ofOneVisit(Entry mine, Entry standing) {
        Entry retold = standing;
        for (Field field : Field.values()) {
            retold = field.copy(retold, mine);
        }
        Entry local =
                retold.with(standing.authorship().touched(mine.authorship().lastModified()));
        return new Images(null, new Image.Present(local), new Image.Present(standing));
    }

    Optional<Image> agreed() {
        return Optional.ofNullable(base);
    }
}
