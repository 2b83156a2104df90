package gatebook.sync.engine;

import static gatebook.sync.engine.Messages.C1;
import static gatebook.sync.engine.Messages.C2;
import static gatebook.sync.engine.Messages.answer;
import static gatebook.sync.engine.Messages.page;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.wire.feed.Cursor;
import gatebook.wire.push.PushAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a desk knows of its place in the cloud's order, and what it has to ask because of it. */
final class WhereaboutsTest {
    private static final Cursor C3 = new Cursor("c3");

    private final Whereabouts whereabouts = new Whereabouts();

    @Test
    void whoStoodAtTheEndBeforeAndAfterItsPushNeedsNoPage() {
        whereabouts.follow(C1);
        assertThat(whereabouts.needsPage()).isTrue();
        whereabouts.placed(answer(C2));
        assertThat(whereabouts.needsPage()).isFalse();
        assertThat(whereabouts.needsPage()).as("once for each push").isTrue();
    }

    @Test
    void whoseCursorLiesBehindWhatWasSeenNeedsAPage() {
        whereabouts.follow(C1);
        whereabouts.placed(new PushAnswer(Messages.HISTORY, List.of(), null, C2));
        whereabouts.placed(answer(C3)); // named C2, and does not go on from there
        assertThat(whereabouts.needsPage()).isTrue();
        assertThat(whereabouts.cursor()).isEqualTo(C1);
    }

    @Test
    void aRoundThatFollowsForgetsThatTheDeskWasLevel() {
        whereabouts.follow(C1);
        whereabouts.placed(answer(C2));
        whereabouts.anotherRound();
        assertThat(whereabouts.needsPage()).isTrue();
    }

    @Test
    void howeverOftenItPushesADeskFetchesNowAndThen() {
        whereabouts.follow(C1);
        assertThat(pushesWithoutPage()).isEqualTo(20);
        assertThat(pushesWithoutPage()).as("until the page is there").isZero();
        whereabouts.read(page(C2));
        assertThat(pushesWithoutPage()).isEqualTo(20);
    }

    @Test
    void newsOfThePlaceWhereTheDeskStandsAreNone() {
        whereabouts.follow(C1);
        assertThat(whereabouts.isBehindTheNews()).isFalse();
        whereabouts.hear(C2); // overtakes the answer
        assertThat(whereabouts.isBehindTheNews()).isTrue();
        whereabouts.placed(answer(C2));
        assertThat(whereabouts.isBehindTheNews()).isFalse();
    }

    @Test
    void whoFollowsNothingIsBehindAnyNews() {
        whereabouts.follow(null);
        whereabouts.hear(C1);
        assertThat(whereabouts.isBehindTheNews()).isTrue();
    }

    private int pushesWithoutPage() {
        int pushes = 0;
        do {
            whereabouts.placed(answer(C2));
            pushes++;
        } while (!whereabouts.needsPage());
        return pushes - 1;
    }
}
