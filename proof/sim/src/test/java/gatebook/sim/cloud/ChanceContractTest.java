package gatebook.sim.cloud;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios that nobody thought of: the model answers each as the ledger does. */
class ChanceContractTest {
    private static final int SEEDS_OF_A_CASE = 6;
    private static final int STEPS = 24;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void modelAndLedgerSayTheSame(int number) {
        for (int at = 0; at < SEEDS_OF_A_CASE; at++) {
            long seed = (long) number * SEEDS_OF_A_CASE + at;
            List<String> steps = new ArrayList<>();
            List<Heard> model = onModel(seed, steps);
            Script ledger = new Script(Postgres.site(), Postgres.clock());
            ledger.run(String.join("; ", steps));
            Heard.same("seed " + seed + ": " + String.join("; ", steps), ledger.heard(), model);
        }
    }

    /** Runs a seed on the model alone, and tells which steps it came to. */
    private static List<Heard> onModel(long seed, List<String> steps) {
        ModelCloud cloud = ContractTest.model(Postgres.clock());
        Script script = new Script(cloud, Postgres.clock());
        Chance chance = new Chance(seed);
        for (int at = 0; at < STEPS; at++) {
            steps.add(chance.step(cloud.deeds()).strip());
            script.take(steps.getLast());
        }
        script.run("");
        return script.heard();
    }
}
