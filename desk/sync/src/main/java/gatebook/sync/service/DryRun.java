package gatebook.sync.service;

import gatebook.store.exchange.Marks;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.Position;
import gatebook.store.exchange.Rehearsal;
import gatebook.store.exchange.Tally;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.engine.EngineSettings;
import gatebook.sync.transport.Answer;
import gatebook.sync.transport.Cloud;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A rehearsal of one cycle: the cloud judges what waits and takes it back, and this desk takes in what came of it, and the
 * changes that wait there, in a transaction that it takes back as well.
 */
public final class DryRun {
    /** So many changes are looked at; a desk that is further behind learns only what the first of them do. */
    public static final int CHANGES_MAX = 50_000;

    private static final HistoryId NO_HISTORY = new HistoryId(new UUID(0, 0));

    private final Desk desk;
    private final Cloud cloud;
    private final Rehearsal rehearsal;

    public DryRun(Desk desk, Cloud cloud) {
        this.desk = desk;
        this.cloud = cloud;
        this.rehearsal = new Rehearsal(desk.database(), desk.outbox(), desk.inbox());
    }

    /** What a rehearsal came to. */
    public sealed interface Result {
        /** This is what a run would do now. */
        record Rehearsed(Tally tally) implements Result {}

        /** The cloud could not be asked. */
        record Unheard(Failure failure) implements Result {}
    }

    /** Asks and rehearses; blocks until the cloud has answered, and changes nothing on either side. */
    public Result rehearse() {
        Instant now = desk.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        List<Rehearsal.Judged> judged = new ArrayList<>();
        for (Outbox.Batch batch : rehearsal.due(now, EngineSettings.DEFAULT.batchMax())) {
            switch (cloud.push(batch, PushRequest.DryRun.YES, null)) {
                case Answer.Heard<PushAnswer>(PushAnswer answer) -> judged.add(new Rehearsal.Judged(batch, answer));
                case Answer.Failed<PushAnswer>(Failure failure) -> {
                    return new Result.Unheard(failure);
                }
            }
        }
        List<ChangesPage> pages = new ArrayList<>();
        Answer<Cursor> end = switch (desk.inbox().position()) {
            case Position.Following(Cursor cursor) -> follow(cursor, pages);
            case Position.Behind(Cursor cursor) -> follow(cursor, pages);
            case Position.Fresh fresh -> load(fresh, pages);
            case Position.Loading loading -> load(loading, pages);
            case Position.Parted parted -> load(parted, pages);
        };
        return switch (end) {
            case Answer.Heard<Cursor>(Cursor _) ->
                new Result.Rehearsed(rehearsal.play(judged, pages, new Marks(now, null)));
            case Answer.Failed<Cursor>(Failure failure) -> new Result.Unheard(failure);
        };
    }

    private Answer<Cursor> follow(Cursor from, List<ChangesPage> pages) {
        Cursor cursor = from;
        for (int changes = 0; changes < CHANGES_MAX; changes += ChangesPage.CHANGES_MAX) {
            switch (cloud.changes(cursor, null, ChangesPage.CHANGES_MAX)) {
                case Answer.Heard<ChangesPage>(ChangesPage page) -> {
                    pages.add(page);
                    cursor = page.cursor();
                    if (!page.more()) {
                        return new Answer.Heard<>(cursor);
                    }
                }
                case Answer.Failed<ChangesPage>(Failure failure) -> {
                    return new Answer.Failed<>(failure);
                }
            }
        }
        return new Answer.Heard<>(cursor);
    }

    /** The stretches of a first load, as pages; those beyond the limit are let go by. */
    private Answer<Cursor> load(Position from, List<ChangesPage> pages) {
        int[] kept = {0};
        return cloud.load(from, (List<Change> stretch, Cursor cursor) -> {
            if (kept[0] < CHANGES_MAX) {
                pages.add(new ChangesPage(NO_HISTORY, stretch, cursor, true));
                kept[0] += stretch.size();
            }
        });
    }
}
