package gatebook.sync.engine;

import static gatebook.sync.engine.Messages.C1;
import static gatebook.sync.engine.Messages.C2;
import static gatebook.sync.engine.Messages.NONE;
import static gatebook.sync.engine.Messages.STARTED_OVER;
import static gatebook.sync.engine.Messages.answer;
import static gatebook.sync.engine.Messages.batch;
import static gatebook.sync.engine.Messages.batchOf;
import static gatebook.sync.engine.Messages.compared;
import static gatebook.sync.engine.Messages.failed;
import static gatebook.sync.engine.Messages.failure;
import static gatebook.sync.engine.Messages.page;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.store.exchange.Runs;
import gatebook.store.exchange.Tally;
import gatebook.sync.connectivity.Cause;
import gatebook.sync.connectivity.Connection;
import gatebook.sync.connectivity.Failure;
import gatebook.wire.compare.Span;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.PushAnswer;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine told what happened, step by step; nothing runs beside it. */
final class EngineTest {
    private static final Cursor END = new Cursor("end");
    private static final Tally ONE_PUSHED = new Tally(1, 0, 0, 0, 0, 0);
    private static final Tally ONE_MERGED = new Tally(0, 0, 1, 0, 0, 0);

    private final Engine engine = new Engine(EngineSettings.DEFAULT, new SplittableRandom(7));

    @Test
    void aCycleThatFindsNothingCostsOneSmallRequest() {
        start();
        List<Effect> asked = step(new Event.BatchTaken(NONE, 0));
        assertThat(asked).contains(new Effect.FetchPage(C1));
        List<Effect> ended = step(new Event.PageArrived(page(C1)));
        assertThat(ended).contains(new Effect.NoteNothingNew(null, null)).noneMatch(Effect.EndRun.class::isInstance);
        assertThat(timer(ended, Timer.CYCLE)).isBetween(Duration.ofSeconds(30), Duration.ofMillis(37_500));
        assertThat(engine.isIdle()).isTrue();
    }

    @Test
    void pushesUntilDryAndSettlesWhileTheNextBatchIsOnTheWire() {
        start();
        Outbox.Batch first = batch(1);
        Outbox.Batch second = batch(2);
        assertThat(step(new Event.BatchTaken(first, 2))).contains(new Effect.SendPush(first, C1, Effect.Attempt.FIRST));
        assertThat(step(new Event.PushAnswered(answer(C2)))).last().isInstanceOf(Effect.TakeBatch.class);
        assertThat(step(new Event.BatchTaken(second, 1)))
                .containsExactly(
                        new Effect.SendPush(second, C2, Effect.Attempt.FIRST), new Effect.Settle(first, answer(C2)));
        assertThat(step(new Event.Settled(ONE_PUSHED))).isEmpty();
        step(new Event.PushAnswered(answer(null)));
        assertThat(step(new Event.BatchTaken(NONE, 0))).containsExactly(new Effect.Settle(second, answer(null)));
        assertThat(step(new Event.Settled(ONE_PUSHED))).last().isInstanceOf(Effect.TakeBatch.class);
        assertThat(step(new Event.BatchTaken(NONE, 0))).contains(new Effect.FetchPage(C2));
        assertThat(step(new Event.PageArrived(page(C2))))
                .contains(new Effect.EndRun(new Tally(2, 0, 0, 0, 0, 0), Runs.RunOutcome.COMPLETED, null));
    }

    @Test
    void aDeskThatIsLevelAfterItsPushFetchesNothing() {
        start();
        assertThat(pushOne(C2)).noneMatch(Effect.FetchPage.class::isInstance);
        assertThat(engine.isIdle()).isTrue();
    }

    @Test
    void aDeskThatOthersWroteBesideFetchesAfterItsPush() {
        start();
        assertThat(pushOne(null)).contains(new Effect.FetchPage(C1));
    }

