package gatebook.ledger.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.Policy;
import gatebook.rules.merge.Strategy;
import gatebook.wire.feed.Cursor;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A site's choice of strategies: kept, told to its desks, and nobody else's. */
class SitePolicyTest {
    private final TestLedger yard = new TestLedger();
    private final TestLedger neighbour = yard.another();

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void aDeskHearsOfItThoughNoRecordChanged() {
        Cursor cursor = yard.all().cursor();
        assertThat(yard.after(cursor).policy()).isEqualTo(Policy.DEFAULT);

        Policy chosen = Policy.DEFAULT.with(FieldGroup.DESCRIPTION, Strategy.REMOTE_WINS);
        assertThat(yard.ledger.choose(yard.site, FieldGroup.DESCRIPTION, Strategy.REMOTE_WINS))
                .contains(chosen);

        assertThat(yard.after(cursor).policy()).isEqualTo(chosen);
        assertThat(yard.after(cursor).cursor()).isEqualTo(cursor);
        assertThat(yard.token(yard.site, Optional.empty()).policy()).isEqualTo(chosen);
        assertThat(yard.open().policy(yard.site)).as("another process").contains(chosen);
    }

    @Test
    void oneChoiceIsAddedToTheOther() {
        yard.ledger.choose(yard.site, FieldGroup.DESCRIPTION, Strategy.REMOTE_WINS);
        yard.ledger.choose(yard.site, FieldGroup.STAY, Strategy.MANUAL_REVIEW);
        assertThat(yard.all().policy())
                .isEqualTo(Policy.DEFAULT
                        .with(FieldGroup.DESCRIPTION, Strategy.REMOTE_WINS)
                        .with(FieldGroup.STAY, Strategy.MANUAL_REVIEW));
    }

    @Test
    void p12AnotherSiteKeepsItsOwn() {
        yard.ledger.choose(yard.site, FieldGroup.PLATE, Strategy.REMOTE_WINS);
        assertThat(neighbour.all().policy()).isEqualTo(Policy.DEFAULT);
        assertThat(neighbour.token(neighbour.site, Optional.empty()).policy()).isEqualTo(Policy.DEFAULT);
    }

    @Test
    void whatMeansNothingIsNeverKept() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> yard.ledger.choose(yard.site, FieldGroup.STAY, Strategy.MERGE_INTELLIGENT));
        assertThat(yard.ledger.policy(yard.site)).contains(Policy.DEFAULT);
    }

    @Test
    void aSiteThatDoesNotExistHasNoChoice() {
        SiteId nobody = new SiteId(Samples.id());
        assertThat(yard.ledger.choose(nobody, FieldGroup.STAY, Strategy.REMOTE_WINS))
                .isEmpty();
        assertThat(yard.ledger.policy(nobody)).isEmpty();
    }
}
