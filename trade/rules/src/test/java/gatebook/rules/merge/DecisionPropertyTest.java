package gatebook.rules.merge;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds of whatever a person decides, tried on many drawn records; a failure names the seed that repeats it. */
class DecisionPropertyTest {
    private static final int SEEDS = 20_000;

    /** One conflict, and who draws what a person says of it. */
    private record Trial(Images images, Policy policy, List<Field> disputed) {
        Decided decide(Decision decision) {
            return decision.between(images, policy, disputed);
        }

        boolean bothLive() {
            return images.local() instanceof Image.Present && images.remote() instanceof Image.Present;
        }
    }

    @Test
    void anAcceptedSideStandsAsItIs() {
        each((trial, chance) -> assertThat(trial.decide(new Decision.AcceptRemote()))
                .isEqualTo(new Decided.Stands(trial.images().remote())));
    }

    @Test
    void keptLocalNothingThatWasDoneHereAndNothingDisputedIsLost() {
        each((trial, chance) -> {
            if (trial.decide(new Decision.KeepLocal()) instanceof Decided.Stands(Image.Present(Entry stands))
                    && trial.images().local() instanceof Image.Present(Entry local)
                    && trial.images().remote() instanceof Image.Present(Entry remote)) {
                Sides sides = Sides.of(trial.images().agreed(), local, remote);
                for (Field field : Field.values()) {
                    if (sides.changed(Side.LOCAL, field) || trial.disputed().contains(field)) {
                        assertThat(field.in(stands)).isEqualTo(field.in(local));
                    } else {
                        assertThat(field.in(stands)).isIn(field.in(local), field.in(remote));
                    }
                }
            }
        });
    }

    @Test
    void everyFieldThatWasChosenComesFromItsSide() {
        each((trial, chance) -> {
            Choice choice = choice(chance);
            if (trial.decide(new Decision.MergeFields(choice)) instanceof Decided.Stands(Image.Present(Entry stands))) {
                assertThat(trial.bothLive()).isTrue();
                choice.taken().forEach((field, side) -> {
                    Image from = side == Side.LOCAL
                            ? trial.images().local()
                            : trial.images().remote();
                    assertThat(field.in(stands)).isEqualTo(field.in(((Image.Present) from).entry()));
                });
            }
        });
    }

    @Test
    void whatIsMergedIsSoundAndInventsNoValue() {
        each((trial, chance) -> {
            if (trial.decide(new Decision.MergeFields(choice(chance)))
                            instanceof Decided.Stands(Image.Present(Entry stands))
                    && trial.images().local() instanceof Image.Present(Entry local)
                    && trial.images().remote() instanceof Image.Present(Entry remote)) {
                assertThat(EntryRules.faults(stands)).isEmpty();
                assertThat(Field.values())
                        .allMatch(field -> Objects.equals(field.in(stands), field.in(local))
                                || Objects.equals(field.in(stands), field.in(remote)));
            }
        });
    }

    @Test
    void thereIsNothingToMergeWhereAndOnlyWhereASideIsVoid() {
        each((trial, chance) -> assertThat(
                        trial.decide(new Decision.MergeFields(Choice.NONE)) instanceof Decided.NothingToMerge)
                .isEqualTo(!trial.bothLive()));
    }

    @Test
    void theSuggestionIsWhatTheRulesWouldMerge() {
        each((trial, chance) -> {
            Images images = trial.images();
            Verdict verdict = Merge.decide(images.agreed(), images.local(), images.remote(), trial.policy());
            Optional<Suggestion> suggestion = Suggestion.of(images, trial.policy());
            if (verdict instanceof Verdict.Merged merged) {
                Entry offered = suggestion.orElseThrow().result();
                assertThat(offered.with(merged.result().authorship())).isEqualTo(merged.result());
            }
            assertThat(suggestion.isPresent()).isEqualTo(trial.bothLive());
        });
    }

    @Test
    void whoDecidesTheSameContestsNothing() {
        each((trial, chance) -> {
            Images again = new Images(
                    trial.images().remote(),
                    trial.images().local(),
                    trial.images().local());
            assertThat(SecondDecision.contested(again, trial.disputed())).isEmpty();
        });
    }

    private static Choice choice(Chance chance) {
        Map<FieldGroup, Side> sides = new EnumMap<>(FieldGroup.class);
        Map<Field, Side> taken = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (field.group() != FieldGroup.IDENTITY && chance.below(4) == 0) {
                Side drawn = chance.oneOf(List.of(Side.values()));
                taken.put(
                        field,
                        field.group() == FieldGroup.DESCRIPTION
                                ? drawn
                                : sides.computeIfAbsent(field.group(), group -> drawn));
            }
        }
        return new Choice(taken);
    }

    private static void each(BiConsumer<Trial, Chance> promise) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Chance chance = new Chance(seed);
            Entry agreed = chance.agreed();
            Image base = chance.below(5) == 0 ? null : new Image.Present(agreed);
            Images images = new Images(base, chance.after(agreed), chance.after(agreed));
            List<Field> disputed = Arrays.stream(Field.values())
                    .filter(field -> field.group() != FieldGroup.IDENTITY && chance.below(6) == 0)
                    .toList();
            try {
                promise.accept(new Trial(images, chance.policy(), disputed), chance);
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError("seed " + seed, failed);
            }
        }
    }
}
