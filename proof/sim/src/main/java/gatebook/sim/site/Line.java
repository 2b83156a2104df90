package gatebook.sim.site;

import gatebook.sim.chance.Chance;
import gatebook.sim.plan.Fault;
import gatebook.store.exchange.Position;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.engine.Event;
import gatebook.sync.service.BookWork;
import gatebook.sync.service.Errand;
import gatebook.sync.transport.Answer;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.Cursor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way between desks and the cloud, with all that it does to what passes. */
public final class Line {
    /** When a desk gives a request up from which nothing comes back. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final Duration AT_ONCE = Duration.ofMillis(5);

    private final Site site;
    private final Map<Integer, Duration> cutUntil = new TreeMap<>();
    private final Map<Integer, Duration> deafUntil = new TreeMap<>();
    private final Map<Integer, Duration> portalUntil = new TreeMap<>();
    private final Map<Integer, Chance> chances = new TreeMap<>();
    private Duration downUntil = Duration.ZERO;
    private boolean healed;
    private long requests;

    Line(Site site) {
        this.site = site;
    }

    /** Requests that were put on the wire so far. */
    public long requests() {
        return requests;
    }

    /** Nothing passes to or from a desk for a while. */
    public void cut(SimDesk desk, Duration time) {
        cutUntil.put(desk.number(), site.agenda().elapsed().plus(time));
    }

    /** Requests pass and answers do not. */
    public void deafen(SimDesk desk, Duration time) {
        deafUntil.put(desk.number(), site.agenda().elapsed().plus(time));
    }

    /** A login page answers everything. */
    public void captivate(SimDesk desk, Duration time) {
        portalUntil.put(desk.number(), site.agenda().elapsed().plus(time));
    }

    /** The cloud answers 503 for a while. */
    public void down(Duration time) {
        downUntil = site.agenda().elapsed().plus(time);
    }

    /** From now on everything passes. */
    public void heal() {
        healed = true;
        cutUntil.clear();
        deafUntil.clear();
        portalUntil.clear();
        downUntil = Duration.ZERO;
    }

    /** Whether news from the cloud would reach the desk. */
    boolean isOpen(SimDesk desk) {
        return !holds(cutUntil, desk) && !holds(deafUntil, desk) && !holds(portalUntil, desk);
    }

    private boolean holds(Map<Integer, Duration> until, SimDesk desk) {
        return until.getOrDefault(desk.number(), Duration.ZERO)
                        .compareTo(site.agenda().elapsed())
                > 0;
    }

    private Chance chance(SimDesk desk) {
        return chances.computeIfAbsent(desk.number(), number -> site.chance().fork("line" + number));
    }

    private boolean meets(SimDesk desk, Fault fault) {
        return !healed
                && site.plan().knobs().has(fault)
                && chance(desk).percent(site.plan().knobs().percent());
    }

    private Duration delay(SimDesk desk) {
        int millis = chance(desk).between(5, 120);
        return Duration.ofMillis(meets(desk, Fault.SLOW) ? millis * 100L : millis);
    }

    /** Carries a request out with whatever happens to it on the way. */
    <Q, A> void carry(SimDesk desk, Errand<Q, A> errand) {
        requests++;
        Q asked = errand.question().get();
        desk.disk().aside(() -> witnessed(desk, asked));
        Failure before = before(desk);
        if (before != null) {
            fail(desk, AT_ONCE, before);
            return;
        }
        DeskLine cloud = new DeskLine(site, desk);
        if (holds(cutUntil, desk) || meets(desk, Fault.LOST_REQUEST)) {
            site.mark(Mark.REQUEST_LOST);
            fail(desk, DEADLINE, stalled(desk));
            return;
        }
        Duration there = delay(desk);
        Duration back = delay(desk);
        if (meets(desk, Fault.DUPLICATE)) {
            site.mark(Mark.REQUEST_DOUBLED);
            site.agenda().after(there.plus(delay(desk)), () -> arriveAgain(errand, cloud, asked));
        }
        if (meets(desk, Fault.REPLAY)) {
            site.mark(Mark.REQUEST_REPLAYED);
            site.agenda()
                    .after(there.plusSeconds(chance(desk).between(10, 400)), () -> arriveAgain(errand, cloud, asked));
        }
        int life = desk.life();
        boolean late = there.plus(back).compareTo(DEADLINE) > 0;
        Duration leaving = site.agenda().elapsed();
        if (late) {
            site.mark(Mark.ANSWER_TOO_LATE);
            fail(desk, DEADLINE, stalled(desk));
        }
        site.agenda().after(there, () -> {
            Answer<A> answer = errand.asking().apply(cloud, asked);
            if (late) {
                return;
            }
            Failure lost = lost(desk);
            if (lost != null) {
                Duration waited = site.agenda().elapsed().minus(leaving);
                Duration wait = lost.kind() == Failure.Kind.STALLED ? DEADLINE.minus(waited) : back;
                failIn(desk, life, wait, lost);
                return;
            }
            arrive(desk, life, back, work -> work.tell(errand.told(asked, answer)));
        });
    }

