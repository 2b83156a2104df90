package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.Stay;
import gatebook.rules.money.Money;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of one entry and the one they grew from.
 *
 * @param base null when no version is known on which both agreed
 */
record Sides(@Nullable Entry base, Entry local, Entry remote) {
    Sides {
        if (!local.id().equals(remote.id()) || base != null && !base.id().equals(local.id())) {
            throw new IllegalArgumentException("not versions of one entry: " + local.id() + ", " + remote.id());
        }
    }

    /** A record that was void when both last agreed holds no values to compare with. */
    static Sides of(Optional<Image> base, Entry local, Entry remote) {
        return base.isPresent() && base.get() instanceof Image.Present agreed
                ? new Sides(agreed.entry(), local, remote)
                : new Sides(null, local, remote);
    }

    Entry of(Side side) {
        return side == Side.LOCAL ? local : remote;
    }

    /**
     * What both grew from as far as stay and payment go: each visit starts parked and unpaid, so that a side which still
     * says so has said nothing even where the base is unknown.
     */
    Entry origin() {
        return base != null
                ? base
                : remote.with(Stay.parked(Money.zero(remote.stay().fee().currency())))
                        .with(Payment.NONE);
    }

    /**
     * Whether the side set the field since both agreed. Without a base, whatever a side holds counts as set by it. A fee
     * confirmed by hand counts as set, though the amount is the same.
     */
    boolean changed(Side side, Field field) {
        return switch (field.group()) {
            case IDENTITY -> false;
            case STAY, PAYMENT ->
                unlike(origin(), side, field) || field == Field.FEE && unlike(origin(), side, Field.FEE_MANUALLY_SET);
            case PLATE, ENTRY_TIME, DESCRIPTION -> base == null || unlike(base, side, field);
        };
    }

    private boolean unlike(Entry before, Side side, Field field) {
        return !Objects.equals(field.in(before), field.in(of(side)));
    }

    boolean changed(Side side, FieldGroup group) {
        return Arrays.stream(Field.values()).anyMatch(field -> field.group() == group && changed(side, field));
    }

    boolean differ(Field field) {
        return !Objects.equals(field.in(local), field.in(remote));
    }
}
