package gatebook.checks.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ExemptionsTest {
    private static final Finding FOUND = new Finding("a-rule", "a/A.java", new Spot(3, "this"), "do that");

    @Test
    void aFindingNamesFilePlaceRuleAndRemedy() {
        assertThat(Exemptions.complaints("a-rule", List.of(FOUND), List.of()))
                .containsExactly("a/A.java:3: a-rule: this -> do that");
    }

    @Test
    void anExemptFileIsLeftAlone() {
        Exemption exemption = new Exemption("a-rule", "a/A.java", "because");
        assertThat(Exemptions.complaints("a-rule", List.of(FOUND), List.of(exemption)))
                .isEmpty();
    }

    @Test
    void anExemptionThatCoversNothingMustGo() {
        Exemption exemption = new Exemption("a-rule", "b/B.java", "because");
        assertThat(Exemptions.complaints("a-rule", List.of(), List.of(exemption)))
                .containsExactly("b/B.java: a-rule: keeps the rule now -> remove its exemption");
    }

    @Test
    void anExemptionOfAnotherRuleCoversNothing() {
        Exemption exemption = new Exemption("another-rule", "a/A.java", "because");
        assertThat(Exemptions.complaints("a-rule", List.of(FOUND), List.of(exemption)))
                .hasSize(1);
    }
}
