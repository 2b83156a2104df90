package gatebook.store.exchange;

import static gatebook.store.exchange.CloudModel.change;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.Policy;
import gatebook.rules.merge.Strategy;
import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.store.metadata.SitePolicy;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the site chose for conflicts, at a desk. */
class SitePolicyTest {
    private static final Policy CLOUDS = Policy.DEFAULT.with(FieldGroup.DESCRIPTION, Strategy.REMOTE_WINS);
    private static final Policy PERSONS = Policy.DEFAULT.with(FieldGroup.DESCRIPTION, Strategy.MANUAL_REVIEW);

    @TempDir
    private Path folder;

    private Desk desk;
    private final Entry entry = Visits.parked(1, "MH12AB1234");

    @BeforeEach
    void aRecordInStep() {
        desk = Desk.in(folder);
        desk.apply(CloudModel.page(change(entry, 1, 1)));
        desk.correct(entry.id(), Field.NOTES, "mine");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatAPageTellsHoldsForThatPageAtOnce() {
        desk.apply(news(CLOUDS));
        assertThat(notes()).isEqualTo("theirs");
        assertThat(strategies()).containsExactly("REMOTE_WINS");
    }

    @Test
    void whatIsAPersonsDecisionGoesToThePersonAndOverwritesNothing() {
        desk.apply(news(PERSONS));
        assertThat(notes()).isEqualTo("mine");
        assertThat(strategies()).containsExactly("MANUAL_REVIEW");
    }

    @Test
    void aPageWithoutAChangeTellsItAsWell() {
        desk.inbox().nothingNew(CLOUDS, desk.marks());
        desk.apply(news(null));
        assertThat(notes()).isEqualTo("theirs");
    }

    @Test
    void whatIsNotToldStaysAndWhatIsTakenBackIsGone() {
        desk.inbox().nothingNew(CLOUDS, desk.marks());
        desk.inbox().nothingNew(null, desk.marks());
        assertThat(desk.database().read(SitePolicy::read)).isEqualTo(CLOUDS);
        desk.inbox().nothingNew(Policy.DEFAULT, desk.marks());
        assertThat(desk.database().read(SitePolicy::read)).isEqualTo(Policy.DEFAULT);
        desk.apply(news(null));
        assertThat(notes()).isEqualTo("mine");
    }

    private ChangesPage news(@Nullable Policy told) {
        List<gatebook.wire.feed.Change> changes = List.of(change(Visits.notes(entry, "theirs"), 2, 2));
        return new ChangesPage(CloudModel.HISTORY, changes, new Cursor("2"), false, told);
    }

    private String notes() {
        return desk.row(entry.id()).entry().description().notes();
    }

    private List<String> strategies() {
        return desk.book().rows("SELECT resolution_strategy FROM sync_conflicts");
    }
}
