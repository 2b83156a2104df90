package gatebook.cli;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.store.metadata.DeskProfile;
import gatebook.wire.entry.EntryDefaults;
import gatebook.wire.entry.EntryJson;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What differs between two images of an entry, in words. */
final class ImageDifference {
    private final Clocks clocks;
    private final EntryDefaults reading;

    ImageDifference(DeskProfile desk) {
        this.clocks = new Clocks(desk.zone());
        this.reading = new EntryDefaults(
                new EntryId(new UUID(0, 0)),
                EntryDefaults.IdRule.SUGGESTED,
                Instant.EPOCH,
                "System",
                desk.zone(),
                desk.currency());
    }

    /** {@code notes: - -> broken lamp, fee: 0.00 INR -> 225.00 INR}; the time of the change itself is left out. */
    String between(String before, String after) {
        return between(
                EntryJson.decode(before, reading).orDamaged("an image of the audit trail"),
                EntryJson.decode(after, reading).orDamaged("an image of the audit trail"));
    }

    /** As the other, of entries that were read already. */
    String between(Entry was, Entry is) {
        StringJoiner changes = new StringJoiner(", ");
        for (Field field : Field.values()) {
            if (field != Field.LAST_MODIFIED && !Objects.equals(field.in(was), field.in(is))) {
                changes.add(field.text() + ": " + shown(field.in(was)) + " -> " + shown(field.in(is)));
            }
        }
        return changes.length() == 0 ? "nothing" : changes.toString();
    }

    /** The entry of an image; empty where the image says that there is none. */
    Optional<Entry> entry(String image) {
        return image.equals("null")
                ? Optional.empty()
                : Optional.of(EntryJson.decode(image, reading).orDamaged("an image of a conflict"));
    }

    /** A field's value in words. */
    String value(Field field, Entry entry) {
        return shown(field.in(entry));
    }

    private String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case Instant time -> clocks.show(time);
            case Status status -> status.text();
            case PaymentStatus status -> status.text();
            case Object other -> other.toString();
        };
    }
}
