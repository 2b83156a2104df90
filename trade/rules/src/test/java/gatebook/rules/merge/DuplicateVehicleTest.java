package gatebook.rules.merge;

import static gatebook.rules.Entries.NOON;
import static gatebook.rules.Entries.TEN;
import static gatebook.rules.Entries.exit;
import static gatebook.rules.Entries.parked;
import static gatebook.rules.Entries.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import gatebook.rules.entry.Entry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DuplicateVehicleTest {
    private static final Entry FIRST = parked(1, "MH12AB1234");
    private static final Entry LEFT = FIRST.with(exit(NOON, 225));

    @ParameterizedTest
    @MethodSource
    void judgesTheSecondEntryOfAVehicle(Entry first, Entry second, DuplicateVehicle judgement) {
        assertThat(DuplicateVehicle.judge(second, List.of(first))).isEqualTo(judgement);
    }

    static Stream<Arguments> judgesTheSecondEntryOfAVehicle() {
        Entry digits = parked(1, "1234");
        DuplicateVehicle distinct = new DuplicateVehicle.Distinct();
        DuplicateVehicle sameVisit = new DuplicateVehicle.SameVisit(FIRST);
        DuplicateVehicle insideTwice = new DuplicateVehicle.InsideTwice(FIRST);
        Entry atOnce = parked(2, "MH12AB1234");
        return Stream.of(
                argumentSet("B1 six minutes later, typed otherwise", FIRST, second("mh-12 ab 1234", 6 * 60), sameVisit),
                argumentSet(
                        "B1 the other desk's clock six minutes behind",
                        FIRST,
                        second("MH12AB1234", -6 * 60),
                        sameVisit),
                argumentSet(
                        "B1 the class spelled otherwise", FIRST, type(second("MH12AB1234", 60), "TRAILER"), sameVisit),
                argumentSet("15 minutes to the second", FIRST, second("MH12AB1234", 15 * 60), sameVisit),
                argumentSet("a second more", FIRST, second("MH12AB1234", 15 * 60 + 1), insideTwice),
                argumentSet("B2 six hours later, no exit recorded", FIRST, second("MH12AB1234", 6 * 3600), insideTwice),
                argumentSet("B3 again after an exit", LEFT, second("MH12AB1234", 3 * 3600), distinct),
                argumentSet(
                        "B4 the same last four, another class",
                        digits,
                        type(second("1234", 5 * 60), "6 Wheeler"),
                        new DuplicateVehicle.InsideTwice(digits)),
                argumentSet("B5 equal plate and time", FIRST, atOnce, sameVisit),
                argumentSet("B5 though the first has left", LEFT, atOnce, new DuplicateVehicle.SameVisit(LEFT)),
                argumentSet("B5 though the classes differ", FIRST, type(atOnce, "Crane"), sameVisit),
                argumentSet(
                        "the second left before it was sent",
                        FIRST,
                        second("MH12AB1234", 60).with(exit(NOON, 225)),
                        distinct),
                argumentSet("another plate at the same time", FIRST, parked(2, "MH12AB1235"), distinct),
                argumentSet("a plate of signs against another", parked(1, "--"), parked(2, "??"), distinct),
                argumentSet("the entry itself", FIRST, FIRST, distinct));
    }

    @Test
    void givesTheSameAnswerInWhateverOrderTheOthersCome() {
        Entry early = parked(3, "MH12AB1234").withEntryTime(TEN.minusSeconds(7200));
        Entry near = parked(4, "MH12AB1234").withEntryTime(TEN.minusSeconds(600));
        Entry incoming = parked(5, "MH12AB1234");
        assertThat(DuplicateVehicle.judge(incoming, List.of(early, near)))
                .isEqualTo(DuplicateVehicle.judge(incoming, List.of(near, early)))
                .isEqualTo(new DuplicateVehicle.SameVisit(near));
        assertThat(DuplicateVehicle.judge(incoming, List.of(near, FIRST)))
                .isEqualTo(new DuplicateVehicle.SameVisit(FIRST));
    }

    @Test
    void standsAloneInAnEmptyYard() {
        assertThat(DuplicateVehicle.judge(FIRST, List.of())).isEqualTo(new DuplicateVehicle.Distinct());
    }

    private static Entry second(String plate, long secondsLater) {
        return parked(2, plate).withEntryTime(TEN.plusSeconds(secondsLater));
    }
}
