package gatebook.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.store.Visits;
import gatebook.wire.compare.Fingerprint;
import gatebook.wire.compare.LostState;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Change;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which of two states of a record came after the other, in a history that one of both sides has lost. */
class StandingTest {
    private final Entry one = Visits.parked(1, "MH12AB1234");
    private final Entry two = Visits.notes(one, "two");
    private final Entry three = Visits.notes(one, "three");
    private final Entry other = Visits.notes(one, "elsewhere");

    @Test
    void equalStatesAgreeWhateverTheirVersions() {
        assertThat(lost(believed(3, one), held(1, one), trail(one))).isEqualTo(new Standing.Agreed());
        assertThat(lost(new Standing.Believed(3, Fingerprint.VOID), voided(2), trail(one)))
                .isEqualTo(new Standing.Agreed());
    }

    @Test
    void whatStoodHereBeforeIsOlder() {
        assertThat(lost(believed(3, three), held(1, one), trail(one, two, three)))
                .isEqualTo(new Standing.DeskNewer());
        assertThat(lost(new Standing.Believed(2, Fingerprint.VOID), held(1, one), trail(one, null)))
                .isEqualTo(new Standing.DeskNewer());
    }

    @Test
    void whatTheCloudHasGoneThroughIsOlder() {
        assertThat(lost(believed(1, one), held(2, two, hash(one)), trail(one))).isEqualTo(new Standing.CloudNewer());
    }

    @Test
    void whatAnotherDeskHasToldOfTheLostHistoryCounts() {
        RecordsAnswer.Held sentAgain =
                held(2, three, List.of(hash(one)), List.of(new LostState(3, hash(three)), new LostState(0, hash(two))));
        assertThat(lost(believed(2, two), sentAgain, trail(one, two))).isEqualTo(new Standing.CloudNewer());
    }

    @Test
    void aStateThatWasNeverHereIsPlacedByItsVersionInTheLostHistory() {
        RecordsAnswer.Held second = held(2, two, List.of(hash(one)), List.of(new LostState(2, hash(two))));
        assertThat(lost(believed(3, three), second, trail(one, three))).isEqualTo(new Standing.DeskNewer());
        RecordsAnswer.Held third = held(2, three, List.of(hash(one)), List.of(new LostState(3, hash(three))));
        assertThat(lost(believed(2, two), third, trail(one, two))).isEqualTo(new Standing.CloudNewer());
    }

    @Test
    void twoWaysMeetAtTheNewestStateThatBothKnow() {
        assertThat(lost(believed(3, three), held(2, other, hash(one)), trail(one, two, three)))
                .isEqualTo(new Standing.Parted(state(one)));
        assertThat(lost(believed(3, three), held(1, other), trail(three))).isEqualTo(new Standing.Parted(null));
    }

    @Test
    void withinOneHistoryTheVersionsTell() {
        assertThat(Standing.of(Doubt.NONE, believed(1, one), held(2, two), trail(one, two)))
                .isEqualTo(new Standing.CloudNewer());
        assertThat(Standing.of(Doubt.NONE, believed(2, other), held(2, two), trail(one, two)))
                .isEqualTo(new Standing.Damaged());
    }

    private static Standing lost(Standing.Believed here, RecordsAnswer.Held there, Trail trail) {
        return Standing.of(Doubt.HISTORY_LOST, here, there, trail);
    }

    private static Standing.Believed believed(long version, Entry entry) {
        return new Standing.Believed(version, hash(entry));
    }

    private static RecordsAnswer.Held held(long version, Entry entry, String... past) {
        return held(version, entry, List.of(past), List.of());
    }

    private static RecordsAnswer.Held held(long version, Entry entry, List<String> past, List<LostState> lost) {
        return new RecordsAnswer.Held(CloudModel.change(entry, version, 1), past, lost);
    }

    private RecordsAnswer.Held voided(long version) {
        Change tombstone = CloudModel.tombstone(one, version, 1);
        return new RecordsAnswer.Held(tombstone, List.of(hash(one)), List.of());
    }

    private static Trail trail(@org.jspecify.annotations.Nullable Entry... states) {
        return new Trail(Stream.of(states).map(StandingTest::state).toList());
    }

    private static Trail.State state(@org.jspecify.annotations.Nullable Entry entry) {
        String image = entry == null ? null : EntryJson.encode(entry);
        return new Trail.State(Fingerprint.of(image), image);
    }

    private static String hash(Entry entry) {
        return Fingerprint.of(EntryJson.encode(entry));
    }
}
