package gatebook.sync.engine;

import gatebook.rules.entry.EntryId;
import gatebook.rules.merge.Policy;
import gatebook.store.exchange.Doubt;
import gatebook.store.exchange.Inbox;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.store.exchange.Runs;
import gatebook.store.exchange.Tally;
import gatebook.sync.connectivity.Connection;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.Span;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.push.PushAnswer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine wants done, in the order given; those that make a request do not wait for its answer. */
public sealed interface Effect {
    /** What a process that died was sending waits again. Answers nothing. */
    record ReleaseAll() implements Effect {}

    /** Answered by {@link Event.BatchTaken}. */
    record TakeBatch(int limit, Outbox.Due due, Outbox.Lane lane) implements Effect {}

    /** A request; answered by {@link Event.PushAnswered}. A repetition gets a new number. */
    record SendPush(Outbox.Batch batch, @Nullable Cursor after, Attempt attempt) implements Effect {}

    /** Answered by {@link Event.Settled}. */
    record Settle(Outbox.Batch batch, PushAnswer answer) implements Effect {}

    /** Answers nothing. */
    record Release(Outbox.Batch batch) implements Effect {}

    /** Answered by {@link Event.PositionRead}. */
    record ReadPosition() implements Effect {}

    /** A request; answered by {@link Event.PageArrived}. */
    record FetchPage(Cursor after) implements Effect {}

    /** Answered by {@link Event.PageApplied}. */
    record ApplyPage(ChangesPage page) implements Effect {}

    /** Nothing new was found: the time of the pull is noted, and what was told beside. Answers nothing. */
    record NoteNothingNew(@Nullable Policy told, @Nullable PastAnswer past) implements Effect {}

    /** A request; answered by {@link Event.StretchLoaded} again and again and {@link Event.Loaded} at the end. */
    record LoadAll(Position from) implements Effect {}

    /** A request, after a look at this side; answered by {@link Event.SpansCompared}. */
    record CompareSpans(List<Span> spans) implements Effect {}

    /** A request, after a look at this side; answered by {@link Event.RowsFound}. */
    record ListSpan(Span span) implements Effect {}

    /** Answered by {@link Event.RowsFound}: the records that no hash tells of, voided or waiting to be sent. */
    record FindVoided() implements Effect {}

    /** A request; answered by {@link Event.RecordsArrived}. */
    record FetchRecords(List<EntryId> records) implements Effect {}

    /** Answered by {@link Event.RecordsRepaired}. */
    record RepairRecords(List<EntryId> asked, RecordsAnswer answer, Doubt doubt) implements Effect {}

    /** After a loss both sides are one again, and the desk follows from here. Answers nothing. */
    record NoteHealed(HistoryId history, Cursor cursor) implements Effect {}

    /** The desk follows nothing any longer. Answers nothing. */
    record StartOver(Inbox.Past past, String why) implements Effect {}

    /** A request; answered by {@link Event.Healthy}. */
    record CheckHealth() implements Effect {}

    /** Sets a timer anew; answered by {@link Event.TimeUp}. */
    record SetTimer(Timer timer, Duration delay) implements Effect {}

    /** Answers nothing; what is settled and applied from now on belongs to this run. */
    record BeginRun(Runs.Trigger trigger) implements Effect {}

    /** Answers nothing. */
    record EndRun(
            Tally tally, Runs.RunOutcome outcome, @Nullable String error) implements Effect {}

    /** Tells observers of a change in the connection. */
    record TellConnection(Connection connection) implements Effect {}

    /** Tells observers how far a run is; the fraction lies within 0 and 1 and never goes back within a run. */
    record TellProgress(String message, double fraction) implements Effect {}

    /** Tells the asker what its order came to. */
    record Report(
            long ticket,
            Tally tally,
            Runs.RunOutcome outcome,
            @Nullable String error) implements Effect {}

    /** Whether a request was made before. */
    enum Attempt {
        FIRST,
        REPEATED
    }
}
