package gatebook.sim.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A step of a scenario, what was answered in a few words, and all of it. */
record Heard(String step, String said, Object reply) {
    /** Demands that two clouds said the same; the first difference is told. */
    static void same(String scenario, List<Heard> ledger, List<Heard> model) {
        for (int at = 0; at < Math.min(ledger.size(), model.size()); at++) {
            assertThat(ledger.get(at))
                    .as("the ledger beside the model in %s", scenario)
                    .isEqualTo(model.get(at));
        }
        assertThat(ledger).as("what the ledger says in %s", scenario).hasSameSizeAs(model);
    }
}
