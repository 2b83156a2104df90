package gatebook.rules.merge;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Stay;
import gatebook.rules.merge.Verdict.AskPerson;
import gatebook.rules.merge.Verdict.KeepLocal;
import gatebook.rules.merge.Verdict.Merged;
import gatebook.rules.merge.Verdict.Same;
import gatebook.rules.merge.Verdict.TakeRemote;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of every decision, tried on many drawn records; a failure names the seed that repeats it. */
class MergePropertyTest {
    private static final int SEEDS = 20_000;
    private static final Policy ALL_LOCAL = everywhere(Strategy.LOCAL_WINS);
    private static final Policy ALL_REMOTE = everywhere(Strategy.REMOTE_WINS);

    /** One record in three versions, and a site's choice. */
    private record Trial(Optional<Image> base, Image local, Image remote, Policy policy) {
        Verdict verdict() {
            return Merge.decide(base, local, remote, policy);
        }

        Trial turnedRound() {
            return new Trial(base, /* local= */ remote, /* remote= */ local, policy);
        }

        Trial under(Policy other) {
            return new Trial(base, local, remote, other);
        }
    }

    @Test
    void decidesTheSameEachTime() {
        each(trial -> assertThat(trial.verdict()).isEqualTo(trial.verdict()));
    }

    @Test
    void findsNothingToDoWhereAndOnlyWhereBothHoldTheSame() {
        each(trial -> assertThat(trial.verdict() instanceof Same)
                .isEqualTo(trial.local().equals(trial.remote())));
    }

    @Test
    void takesTheSideThatAloneDidSomething() {
        each(trial -> {
            Image base = trial.base().orElse(trial.local());
            Trial idleHere = new Trial(Optional.of(base), base, trial.remote(), trial.policy());
            if (!base.equals(trial.remote())) {
                assertThat(idleHere.verdict()).isEqualTo(new TakeRemote());
                assertThat(
                                sameContent(base, trial.remote())
                                        ? new KeepLocal()
                                        : idleHere.turnedRound().verdict())
                        .isEqualTo(new KeepLocal());
            }
        });
    }

    @Test
    void makesNoDifferenceOfATimeOfEdit() {
        each(trial -> {
            if (sameContent(trial.local(), trial.remote()) && !trial.local().equals(trial.remote())) {
                assertThat(trial.verdict()).isInstanceOfAny(TakeRemote.class, AskPerson.class);
                assertThat(trial.turnedRound().verdict()).isInstanceOfAny(TakeRemote.class, AskPerson.class);
            }
        });
    }

    @Test
    void losesNoChangeWithoutRecordingIt() {
        each(trial -> {
            if (!(agreed(trial) instanceof Image.Present(Entry base))) {
                return;
            }
            Verdict verdict = trial.verdict();
            List<Field> overlaps = verdict instanceof Merged merged ? merged.overlaps() : List.of();
            kept(trial)
                    .ifPresent(kept -> entries(trial)
                            .forEach(side -> contentFields()
                                    .filter(field -> !Objects.equals(field.in(side), field.in(base)))
                                    .filter(field -> !Objects.equals(field.in(side), field.in(kept)))
                                    .forEach(lost -> assertThat(overlaps).contains(lost))));
        });
    }

    @Test
    void comesToOneEntryWhicheverDeskDecidesWhereNothingOverlaps() {
        each(trial -> {
            if (trial.verdict() instanceof Merged merged && merged.overlaps().isEmpty()) {
                assertThat(trial.turnedRound().verdict()).isEqualTo(merged);
            }
        });
    }

    @Test
    void keepsTheSameValuesWhenTheSideThatWinsIsTheSame() {
        each(trial -> {
            Trial here = trial.under(ALL_LOCAL);
            Trial there = trial.turnedRound().under(ALL_REMOTE);
            assertThat(kept(here).map(MergePropertyTest::content))
                    .isEqualTo(kept(there).map(MergePropertyTest::content));
        });
    }

    @Test
    void asksAboutMoneyAndVoidsWhicheverDeskDecidesAndWhateverTheSiteChose() {
        each(trial -> {
            boolean grave =
                    trial.verdict() instanceof AskPerson ask && ask.type() == ConflictType.BUSINESS_RULE_VIOLATION;
            for (Policy policy : List.of(Policy.DEFAULT, ALL_LOCAL, ALL_REMOTE)) {
                assertThat(trial.turnedRound().under(policy).verdict() instanceof AskPerson ask
                                && ask.type() == ConflictType.BUSINESS_RULE_VIOLATION)
                        .isEqualTo(grave);
            }
        });
    }

    @Test
    void neverLosesMoneyThatASideRecordedSinceBothAgreed() {
        each(trial -> {
            Optional<Entry> base =
                    agreed(trial) instanceof Image.Present(Entry entry) ? Optional.of(entry) : Optional.empty();
            if (trial.verdict() instanceof AskPerson) {
                return;
            }
            for (Entry side : entries(trial)) {
                if (isMoney(side) && !base.map(MergePropertyTest::till).equals(Optional.of(till(side)))) {
                    assertThat(kept(trial).map(MergePropertyTest::till)).contains(till(side));
                }
            }
        });
    }

    @Test
    void keepsAnAgreedPaymentUnlessASideTookItBack() {
        each(trial -> {
            if (agreed(trial) instanceof Image.Present(Entry base)
                    && isMoney(base)
                    && entries(trial).size() == 2
                    && entries(trial).stream().allMatch(MergePropertyTest::isMoney)) {
                kept(trial).ifPresent(kept -> assertThat(isMoney(kept)).isTrue());
            }
        });
    }

