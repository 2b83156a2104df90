package gatebook.rules.undo;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.Entries;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.merge.Chance;
import gatebook.rules.merge.Image;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds of every undo, tried on many drawn histories; a failure names the seed that repeats it. */
class UndoPropertyTest {
    private static final int SEEDS = 10_000;
    private static final int RUNS = 3;

    /** After the time at which most drawn vehicles leave, so that some records contradict themselves. */
    private static final Instant LATE = Entries.NOON.plusSeconds(1800);

    /** A record that went through runs 1 to 3, work at the desk and undos, and a run of those to undo. */
    private record Trial(Chance chance, Past past, long run, Scope scope) {
        UndoVerdict verdict() {
            return past.judge(run, scope);
        }

        /** Where in the history the run last stood behind a change of the part; -1 if it never did. */
        int lastSet(Part part) {
            List<Step> steps = past.steps();
            for (int at = steps.size() - 1; at >= 0; at--) {
                if (steps.get(at).maker().is(new RunId(run)) && changes(part, at)) {
                    return at;
                }
            }
            return -1;
        }

        /** Against the values that the record had last, if it was voided in between. */
        boolean changes(Part part, int at) {
            if (!(past.steps().get(at).after() instanceof Image.Present(Entry after))) {
                return false;
            }
            for (Step step : past.steps().subList(0, at + 1).reversed()) {
                if (step.before() instanceof Image.Present(Entry before)) {
                    return !part.same(before, after);
                }
            }
            return true;
        }
    }

    @Test
    @DisplayName("P9: undoing the last thing that happened restores exactly what was before it")
    void p9RestoresWhatWasThereBefore() {
        each(trial -> {
            Past past = trial.past();
            Standing before = past.now();
            runs(trial.chance(), past, 50);
            Past undone = past.undo(51, 50, Scope.ALL);
            if (EntryRules.faults(before.entry()).isEmpty()) {
                assertSame(undone.now(), before);
            }
        });
    }

    @Test
    @DisplayName("U3: an undo of an undo is as if there had been none, where nothing came between")
    void undoOfAnUndoIsNone() {
        each(trial -> {
            Past past = trial.past();
            Standing before = past.now();
            past.undo(60, trial.run(), trial.scope());
            past.undo(61, 60, trial.scope());
            if (EntryRules.faults(before.entry()).isEmpty()) {
                assertSame(past.now(), before);
            }
        });
    }

    @Test
    void aSecondUndoFindsNothingLeft() {
        each(trial -> {
            Past past = trial.past().undo(60, trial.run(), trial.scope());
            assertThat(past.judge(trial.run(), trial.scope()))
                    .isNotInstanceOfAny(
                            UndoVerdict.Restored.class, UndoVerdict.Revived.class, UndoVerdict.Voided.class);
        });
    }

    @Test
    void runsUndoneNewestFirstLeaveWhatWasBeforeThem() {
        each(trial -> {
            Past past = trial.past();
            Standing before = past.now();
            Deque<Long> done = new ArrayDeque<>();
            for (long run = 50; run < 50 + RUNS; run++) {
                runs(trial.chance(), past, run);
                done.push(run);
            }
            boolean sound = soundSince(past, before);
            long undo = 80;
            for (long run : done) {
                past.undo(undo++, run, Scope.ALL);
            }
            if (sound) {
                assertSame(past.now(), before);
            }
        });
    }

    @Test
    @DisplayName("U2: later work is never lost")
    void laterWorkIsNeverLost() {
        each(trial -> {
            Standing before = trial.past().now();
            Entry after = trial.past().undo(60, trial.run(), trial.scope()).entry();
            List<Step> steps = trial.past().steps();
            for (Part part : Part.values()) {
                int last = trial.lastSet(part);
                for (int at = Math.max(0, last + 1); at < steps.size() - 1 && last >= 0; at++) {
                    boolean noUndoSince = steps.subList(at + 1, steps.size()).stream()
                            .limit(Math.max(0, steps.size() - at - 2))
                            .noneMatch(step -> step.maker() instanceof Maker.Undo);
                    if (steps.get(at).maker() instanceof Maker.Desk && trial.changes(part, at) && noUndoSince) {
                        assertThat(part.same(after, before.entry()))
                                .as("%s", part)
                                .isTrue();
                    }
                }
            }
        });
    }

    @Test
    void noPartIsTornAndNoValueMadeUp() {
        each(trial -> {
            List<Step> steps = trial.past().steps();
            Entry after = trial.past().undo(60, trial.run(), trial.scope()).entry();
            for (Part part : Part.values()) {
                assertThat(steps.stream()
                                .anyMatch(
                                        step -> holds(step.before(), part, after) || holds(step.after(), part, after)))
                        .as("%s", part)
                        .isTrue();
            }
        });
    }

