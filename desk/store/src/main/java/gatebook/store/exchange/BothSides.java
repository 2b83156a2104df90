package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.Choice;
import gatebook.rules.merge.Decided;
import gatebook.rules.merge.Decision;
import gatebook.rules.merge.Image;
import gatebook.rules.merge.Images;
import gatebook.rules.merge.Policy;
import gatebook.rules.merge.Suggestion;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.SitePolicy;
import gatebook.store.query.ConflictItem;
import gatebook.store.sqlite.Session;
import gatebook.wire.entry.EntryDefaults;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.json.JsonIn;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An item of the inbox laid open for a person: what each side holds, where they differ, and what a decision would come to
 * before anybody takes it. Reads only.
 *
 * @param local what this desk holds; null where it voided the record
 * @param remote what the cloud holds, or the other record; null where it was voided there
 */
public record BothSides(
        ConflictItem item, @Nullable Entry local, @Nullable Entry remote, Images images, Policy policy) {
    private static final String VOIDED = "null";

    /** As the item has them now. */
    public static BothSides read(Session session, ConflictItem item) {
        EntryDefaults reading = reading(DeskProfile.read(session));
        Entry local = entry(item.sides().local(), reading);
        Entry remote = entry(item.sides().remote(), reading);
        if (item.other() != null && local != null && remote != null) {
            return new BothSides(item, local, remote, Images.ofOneVisit(local, remote), OneVisit.POLICY);
        }
        String base = item.sides().base();
        Images images = new Images(base == null ? null : image(entry(base, reading)), image(local), image(remote));
        return new BothSides(item, local, remote, images, SitePolicy.read(session));
    }

    /**
     * The fields that a person can decide about, in the order of {@link Field}: those in which the sides differ; where a
     * side voided the record, those in dispute.
     */
    public List<Field> differing() {
        Entry here = local;
        Entry there = remote;
        if (here == null || there == null) {
            return item.disputed();
        }
        return Arrays.stream(Field.values())
                .filter(field -> field.group() != FieldGroup.IDENTITY)
                .filter(field -> !Objects.equals(field.in(here), field.in(there)))
                .toList();
    }

    /** Whether the sides can be put together field by field. */
    public boolean canMerge() {
        return switch (item.about()) {
            case TWO_VERSIONS, ONE_VISIT, INSIDE_TWICE -> local != null && remote != null;
            case REFUSED, VOIDED_HERE, VOIDED_THERE -> false;
        };
    }

    /** The entry that the rules would make of both; empty where there is nothing to put together. */
    public Optional<Entry> suggested() {
        return canMerge() ? Suggestion.of(images, policy).map(Suggestion::result) : Optional.empty();
    }

    /** What a choice of fields would come to. */
    public Decided preview(Choice choice) {
        return new Decision.MergeFields(choice).between(images, policy, item.disputed());
    }

    /** The entry whose vehicle this is about; empty only where both sides voided it. */
    public Optional<Entry> either() {
        return Stream.of(Optional.ofNullable(local), Optional.ofNullable(remote))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The vehicle number of an image, for lists that show no more of it; empty where the image tells none. */
    public static String vehicleOf(String image) {
        return JsonIn.<String>read(image, JsonIn.Unknown.IGNORED, in -> {
                    String[] found = {""};
                    if (in.isNull()) {
                        return "";
                    }
                    in.object("", name -> {
                        boolean sought = name.equals(Field.VEHICLE_NUMBER.text());
                        if (sought) {
                            found[0] = Objects.requireNonNullElse(in.text(name), "");
                        }
                        return sought;
                    });
                    return found[0];
                })
                .orDamaged("an image of a conflict");
    }

    private static EntryDefaults reading(DeskProfile desk) {
        return new EntryDefaults(
                new EntryId(new UUID(0, 0)),
                EntryDefaults.IdRule.SUGGESTED,
                Instant.EPOCH,
                Context.ENGINE,
                desk.zone(),
                desk.currency());
    }

    private static @Nullable Entry entry(String image, EntryDefaults reading) {
        return image.equals(VOIDED) ? null : EntryJson.decode(image, reading).orDamaged("an image of a conflict");
    }

    private static Image image(@Nullable Entry entry) {
        return entry == null ? new Image.Voided() : new Image.Present(entry);
    }
}
