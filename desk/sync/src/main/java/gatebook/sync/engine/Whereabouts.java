package gatebook.sync.engine;

import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.PushAnswer;
import org.jspecify.annotations.Nullable;

/** How far this run has followed the cloud's order, and how far that order is known to go. */
final class Whereabouts {
    /** What the site has chosen comes with pages only, so that one is fetched now and then all the same. */
    private static final int CYCLES_WITHOUT_PAGE_MAX = 20;

    private @Nullable Cursor cursor;
    private @Nullable Cursor seen;
    private @Nullable Cursor told;
    private boolean level;
    private int cyclesWithoutPage;

    /** Another round of pushing and pulling: what was told before it will be met in it. */
    void anotherRound() {
        told = null;
        level = false;
    }

    /** The cloud tells where its order ends; it may be this run's own doing, or what it is about to fetch. */
    void hear(Cursor end) {
        told = end;
    }

    /** Whether there is more than was followed, by what the cloud told during this round. */
    boolean isBehindTheNews() {
        return told != null && !told.equals(cursor);
    }

    /** Whether a page is to be fetched now that nothing is left to push: not by who stood at the end before and after it. */
    boolean needsPage() {
        if (!level || cyclesWithoutPage == CYCLES_WITHOUT_PAGE_MAX) {
            return true;
        }
        level = false;
        cyclesWithoutPage++;
        return false;
    }

    /** From here on; nowhere for null. */
    void follow(@Nullable Cursor at) {
        cursor = at;
        seen = null;
    }

    /** A page is here; after the last one all that was known to lie behind it is, too. */
    void read(ChangesPage page) {
        cyclesWithoutPage = 0;
        cursor = page.cursor();
        seen = page.more() ? seen : null;
    }

    /** Where to pull on; null where nothing is followed. */
    @Nullable
    Cursor cursor() {
        return cursor;
    }

    /**
     * The furthest place that is known, named with each push. Were the cursor named that lies before it, a loss of what the
     * push before brought would not be noticed, and the answer that told of it be forgotten over the next one.
     */
    @Nullable
    Cursor furthest() {
        return seen == null ? cursor : seen;
    }

    /** The answer to a push as it is to be settled: whoever named a place further on than its cursor does not go on there. */
    PushAnswer placed(PushAnswer answer) {
        Cursor next = answer.cursor();
        Cursor end = answer.end() == null ? next : answer.end();
        level = seen == null && next != null;
        if (level) {
            cursor = next;
            return answer;
        }
        seen = end == null ? seen : end;
        return next == null ? answer : new PushAnswer(answer.history(), answer.results(), null, end, answer.trail());
    }
}