    @Test
    void newsOfItsOwnPushMakesNoFurtherRound() {
        start();
        Outbox.Batch batch = batch(1);
        step(new Event.BatchTaken(batch, 1));
        step(new Event.CloudNews(C2)); // overtakes the answer
        step(new Event.PushAnswered(answer(C2)));
        step(new Event.BatchTaken(NONE, 0));
        step(new Event.Settled(ONE_PUSHED));
        step(new Event.BatchTaken(NONE, 0));
        assertThat(engine.isIdle()).isTrue();
    }

    @Test
    void newsOfOthersDuringACycleAreFetchedInIt() {
        start();
        Outbox.Batch batch = batch(1);
        step(new Event.BatchTaken(batch, 1));
        step(new Event.PushAnswered(answer(C2)));
        step(new Event.BatchTaken(NONE, 0));
        step(new Event.CloudNews(new Cursor("c3")));
        step(new Event.Settled(ONE_PUSHED));
        assertThat(step(new Event.BatchTaken(NONE, 0))).last().isInstanceOf(Effect.TakeBatch.class);
        assertThat(step(new Event.BatchTaken(NONE, 0))).contains(new Effect.FetchPage(C2));
    }

    /** One operation is sent and settled; what is done once nothing more is to be sent. */
    private List<Effect> pushOne(@Nullable Cursor end) {
        step(new Event.BatchTaken(batch(1), 1));
        step(new Event.PushAnswered(answer(end)));
        step(new Event.BatchTaken(NONE, 0));
        step(new Event.Settled(ONE_PUSHED));
        return step(new Event.BatchTaken(NONE, 0));
    }

    @Test
    void pullsUntilDryAndFetchesTheNextPageWhileOneIsApplied() {
        start();
        step(new Event.BatchTaken(NONE, 0));
        ChangesPage first = page(C2, true);
        List<Effect> next = step(new Event.PageArrived(first));
        assertThat(next).containsSubsequence(new Effect.FetchPage(C2), new Effect.ApplyPage(first));
        step(new Event.PageApplied(new Tally(0, 1, 0, 0, 0, 0)));
        ChangesPage last = page(new Cursor("c3"), false);
        assertThat(step(new Event.PageArrived(last))).contains(new Effect.ApplyPage(last));
        assertThat(step(new Event.PageApplied(new Tally(0, 1, 0, 0, 0, 0))))
                .contains(new Effect.EndRun(new Tally(0, 2, 0, 0, 0, 0), Runs.RunOutcome.COMPLETED, null));
    }

    @Test
    void whatMergingGaveToSendGoesOutInTheSameRun() {
        start();
        step(new Event.BatchTaken(NONE, 0));
        step(new Event.PageArrived(page(C2, false)));
        assertThat(step(new Event.PageApplied(ONE_MERGED))).last().isInstanceOf(Effect.TakeBatch.class);
    }