    @Test
    @DisplayName("P11: money that was recorded at the desk since the run stays, with its amount")
    void moneyRecordedSinceStays() {
        each(trial -> {
            Past past = trial.past();
            runs(trial.chance(), past, 50);
            if (past.now().life() == Life.VOIDED) {
                return;
            }
            Entry entry = past.entry();
            past.here(trial.chance().worked(entry));
            Entry worked = past.entry();
            boolean recorded = worked.payment().status() == PaymentStatus.PAID
                    && !(Part.PAYMENT.same(entry, worked) && Part.STAY.same(entry, worked));
            Standing undone = past.undo(60, 50, Scope.ALL).now();
            if (recorded) {
                assertThat(undone.life()).isEqualTo(Life.LIVE);
                assertThat(undone.entry().payment()).isEqualTo(worked.payment());
                assertThat(undone.entry().stay()).isEqualTo(worked.stay());
            }
        });
    }

    @Test
    void neverMakesAContradiction() {
        each(trial -> {
            UndoVerdict verdict = trial.verdict();
            if (verdict instanceof UndoVerdict.Restored || verdict instanceof UndoVerdict.Revived) {
                assertThat(EntryRules.faults(trial.past()
                                .undo(60, trial.run(), trial.scope())
                                .entry()))
                        .isEmpty();
            }
        });
    }

    @Test
    void triesEveryVerdictOften() {
        Map<String, Integer> seen = new TreeMap<>();
        each(trial -> seen.merge(trial.verdict().getClass().getSimpleName(), 1, Integer::sum));
        assertThat(seen)
                .containsOnlyKeys(Arrays.stream(UndoVerdict.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toArray(String[]::new))
                .allSatisfy((kind, times) -> assertThat(times).as(kind).isGreaterThan(SEEDS / 200));
    }

    private static boolean soundSince(Past past, Standing before) {
        return EntryRules.faults(before.entry()).isEmpty()
                && past.steps().stream().allMatch(step -> isSound(step.before()) && isSound(step.after()));
    }

    private static boolean isSound(Image image) {
        return !(image instanceof Image.Present(Entry entry))
                || EntryRules.faults(entry).isEmpty();
    }

    private static boolean holds(Image image, Part part, Entry entry) {
        return image instanceof Image.Present(Entry held) && part.same(held, entry);
    }

    /** A voided record's values are not compared: it is in no list. */
    private static void assertSame(Standing is, Standing was) {
        assertThat(is.life()).isEqualTo(was.life());
        if (was.life() == Life.LIVE) {
            assertThat(Arrays.stream(Part.values()).filter(part -> !part.same(is.entry(), was.entry())))
                    .isEmpty();
        }
    }

    private static void each(Consumer<Trial> promise) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Trial trial = trial(new Chance(seed));
            try {
                promise.accept(trial);
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError(
                        "seed " + seed + ", run " + trial.run() + ", " + trial.scope() + ": " + words(trial), broken);
            }
        }
    }

    /** Each step by its maker and what it changed. */
    private static String words(Trial trial) {
        StringBuilder words = new StringBuilder();
        for (int at = 0; at < trial.past().steps().size(); at++) {
            Step step = trial.past().steps().get(at);
            words.append("\n").append(step.maker()).append(step.after() instanceof Image.Voided ? " voids" : "");
            for (Part part : Part.values()) {
                words.append(trial.changes(part, at) ? " " + part : "");
            }
        }
        return words.toString();
    }

    private static Trial trial(Chance chance) {
        Entry first = chance.agreed();
        long bringer = 1L + chance.below(RUNS);
        Past past = chance.below(3) == 0 ? Past.brought(bringer, first) : Past.written(first);
        int stretches = chance.below(6);
        for (int at = 0; at < stretches; at++) {
            switch (chance.below(5)) {
                case 0, 1 -> works(chance, past, new Maker.Desk());
                case 2 -> past.undo(20 + at, 1 + chance.below(RUNS), chance.oneOf(List.of(Scope.values())));
                default -> runs(chance, past, 1 + chance.below(RUNS));
            }
        }
        return new Trial(chance, past, 1 + chance.below(RUNS), chance.oneOf(List.of(Scope.values())));
    }

    private static void runs(Chance chance, Past past, long run) {
        int steps = 1 + chance.below(2);
        Life life = past.now().life();
        // What a run brings back and voids again is of no interest to anybody.
        for (int at = 0; at < steps && past.now().life() == life; at++) {
            works(chance, past, Past.run(run));
        }
    }

    private static void works(Chance chance, Past past, Maker maker) {
        if (past.now().life() == Life.LIVE && chance.below(10) == 0) {
            past.voided(maker);
        } else if (past.now().life() == Life.LIVE || chance.below(3) == 0) {
            Entry worked = chance.worked(past.entry());
            past.becomes(maker, chance.below(8) == 0 ? worked.withEntryTime(LATE) : worked);
        }
    }
}
