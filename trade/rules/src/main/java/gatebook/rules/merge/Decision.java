package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.Stay;
import gatebook.rules.refusal.FieldError;
import java.util.Arrays;
import java.util.List;

/** How a person decides a conflict (decision 0030); to cancel is to decide nothing. */
public sealed interface Decision {
    /**
     * This desk's side stands. What others did meanwhile to fields that this desk left alone and that nobody disputes
     * stays: it would be undone for everybody by somebody who never saw it.
     */
    record KeepLocal() implements Decision {}

    /** The cloud's side stands whole; what was changed here is given up, and kept in the settled item. */
    record AcceptRemote() implements Decision {}

    /** Both sides are put together: what was not chosen is as the {@link Suggestion} has it. */
    record MergeFields(Choice choice) implements Decision {}

    /** The name under which it is kept. */
    default Strategy strategy() {
        return switch (this) {
            case KeepLocal() -> Strategy.LOCAL_WINS;
            case AcceptRemote() -> Strategy.REMOTE_WINS;
            case MergeFields _ -> Strategy.MERGE_INTELLIGENT;
        };
    }

    /**
     * What stands after it. A side that stands whole is not judged anew: it was accepted where it was written.
     *
     * @param disputed what the conflict is about; empty if that is not known
     */
    default Decided between(Images images, Policy policy, List<Field> disputed) {
        return switch (this) {
            case KeepLocal() -> kept(images, disputed);
            case AcceptRemote() -> new Decided.Stands(images.remote());
            case MergeFields(Choice choice) ->
                images.local() instanceof Image.Present(Entry local)
                                && images.remote() instanceof Image.Present(Entry remote)
                        ? follow(choice, Merge.together(Sides.of(images.agreed(), local, remote), policy), images)
                        : new Decided.NothingToMerge();
        };
    }

    /**
     * Brings values of a settled conflict back into the entry as it stands today: those of the fields that were in
     * dispute, or those chosen.
     *
     * @param disputed empty if that is not known; then all that the side held comes back
     */
    default Decided into(Entry today, Images images, List<Field> disputed) {
        List<Field> fields = disputed.isEmpty() ? Arrays.asList(Field.values()) : disputed;
        return switch (this) {
            case KeepLocal() -> bring(images.local(), today, fields);
            case AcceptRemote() -> bring(images.remote(), today, fields);
            case MergeFields(Choice choice) -> keptOut(today, follow(choice, today, images));
        };
    }

    private static Decided kept(Images images, List<Field> disputed) {
        if (!(images.base() instanceof Image.Present
                && images.local() instanceof Image.Present(Entry local)
                && images.remote() instanceof Image.Present(Entry remote))) {
            return new Decided.Stands(images.local());
        }
        Sides sides = Sides.of(images.agreed(), local, remote);
        Entry result = local;
        for (Field field : Field.values()) {
            if (!isTouched(sides, field) && disputed.stream().noneMatch(field::movesWith)) {
                result = field.copy(result, remote);
            }
        }
        return result.equals(local) ? new Decided.Stands(images.local()) : judged(result);
    }

    private static boolean isTouched(Sides sides, Field field) {
        return Arrays.stream(Field.values())
                .anyMatch(other -> field.movesWith(other) && sides.changed(Side.LOCAL, other));
    }

    private static Decided bring(Image side, Entry today, List<Field> fields) {
        return switch (side) {
            case Image.Voided() -> new Decided.NothingToMerge();
            case Image.Present(Entry held) -> {
                Entry brought = Choice.of(fields, Side.LOCAL).in(today, held, held);
                yield judged(keptOut(today, brought));
            }
        };
    }

    private static Decided keptOut(Entry today, Decided decided) {
        return decided instanceof Decided.Stands(Image.Present(Entry brought))
                ? judged(keptOut(today, brought))
                : decided;
    }

    /** A vehicle that left stays outside, whatever is brought back of the time when it was inside. */
    private static Entry keptOut(Entry today, Entry brought) {
        return !today.isInside() && brought.isInside() ? brought.with(charged(today, brought)) : brought;
    }

    /** An older fee comes back without taking the vehicle inside again. */
    private static Stay charged(Entry today, Entry held) {
        Stay left = today.stay();
        Stay older = held.stay();
        return new Stay(
                left.status(),
                left.exitTime(),
                older.fee(),
                left.computedFee(),
                older.feeManuallySet(),
                older.feeReason());
    }

    private static Decided follow(Choice choice, Entry otherwise, Images images) {
        List<FieldError> faults = choice.faults();
        if (!faults.isEmpty()) {
            return new Decided.AtFault(faults);
        }
        return images.local() instanceof Image.Present(Entry local)
                        && images.remote() instanceof Image.Present(Entry remote)
                ? judged(choice.in(otherwise, local, remote))
                : new Decided.NothingToMerge();
    }

    private static Decided judged(Entry entry) {
        List<FieldError> faults = EntryRules.faults(entry);
        return faults.isEmpty() ? new Decided.Stands(new Image.Present(entry)) : new Decided.AtFault(faults);
    }
}