    private void witnessed(SimDesk desk, Object asked) {
        if (asked instanceof gatebook.store.exchange.Outbox.Batch batch) {
            site.witness().sends(desk, batch);
        }
        if (asked instanceof Cursor after) {
            site.witness().follows(desk, after);
        }
    }

    /** Nobody waits for the answer. */
    private <Q, A> void arriveAgain(Errand<Q, A> errand, DeskLine cloud, Q asked) {
        if (errand.asking().apply(cloud, asked) instanceof Answer.Failed<A>(Failure failure)) {
            site.noteCloud("a second time: " + failure.kind());
        }
    }

    private void arrive(SimDesk desk, int life, Duration back, Consumer<BookWork> handing) {
        site.agenda().after(back, () -> {
            if (desk.life() != life) {
                site.mark(Mark.STRAGGLER_AFTER_CRASH);
            }
        });
        desk.later(life, back, () -> desk.hand(handing));
    }

    /** What keeps a request from the cloud at once; null if nothing does. */
    private @Nullable Failure before(SimDesk desk) {
        if (holds(portalUntil, desk)) {
            site.mark(Mark.PORTAL_ANSWERED);
            return new Failure(Failure.Kind.NOT_OUR_CLOUD, null, "a login page");
        }
        if (downUntil.compareTo(site.agenda().elapsed()) > 0) {
            return new Failure(Failure.Kind.CLOUD_DOWN, null, "503");
        }
        if (meets(desk, Fault.BUSY)) {
            site.mark(Mark.TOLD_TO_WAIT);
            Duration wait = Duration.ofSeconds(chance(desk).between(-5, 120));
            return new Failure(
                    chance(desk).percent(50) ? Failure.Kind.TOO_BUSY : Failure.Kind.CLOUD_DOWN,
                    chance(desk).percent(50) ? wait : null,
                    "later");
        }
        return null; // it goes on its way
    }

    /** What keeps an answer from the desk; null if nothing does. */
    private @Nullable Failure lost(SimDesk desk) {
        if (meets(desk, Fault.DOWN_AFTER_COMMIT)) {
            site.mark(Mark.DOWN_AFTER_COMMIT);
            return new Failure(Failure.Kind.CLOUD_DOWN, null, "500 after the commit");
        }
        if (holds(deafUntil, desk) || holds(cutUntil, desk) || meets(desk, Fault.LOST_ANSWER)) {
            site.mark(Mark.ANSWER_LOST);
            return stalled(desk);
        }
        return null; // it comes back
    }

    private Failure stalled(SimDesk desk) {
        return chance(desk).percent(50)
                ? new Failure(Failure.Kind.STALLED, null, "nothing came for too long")
                : new Failure(Failure.Kind.UNREACHABLE, null, "the line broke");
    }

    private void fail(SimDesk desk, Duration after, Failure failure) {
        failIn(desk, desk.life(), after, failure);
    }

    private static void failIn(SimDesk desk, int life, Duration after, Failure failure) {
        desk.later(life, after, () -> desk.tell(new Event.RequestFailed(failure)));
    }

    /** A first load, which comes in stretches and can be cut off behind any of them. */
    void load(SimDesk desk, Position from) {
        requests++;
        Failure before = before(desk);
        if (before != null || holds(cutUntil, desk) || meets(desk, Fault.LOST_REQUEST)) {
            fail(desk, before == null ? DEADLINE : AT_ONCE, before == null ? stalled(desk) : before);
            return;
        }
        DeskLine cloud = new DeskLine(site, desk);
        int life = desk.life();
        site.agenda().after(delay(desk), () -> {
            List<Change> all = new ArrayList<>();
            Answer<Cursor> answer = cloud.load(from, (stretch, cursor) -> all.addAll(stretch));
            switch (answer) {
                case Answer.Failed<Cursor>(Failure failure) -> failIn(desk, life, delay(desk), failure);
                case Answer.Heard<Cursor>(Cursor cursor) -> stream(desk, life, all, cursor);
            }
        });
    }

    private void stream(SimDesk desk, int life, List<Change> all, Cursor cursor) {
        Duration time = delay(desk);
        int stretch = chance(desk).between(1, 12);
        for (int at = 0; at < all.size(); at += stretch) {
            if (meets(desk, Fault.LOST_ANSWER)) {
                site.mark(Mark.FIRST_LOAD_CUT);
                failIn(desk, life, time, new Failure(Failure.Kind.UNREACHABLE, null, "the snapshot was cut off"));
                return;
            }
            List<Change> part = List.copyOf(all.subList(at, Math.min(all.size(), at + stretch)));
            desk.later(life, time, () -> desk.hand(work -> work.takeStretch(part, cursor)));
            time = time.plusMillis(chance(desk).between(1, 30));
        }
        site.mark(Mark.FIRST_LOAD_DONE);
        desk.later(life, time, () -> desk.hand(work -> work.loaded(cursor)));
    }
}
