package gatebook.rules.merge;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.FieldGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a site may choose. */
class PolicyTest {
    @Test
    void oneChoiceLeavesTheOthersAsTheyAre() {
        Policy chosen = Policy.DEFAULT
                .with(FieldGroup.DESCRIPTION, Strategy.REMOTE_WINS)
                .with(FieldGroup.STAY, Strategy.MANUAL_REVIEW)
                .with(FieldGroup.DESCRIPTION, Strategy.LOCAL_WINS);
        assertThat(chosen.on(FieldGroup.DESCRIPTION)).isEqualTo(Strategy.LOCAL_WINS);
        assertThat(chosen.on(FieldGroup.STAY)).isEqualTo(Strategy.MANUAL_REVIEW);
        assertThat(chosen.on(FieldGroup.PLATE)).isEqualTo(Strategy.LOCAL_WINS);
        assertThat(Policy.DEFAULT.on(FieldGroup.DESCRIPTION)).isEqualTo(Strategy.MERGE_INTELLIGENT);
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void whatGoesToAPersonIsNoMatterOfChoice(Strategy strategy) {
        for (FieldGroup group : FieldGroup.values()) {
            assertThat(Policy.objection(ConflictType.BUSINESS_RULE_VIOLATION, group, strategy))
                    .isPresent();
            assertThat(Policy.objection(ConflictType.DATA_INCONSISTENCY, group, strategy))
                    .isPresent();
        }
        assertThat(Policy.objection(ConflictType.VERSION_MISMATCH, FieldGroup.IDENTITY, strategy))
                .isPresent();
        assertThat(Policy.objection(ConflictType.VERSION_MISMATCH, FieldGroup.DESCRIPTION, strategy))
                .isEmpty();
    }

    @Test
    void aCriticalGroupStandsAsAWhole() {
        assertThat(Policy.objection(ConflictType.VERSION_MISMATCH, FieldGroup.STAY, Strategy.MERGE_INTELLIGENT))
                .contains("MERGE_INTELLIGENT is for DESCRIPTION: of STAY one side stands as a whole");
        assertThat(Policy.objection(ConflictType.VERSION_MISMATCH, FieldGroup.STAY, Strategy.MANUAL_REVIEW))
                .isEmpty();
    }
}