    @Test
    void mergingForEverEndsAtABound() {
        start();
        int rounds = 0;
        while (!engine.isIdle() && rounds < 100) {
            step(new Event.BatchTaken(NONE, 0));
            step(new Event.PageArrived(page(new Cursor("r" + rounds), false)));
            step(new Event.PageApplied(ONE_MERGED));
            rounds++;
        }
        assertThat(rounds).isEqualTo(EngineSettings.DEFAULT.roundsMax() + 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.Kind.class,
            names = {"UNREACHABLE", "TOO_BUSY"})
    void aPassingFailureIsTriedThreeTimesWithGrowingWaitsAndThenTheCycleEndsOffline(Failure.Kind kind) {
        start();
        Outbox.Batch batch = batch(1);
        step(new Event.BatchTaken(batch, 1));
        Duration first = timer(step(failed(kind)), Timer.RETRY);
        assertThat(step(new Event.TimeUp(Timer.RETRY)))
                .containsExactly(new Effect.SendPush(batch, C1, Effect.Attempt.REPEATED));
        Duration second = timer(step(failed(kind)), Timer.RETRY);
        assertThat(second).isGreaterThan(first);
        step(new Event.TimeUp(Timer.RETRY));
        List<Effect> ended = step(failed(kind));
        assertThat(ended).contains(new Effect.Release(batch));
        assertThat(ended)
                .anySatisfy(effect -> assertThat(effect)
                        .isInstanceOfSatisfying(
                                Effect.EndRun.class,
                                end -> assertThat(end.outcome()).isEqualTo(Runs.RunOutcome.OFFLINE)));
        assertThat(engine.connection().isOnline()).isFalse();
        assertThat(timer(ended, Timer.CYCLE)).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.Kind.class,
            names = {"CLOUD_DOWN", "REFUSED"})
    void p4PullDoesNotWaitForAPushThatFails(Failure.Kind kind) {
        start();
        Outbox.Batch batch = batch(1);
        List<Effect> after = step(new Event.BatchTaken(batch, 1));
        while (after.stream().noneMatch(Effect.FetchPage.class::isInstance)) {
            after = step(failed(kind));
            if (after.stream().anyMatch(Effect.SetTimer.class::isInstance)) {
                after = step(new Event.TimeUp(Timer.RETRY));
            }
        }
        step(new Event.PageArrived(page(C2, false)));
        assertThat(step(new Event.PageApplied(new Tally(0, 1, 0, 0, 0, 0))))
                .contains(new Effect.EndRun(new Tally(0, 1, 0, 0, 0, 0), Runs.RunOutcome.PARTIAL, "test"));
    }

    @Test
    void theWaitThatTheCloudAsksForIsObeyedWithinBounds() {
        assertThat(waitAfter(Duration.ofSeconds(40))).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(50));
        assertThat(waitAfter(Duration.ofSeconds(-5))).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_250));
        assertThat(waitAfter(Duration.ofDays(300))).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(19));
    }

    @Test
    void aRequestThatStallsOrIsTooLargeIsHalvedAndSuccessDoublesItAgain() {
        start();
        step(new Event.BatchTaken(batchOf(500), 500));
        assertThat(taken(step(failed(Failure.Kind.STALLED)))).isEqualTo(250);
        step(new Event.BatchTaken(batchOf(250), 500));
        assertThat(taken(step(failed(Failure.Kind.TOO_LARGE)))).isEqualTo(125);
        step(new Event.BatchTaken(batchOf(125), 500));
        assertThat(taken(step(new Event.PushAnswered(answer(null))))).isEqualTo(250);
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.Kind.class,
            names = {"TOO_LARGE", "MALFORMED"})
    void aSingleOperationThatTheCloudWillNotReadIsRejectedAndTheRestGoesOn(Failure.Kind kind) {
        start();
        Outbox.Batch single = batchOf(1);
        step(new Event.BatchTaken(single, 2));
        PushAnswer rejected =
                PushAnswer.unreadable(single.operations().getFirst().opId(), "test");
        assertThat(step(failed(kind))).contains(new Effect.Settle(single, rejected));
        assertThat(step(new Event.Settled(Tally.NONE))).last().isInstanceOf(Effect.TakeBatch.class);
    }

    /** What is refused in a run waits for its time, although a person asked for the run. */
    @Test
    void whoAsksForARunGivesWhatWasRefusedOneTry() {
        List<Effect> first = step(new Event.Asked(new Order(1, new Order.Scope.Cycle())));
        assertThat(first).last().isInstanceOf(Effect.ReadPosition.class);
        assertThat(due(step(new Event.PositionRead(new Position.Fresh())))).isEqualTo(Outbox.Due.ALL);
        step(new Event.BatchTaken(batchOf(1), 1));
        assertThat(due(step(new Event.PushAnswered(answer(null))))).isEqualTo(Outbox.Due.NOW);
    }

    private static Outbox.Due due(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.TakeBatch.class::isInstance)
                .map(effect -> ((Effect.TakeBatch) effect).due())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLineThatStallsEvenForOneOperationIsGivenUp() {
        start();
        for (int requests = 0; requests < 3; requests++) {
            step(new Event.BatchTaken(batchOf(1), 1));
            step(failed(Failure.Kind.STALLED));
        }
        step(failed(Failure.Kind.STALLED));
        assertThat(engine.isIdle()).isTrue();
        assertThat(engine.connection()).isEqualTo(Connection.lost(Cause.NO_NETWORK));
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.Kind.class,
            names = {"SIGN_IN_NEEDED", "NOT_OUR_CLOUD", "DESK_CLONED"})
    void aRefusedDeskStopsAtOnceAndKeepsItsQueue(Failure.Kind kind) {
        start();
        Outbox.Batch batch = batch(1);
        step(new Event.BatchTaken(batch, 1));
        assertThat(step(failed(kind))).contains(new Effect.Release(batch)).noneMatch(Effect.Settle.class::isInstance);
        assertThat(engine.connection()).isEqualTo(Connection.lost(failure(kind).cause()));
        assertThat(engine.isIdle()).isTrue();
    }

    @Test
    void offlineTheTimerAsksASmallQuestionBeforeABatchIsPutOnTheWire() {
        goOffline();
        assertThat(step(new Event.LocalWrite())).isEmpty();
        assertThat(step(new Event.TimeUp(Timer.CYCLE))).containsExactly(new Effect.CheckHealth());
        assertThat(step(failed(Failure.Kind.UNREACHABLE))).hasSize(1);
        step(new Event.TimeUp(Timer.CYCLE));
        List<Effect> regained = step(new Event.Healthy());
        assertThat(regained)
                .contains(
                        new Effect.TellConnection(Connection.GOOD), new Effect.ReleaseAll(), new Effect.ReadPosition());
    }

    @Test
    void observersHearOfChangesOnly() {
        goOffline();
        step(new Event.TimeUp(Timer.CYCLE));
        assertThat(step(failed(Failure.Kind.UNREACHABLE))).noneMatch(Effect.TellConnection.class::isInstance);
        step(new Event.TimeUp(Timer.CYCLE));
        assertThat(step(failed(Failure.Kind.NOT_OUR_CLOUD)))
                .contains(new Effect.TellConnection(Connection.lost(Cause.NOT_OUR_CLOUD)));
    }

    @Test
    void newsUpToWhereThisDeskIsAlreadyWakesNobody() {
        start();
        step(new Event.BatchTaken(NONE, 0));
        step(new Event.PageArrived(page(C1)));
        assertThat(step(new Event.CloudNews(C1))).isEmpty();
        assertThat(step(new Event.CloudNews(C2))).anyMatch(Effect.ReadPosition.class::isInstance);
    }

    @Test
    void whatIsWrittenWhileAPushIsUnderWayGoesWithTheNext() {
        start();
        step(new Event.BatchTaken(NONE, 0));
        assertThat(step(new Event.LocalWrite())).isEmpty();
        assertThat(step(new Event.PageArrived(page(C1)))).last().isInstanceOf(Effect.TakeBatch.class);
    }

    @Test
    void aFreshDeskLoadsEverythingAndFollowsFromThere() {
        step(new Event.Started());
        step(new Event.PositionRead(new Position.Fresh()));
        assertThat(step(new Event.BatchTaken(NONE, 0))).contains(new Effect.LoadAll(new Position.Fresh()));
        step(new Event.StretchLoaded(new Tally(0, 250, 0, 0, 0, 0), 250));
        assertThat(step(new Event.Loaded(C1))).contains(new Effect.FetchPage(C1));
    }

    @Test
    void aFirstLoadThatBreaksGoesOnWhereItStood() {
        step(new Event.Started());
        step(new Event.PositionRead(new Position.Fresh()));
        step(new Event.BatchTaken(NONE, 0));
        step(failed(Failure.Kind.UNREACHABLE));
        assertThat(step(new Event.TimeUp(Timer.RETRY))).containsExactly(new Effect.ReadPosition());
        Position stood = new Position.Loading(new EntryId(new UUID(0, 9)), C1);
        assertThat(step(new Event.PositionRead(stood))).contains(new Effect.LoadAll(stood));
    }

    /** The checksum of what was packed comes last: a beginning without it may be anything. */
    @Test
    void aFirstLoadThatWasCutOffIsComparedAtItsEnd() {
        step(new Event.Started());
        step(new Event.PositionRead(new Position.Loading(new EntryId(new UUID(0, 9)), C1)));
        step(new Event.BatchTaken(NONE, 0));
        assertThat(step(new Event.Loaded(C1))).contains(new Effect.FetchPage(C1));
        assertThat(step(new Event.PageArrived(page(C1)))).anyMatch(Effect.CompareSpans.class::isInstance);
    }

    @Test
    void anotherHistoryIsFetchedAnew() {
        start();
        step(new Event.BatchTaken(NONE, 0));
        assertThat(step(failed(Failure.Kind.HISTORY_CHANGED)))
                .containsSubsequence(STARTED_OVER, new Effect.ReadPosition());
        assertThat(step(new Event.PositionRead(new Position.Fresh())))
                .contains(new Effect.LoadAll(new Position.Fresh()));
    }

    @Test
    void whereTheCloudWasSeenFurtherOnItsNewsComeBeforeAnythingIsSent() {
        step(new Event.Started());
        assertThat(step(new Event.PositionRead(new Position.Behind(C1)))).last().isEqualTo(new Effect.FetchPage(C1));
        assertThat(step(new Event.PageArrived(page(C1)))).last().isInstanceOf(Effect.TakeBatch.class);
    }

    @Test
    void aPushNamesTheFurthestPlaceThatAnAnswerToldSoThatALossBetweenTwoPushesIsNoticed() {
        start();
        Outbox.Batch second = batch(1);
        assertThat(step(new Event.BatchTaken(batch(1), 2)))
                .filteredOn(Effect.SendPush.class::isInstance)
                .extracting(sent -> ((Effect.SendPush) sent).after())
                .containsExactly(C1);
        step(new Event.PushAnswered(answered(null, C2)));
        assertThat(step(new Event.BatchTaken(second, 1)))
                .contains(new Effect.SendPush(second, C2, Effect.Attempt.FIRST));
        step(new Event.PushAnswered(answered(END, END)));

        List<Effect> dry = step(new Event.BatchTaken(NONE, 0));
        assertThat(dry)
                .as("what others wrote before the place that was named is still to be pulled")
                .contains(new Effect.Settle(second, answered(null, END)));
        step(new Event.Settled(ONE_PUSHED));
        assertThat(step(new Event.BatchTaken(NONE, 0))).contains(new Effect.FetchPage(C1));
    }

    private static PushAnswer answered(@Nullable Cursor cursor, @Nullable Cursor end) {
        return new PushAnswer(Messages.HISTORY, List.of(), cursor, end);
    }

    @Test
    void anOrderIsReportedWithWhatItCameToAndProgressNeverGoesBack() {
        start();
        step(new Event.BatchTaken(NONE, 0));
        step(new Event.PageArrived(page(C1)));
        double told = 0;
        List<Event> events = List.of(
                new Event.Asked(new Order(5, new Order.Scope.Full())),
                new Event.PositionRead(new Position.Following(C1)),
                new Event.BatchTaken(batch(1), 700),
                new Event.PushAnswered(answer(null)),
                new Event.BatchTaken(NONE, 0),
                new Event.Settled(ONE_PUSHED),
                new Event.BatchTaken(NONE, 0),
                new Event.PageArrived(page(C2, true)),
                new Event.PageApplied(Tally.NONE),
                new Event.PageArrived(page(C2)),
                compared(new Event.Difference(Span.ALL, 5_000, 5_000)),
                compared());
        List<Effect> last = List.of();
        for (Event event : events) {
            last = step(event);
            for (Effect effect : last) {
                if (effect instanceof Effect.TellProgress(String message, double fraction)) {
                    assertThat(fraction).isBetween(told, 1.0);
                    told = fraction;
                }
            }
        }
        assertThat(told).isEqualTo(1.0);
        assertThat(last).contains(new Effect.Report(5, ONE_PUSHED, Runs.RunOutcome.COMPLETED, null));
    }

    @Test
    void anOrderWhileOfflineIsTriedAndReportedOffline() {
        goOffline();
        step(new Event.Asked(new Order(9, new Order.Scope.Cycle())));
        step(new Event.PositionRead(new Position.Following(C1)));
        step(new Event.BatchTaken(NONE, 0));
        step(failed(Failure.Kind.UNREACHABLE));
        step(new Event.TimeUp(Timer.RETRY));
        step(failed(Failure.Kind.UNREACHABLE));
        step(new Event.TimeUp(Timer.RETRY));
        assertThat(step(failed(Failure.Kind.UNREACHABLE)))
                .contains(new Effect.Report(9, Tally.NONE, Runs.RunOutcome.OFFLINE, "test"));
    }

    @Test
    void aRefusingRegisterEndsTheCycleAndTheNextOneCleansUpFirst() {
        start();
        step(new Event.BatchTaken(batch(1), 1));
        assertThat(step(new Event.StoreFailed("disk full"))).last().isInstanceOf(Effect.SetTimer.class);
        assertThat(step(new Event.TimeUp(Timer.CYCLE))).first().isEqualTo(new Effect.ReleaseAll());
    }

    @Test
    void aStragglersFailureChangesNothing() {
        start();
        step(new Event.BatchTaken(NONE, 0));
        step(new Event.PageArrived(page(C1)));
        assertThat(step(failed(Failure.Kind.UNREACHABLE))).isEmpty();
        assertThat(step(new Event.PushAnswered(answer(null)))).isEmpty();
        assertThat(step(new Event.TimeUp(Timer.RETRY))).isEmpty();
    }

    private void start() {
        assertThat(step(new Event.Started())).containsExactly(new Effect.ReleaseAll(), new Effect.ReadPosition());
        assertThat(step(new Event.PositionRead(new Position.Following(C1))))
                .last()
                .isInstanceOf(Effect.TakeBatch.class);
    }

    private void goOffline() {
        start();
        step(new Event.BatchTaken(NONE, 0));
        for (int tries = 1; tries < 3; tries++) {
            step(failed(Failure.Kind.UNREACHABLE));
            step(new Event.TimeUp(Timer.RETRY));
        }
        step(failed(Failure.Kind.UNREACHABLE));
        assertThat(engine.connection()).isEqualTo(Connection.lost(Cause.NO_NETWORK));
    }

    private Duration waitAfter(Duration asked) {
        Engine fresh = new Engine(EngineSettings.DEFAULT, new SplittableRandom(7));
        fresh.step(new Event.Started());
        fresh.step(new Event.PositionRead(new Position.Following(C1)));
        fresh.step(new Event.BatchTaken(NONE, 0));
        Failure busy = new Failure(Failure.Kind.TOO_BUSY, asked, "test");
        return timer(fresh.step(new Event.RequestFailed(busy)), Timer.RETRY);
    }

    private List<Effect> step(Event event) {
        return engine.step(event);
    }

    private static Duration timer(List<Effect> effects, Timer timer) {
        return effects.stream()
                .filter(effect -> effect instanceof Effect.SetTimer set && set.timer() == timer)
                .map(effect -> ((Effect.SetTimer) effect).delay())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no timer in " + effects));
    }

    private static int taken(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.TakeBatch.class::isInstance)
                .map(effect -> ((Effect.TakeBatch) effect).limit())
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing taken in " + effects));
    }
}