    @Test
    void neverTakesAVehicleBackInsideThatASideWroteOut() {
        each(trial -> {
            if (agreed(trial) instanceof Image.Present(Entry base) && base.isInside()) {
                boolean wroteOut = entries(trial).stream().anyMatch(side -> !side.isInside());
                kept(trial).ifPresent(kept -> assertThat(kept.isInside()).isEqualTo(!wroteOut));
            }
        });
    }

    @Test
    void neverMergesIntoAContradiction() {
        each(trial -> {
            if (trial.verdict() instanceof Merged merged && !isImageOf(trial.remote(), merged.result())) {
                assertThat(EntryRules.faults(merged.result())).isEmpty();
            }
        });
    }

    @Test
    void staysPutOnceMerged() {
        each(trial -> {
            if (trial.verdict() instanceof Merged merged) {
                Image result = new Image.Present(merged.result());
                Verdict sender = Merge.decide(Optional.of(trial.remote()), result, trial.remote(), trial.policy());
                Verdict other = Merge.decide(Optional.of(trial.remote()), trial.remote(), result, trial.policy());
                assertThat(sender).isInstanceOfAny(KeepLocal.class, TakeRemote.class, Same.class);
                assertThat(other).isInstanceOfAny(TakeRemote.class, Same.class);
            }
        });
    }

    @Test
    void carriesTheLaterTimeOfEditUnlessTheCloudsImageStandsWhole() {
        each(trial -> {
            if (trial.verdict() instanceof Merged merged && !isImageOf(trial.remote(), merged.result())) {
                Instant latest = entries(trial).stream()
                        .map(side -> side.authorship().lastModified())
                        .max(Instant::compareTo)
                        .orElseThrow();
                assertThat(merged.result().authorship().lastModified()).isEqualTo(latest);
            }
        });
    }

    @Test
    void triesEveryKindOfDecisionOften() {
        Map<String, Integer> seen = new TreeMap<>();
        each(trial -> seen.merge(kind(trial.verdict()), 1, Integer::sum));
        assertThat(seen)
                .containsOnlyKeys(
                        "AskPerson BUSINESS_RULE_VIOLATION",
                        "AskPerson DATA_INCONSISTENCY",
                        "AskPerson VERSION_MISMATCH",
                        "KeepLocal",
                        "Merged",
                        "Merged with overlaps",
                        "Same",
                        "TakeRemote")
                .allSatisfy((kind, times) -> assertThat(times).as(kind).isGreaterThan(SEEDS / 200));
    }

    private static String kind(Verdict verdict) {
        return switch (verdict) {
            case Same() -> "Same";
            case TakeRemote() -> "TakeRemote";
            case KeepLocal() -> "KeepLocal";
            case Merged merged -> merged.overlaps().isEmpty() ? "Merged" : "Merged with overlaps";
            case AskPerson ask -> "AskPerson " + ask.type();
        };
    }

    private static void each(Consumer<Trial> promise) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Trial trial = trial(new Chance(seed));
            try {
                promise.accept(trial);
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed + ": " + trial + " came to " + trial.verdict(), broken);
            }
        }
    }

    private static Trial trial(Chance chance) {
        Entry agreed = chance.agreed();
        Image local = chance.after(agreed);
        Image remote = chance.below(10) == 0 ? local : chance.after(agreed);
        Optional<Image> base = switch (chance.below(10)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Image.Voided());
            default -> Optional.of(new Image.Present(agreed));
        };
        return new Trial(base, local, remote, chance.policy());
    }

    private static Image agreed(Trial trial) {
        return trial.base().orElseGet(Image.Voided::new);
    }

    private static List<Entry> entries(Trial trial) {
        return Stream.of(trial.local(), trial.remote())
                .flatMap(image -> image instanceof Image.Present(Entry entry) ? Stream.of(entry) : Stream.empty())
                .toList();
    }

    /** The entry that stands after the verdict; empty where a person decides or the record is void. */
    private static Optional<Entry> kept(Trial trial) {
        return switch (trial.verdict()) {
            case Same() -> entry(trial.remote());
            case TakeRemote() -> entry(trial.remote());
            case KeepLocal() -> entry(trial.local());
            case Merged merged -> Optional.of(merged.result());
            case AskPerson ask -> Optional.empty();
        };
    }

    private static Optional<Entry> entry(Image image) {
        return switch (image) {
            case Image.Present(Entry entry) -> Optional.of(entry);
            case Image.Voided() -> Optional.empty();
        };
    }

    private static boolean isImageOf(Image image, Entry entry) {
        return image.equals(new Image.Present(entry));
    }

    private static boolean sameContent(Image one, Image other) {
        return entry(one).map(MergePropertyTest::content).equals(entry(other).map(MergePropertyTest::content));
    }

    private static Entry content(Entry entry) {
        return entry.with(entry.authorship().touched(Instant.EPOCH));
    }

    private static Stream<Field> contentFields() {
        return Arrays.stream(Field.values()).filter(field -> field.group() != FieldGroup.IDENTITY);
    }

    /** A receipt: how it was paid and how much. */
    private static List<Object> till(Entry entry) {
        Stay stay = entry.stay();
        Payment payment = entry.payment();
        return List.of(payment, stay.fee());
    }

    private static boolean isMoney(Entry entry) {
        return entry.payment().status() == PaymentStatus.PAID || entry.payment().status() == PaymentStatus.REFUNDED;
    }

    private static Policy everywhere(Strategy strategy) {
        Map<FieldGroup, Strategy> chosen = new EnumMap<>(FieldGroup.class);
        Arrays.stream(FieldGroup.values()).forEach(group -> chosen.put(group, strategy));
        return new Policy(chosen);
    }
}
