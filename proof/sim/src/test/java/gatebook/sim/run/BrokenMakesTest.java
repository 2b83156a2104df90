package gatebook.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.sim.plan.Plan;
import gatebook.sim.site.LawBroken;
import gatebook.sim.site.Make;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a part is noticed by a law: a simulation that finds nothing in these proves nothing. */
class BrokenMakesTest {
    private static final long SEEDS_MAX = 2_000;

    private static Seeds seeds;

    @BeforeAll
    static void open() throws IOException {
        seeds = new Seeds();
    }

    @AfterAll
    static void close() throws IOException {
        seeds.close();
    }

    static Stream<Arguments> makes() {
        Map<String, Make> all = new TreeMap<>();
        BrokenEngines.all().forEach((name, make) -> all.put("an engine that " + name, make));
        BrokenStores.all().forEach((name, make) -> all.put("a store that " + name, make));
        BrokenClouds.all().forEach((name, make) -> all.put("a cloud that " + name, make));
        return all.entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    @Test
    void aFalseAlarmIsNoticedAsOne() throws IOException {
        assertThat(noticed(BrokenClouds.CRIES_WOLF))
                .isNotNull()
                .extracting(LawBroken::law)
                .isEqualTo("S23");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("makes")
    void isNoticed(String name, Make make) throws IOException {
        assertThat(noticed(make)).as(name).isNotNull();
    }

    private static @Nullable LawBroken noticed(Make make) throws IOException {
        @Nullable LawBroken noticed = null;
        for (long seed = 1; seed <= SEEDS_MAX && noticed == null; seed++) {
            noticed = seeds.run(Plan.of(seed), make).broken();
        }
        return noticed;
    }
}
