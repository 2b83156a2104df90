package gatebook.sim.run;

import gatebook.sim.site.Make;
import gatebook.store.exchange.Outbox;
import gatebook.sync.engine.Effect;
import gatebook.sync.engine.Event;
import gatebook.sync.engine.Timer;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.push.PushAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The shipped engine with one effect of its left out, altered or repeated. */
final class BrokenEngines {
    private BrokenEngines() {}

    static Map<String, Make> all() {
        return Map.ofEntries(
                Map.entry("never settles an answer", without(Effect.Settle.class)),
                Map.entry("never releases a batch that failed", without(Effect.Release.class)),
                Map.entry("leaves what a dead process was sending", without(Effect.ReleaseAll.class)),
                Map.entry("never sets a timer", without(Effect.SetTimer.class)),
                Map.entry("never applies a page", without(Effect.ApplyPage.class)),
                Map.entry("forgets to start over", without(Effect.StartOver.class)),
                Map.entry("never notes that it healed", without(Effect.NoteHealed.class)),
                Map.entry("never repairs", without(Effect.RepairRecords.class)),
                Map.entry("never asks whether the cloud is well", without(Effect.CheckHealth.class)),
                Map.entry("never loads", without(Effect.LoadAll.class)),
                Map.entry("loses the last change of a page", each(BrokenEngines::shorterPage)),
                Map.entry("loses the last outcome of an answer", each(BrokenEngines::shorterAnswer)),
                Map.entry("takes the first outcome for all", each(BrokenEngines::firstOutcomeForAll)),
                Map.entry("sends every batch twice", twice(Effect.SendPush.class)),
                Map.entry("polls without a pause", each(BrokenEngines::impatient)),
                Map.entry("is deaf to a fault of the store", deafTo(Event.StoreFailed.class)),
                Map.entry("is deaf to failed requests", deafTo(Event.RequestFailed.class)),
                Map.entry("is deaf to what is settled", deafTo(Event.Settled.class)));
    }

    private static Make made(Function<Function<Event, List<Effect>>, Function<Event, List<Effect>>> wrapping) {
        return Make.HONEST.withEngine(wrapping::apply);
    }

    private static Make without(Class<? extends Effect> kind) {
        return each(effect -> kind.isInstance(effect) ? Stream.empty() : Stream.of(effect));
    }

    private static Make twice(Class<? extends Effect> kind) {
        return each(effect -> kind.isInstance(effect) ? Stream.of(effect, effect) : Stream.of(effect));
    }

    private static Make each(Function<Effect, Stream<Effect>> change) {
        return made(
                engine -> event -> engine.apply(event).stream().flatMap(change).toList());
    }

    private static Make deafTo(Class<? extends Event> kind) {
        return made(engine -> event -> kind.isInstance(event) ? List.of() : engine.apply(event));
    }

    private static Stream<Effect> shorterPage(Effect effect) {
        if (effect instanceof Effect.ApplyPage(ChangesPage page)
                && !page.changes().isEmpty()) {
            List<Change> fewer = page.changes().subList(0, page.changes().size() - 1);
            return Stream.of(new Effect.ApplyPage(
                    new ChangesPage(page.history(), fewer, page.cursor(), page.more(), page.policy())));
        }
        return Stream.of(effect);
    }

    private static Stream<Effect> shorterAnswer(Effect effect) {
        if (effect instanceof Effect.Settle(Outbox.Batch batch, PushAnswer answer)
                && !answer.results().isEmpty()) {
            List<PushAnswer.Result> fewer =
                    answer.results().subList(0, answer.results().size() - 1);
            return Stream.of(
                    new Effect.Settle(batch, new PushAnswer(answer.history(), fewer, answer.cursor(), answer.end())));
        }
        return Stream.of(effect);
    }

    private static Stream<Effect> firstOutcomeForAll(Effect effect) {
        if (effect instanceof Effect.Settle(Outbox.Batch batch, PushAnswer answer)
                && !answer.results().isEmpty()) {
            var first = answer.results().getFirst().outcome();
            List<PushAnswer.Result> alike = answer.results().stream()
                    .map(result -> new PushAnswer.Result(result.opId(), first))
                    .toList();
            return Stream.of(
                    new Effect.Settle(batch, new PushAnswer(answer.history(), alike, answer.cursor(), answer.end())));
        }
        return Stream.of(effect);
    }

    private static Stream<Effect> impatient(Effect effect) {
        return effect instanceof Effect.SetTimer(Timer timer, Duration _) && timer == Timer.CYCLE
                ? Stream.of(new Effect.SetTimer(timer, Duration.ofSeconds(1)))
                : Stream.of(effect);
    }
}
