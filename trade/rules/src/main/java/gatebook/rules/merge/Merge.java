package gatebook.rules.merge;

import gatebook.rules.entry.Authorship;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The seed's ConflictResolver as a pure function: decisions 0004 and 0009. (Two entries of one
 * vehicle, is {@link DuplicateVehicle}.)
 *
 * <p>Numbers and authorship are the cloud's. {@code last_modified} never makes a difference by itself: where the cloud's
 * content stands whole, its image is taken as it is, even if older by the clock, so that all desks end equal and nothing
 * is sent for the sake of a time; a merged entry carries the later one.
 */
public final class Merge {
    private Merge() {}

    /**
     * Decides one record. The same three images and policy give the same verdict at every desk.
     *
     * @param base what the cloud held when local and remote last agreed; empty when that is not known, and then every
     *     field that differs counts as changed on both sides, save that a stay still parked and a payment still open
     *     count as not yet touched
     * @throws IllegalArgumentException if the images are of different entries
     */
    public static Verdict decide(Optional<Image> base, Image local, Image remote, Policy policy) {
        return switch (local) {
            case Image.Present(Entry here) ->
                switch (remote) {
                    case Image.Present(Entry there) -> both(Sides.of(base, here, there), policy);
                    case Image.Voided() ->
                        VoidAgainstChange.decide(base, here, new Verdict.TakeRemote(), new Verdict.KeepLocal());
                };
            case Image.Voided() ->
                switch (remote) {
                    case Image.Present(Entry there) ->
                        VoidAgainstChange.decide(base, there, new Verdict.KeepLocal(), new Verdict.TakeRemote());
                    case Image.Voided() -> new Verdict.Same();
                };
        };
    }

    private static Verdict both(Sides sides, Policy policy) {
        if (sides.local().equals(sides.remote())) {
            return new Verdict.Same();
        }
        Entry result = together(sides, policy);
        Set<Field> overlaps = Overlaps.in(sides, result);
        if (MoneyOnBothSides.in(sides)) {
            return ask(ConflictType.BUSINESS_RULE_VIOLATION, overlaps, MoneyOnBothSides.fields(sides));
        }
        if (overlaps.stream().anyMatch(field -> policy.on(field.group()) == Strategy.MANUAL_REVIEW)) {
            return ask(ConflictType.VERSION_MISMATCH, overlaps, Set.of());
        }
        overlaps.addAll(OutgrownFee.in(sides, result));
        return settled(sides, result, overlaps, policy);
    }

    /** What the rules make of both sides, whether or not one of them says that a person has to decide. */
    static Entry together(Sides sides, Policy policy) {
        return Till.settle(sides, policy, LoneFields.settle(sides, policy, sides.remote()));
    }

    /** No rule objects to the result; what is left is to see whose it is, and whether it contradicts itself. */
    private static Verdict settled(Sides sides, Entry result, Set<Field> overlaps, Policy policy) {
        boolean remoteStands = result.equals(sides.remote());
        if (overlaps.isEmpty() && remoteStands) {
            return new Verdict.TakeRemote();
        }
        Instant here = sides.local().authorship().lastModified();
        if (overlaps.isEmpty() && touched(result, here).equals(sides.local())) {
            return new Verdict.KeepLocal();
        }
        List<FieldError> faults = EntryRules.faults(result);
        if (!faults.isEmpty()) {
            return ask(ConflictType.DATA_INCONSISTENCY, overlaps, atFault(faults));
        }
        Instant there = sides.remote().authorship().lastModified();
        Entry merged = remoteStands || !here.isAfter(there) ? result : touched(result, here);
        return new Verdict.Merged(
                merged,
                List.copyOf(overlaps),
                ConflictType.VERSION_MISMATCH,
                strategy(sides, result, overlaps, policy));
    }

    private static Entry touched(Entry entry, Instant at) {
        Authorship written = entry.authorship();
        return entry.with(written.touched(at));
    }

    private static Verdict ask(ConflictType type, Set<Field> overlaps, Set<Field> besides) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        fields.addAll(overlaps);
        fields.addAll(besides);
        return new Verdict.AskPerson(type, List.copyOf(fields));
    }

    private static Set<Field> atFault(List<FieldError> faults) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (FieldError fault : faults) {
            Field.named(fault.field()).ifPresent(fields::add);
            if (fault.code() == FieldFault.EXIT_BEFORE_ENTRY) {
                fields.add(Field.ENTRY_TIME);
            }
        }
        return fields;
    }

    /** How the gravest overlaps were settled; a rule of the trade that went before the site's choice is a merge. */
    private static Strategy strategy(Sides sides, Entry result, Set<Field> overlaps, Policy policy) {
        List<Field> critical = overlaps.stream()
                .filter(field -> field.group() != FieldGroup.DESCRIPTION)
                .toList();
        if (critical.isEmpty()) {
            return overlaps.isEmpty() ? Strategy.MERGE_INTELLIGENT : policy.on(FieldGroup.DESCRIPTION);
        }
        Strategy chosen = policy.on(critical.getFirst().group());
        Entry winner = sides.of(Side.winning(chosen));
        boolean kept = critical.stream().allMatch(field -> Objects.equals(field.in(result), field.in(winner)));
        return kept ? chosen : Strategy.MERGE_INTELLIGENT;
    }
}
