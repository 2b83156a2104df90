package gatebook.rules.merge;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several desks that worked on one record offline, and sync in any order. */
class FleetTest {
    private static final int SEEDS = 3_000;
    private static final int ROUNDS_MAX = 3;

    /** What one desk holds, and what it knows the cloud to have held. */
    private static final class Desk {
        private Image base;
        private Image local;

        private Desk(Image base, Image local) {
            this.base = base;
            this.local = local;
        }

        /** One cycle against the cloud's image: what the cloud holds after it. */
        private Image sync(Image cloud, Chance person) {
            if (!base.equals(cloud)) {
                local = settled(cloud, person);
                base = cloud;
            }
            base = local;
            return local;
        }

        private Image settled(Image cloud, Chance person) {
            return switch (Merge.decide(Optional.of(base), local, cloud, Policy.DEFAULT)) {
                case Verdict.Same() -> local;
                case Verdict.TakeRemote() -> cloud;
                case Verdict.KeepLocal() -> local;
                case Verdict.Merged merged -> new Image.Present(merged.result());
                case Verdict.AskPerson ask -> person.below(2) == 0 ? local : cloud;
            };
        }
    }

    @ParameterizedTest(name = "{0} desks")
    @ValueSource(ints = {2, 3, 5})
    void endsInOneStateWithinThreeRounds(int desks) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Chance chance = new Chance(seed);
            Entry agreed = chance.agreed();
            List<Desk> fleet = new ArrayList<>();
            for (int i = 0; i < desks; i++) {
                fleet.add(new Desk(new Image.Present(agreed), chance.after(agreed)));
            }
            Image cloud = new Image.Present(agreed);
            List<Image> states = new ArrayList<>();
            for (int round = 0; round < ROUNDS_MAX; round++) {
                shuffle(fleet, chance);
                for (Desk desk : fleet) {
                    cloud = desk.sync(cloud, chance);
                }
                states.add(cloud);
            }
            Image last = cloud;
            assertThat(fleet).as("seed %d", seed).allMatch(desk -> desk.local.equals(last));
            assertThat(states)
                    .as("seed %d: nobody writes after the first round", seed)
                    .allMatch(last::equals);
        }
    }

    private static void shuffle(List<Desk> fleet, Chance chance) {
        for (int i = fleet.size() - 1; i > 0; i--) {
            Collections.swap(fleet, i, chance.below(i + 1));
        }
    }
}
