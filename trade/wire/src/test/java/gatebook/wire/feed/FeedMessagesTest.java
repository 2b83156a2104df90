package gatebook.wire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.TicketNo;
import gatebook.wire.Golden;
import gatebook.wire.Samples;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonOut;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class FeedMessagesTest {
    private static final HistoryId HISTORY = new HistoryId(UUID.fromString("0193a0c2-0000-7000-8000-000000000001"));
    private static final String IMAGE = EntryJson.encode(Samples.exited());

    @Test
    void aPageIsWrittenAsReleasedVersionsWroteItAndReadBack() {
        ChangesPage.Stored page = new ChangesPage.Stored(
                HISTORY,
                List.of(
                        stored(118, Change.Life.LIVE, IMAGE),
                        stored(119, Change.Life.VOIDED, IMAGE),
                        stored(120, Change.Life.VOIDED, null)),
                new Cursor("abc"),
                true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        page.write(out);
        String json = out.toString(StandardCharsets.UTF_8);
        Golden.assertWritten("changes.json", json);
        ChangesPage read =
                ChangesPage.read(Golden.stream(json), Samples.ZONE, Samples.INR).orDamaged("test");
        assertThat(read.cursor()).isEqualTo(new Cursor("abc"));
        assertThat(read.more()).isTrue();
        assertThat(read.changes())
                .extracting(Change::seq, Change::version, Change::life, Change::entry)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(118L, 4L, Change.Life.LIVE, Samples.exited()),
                        org.assertj.core.groups.Tuple.tuple(119L, 4L, Change.Life.VOIDED, Samples.exited()),
                        org.assertj.core.groups.Tuple.tuple(120L, 4L, Change.Life.VOIDED, null));
    }

    @Test
    void aLiveChangeWithoutAnImageIsRefused() {
        String json = JsonOut.text(out -> out.object(() -> {
            out.field("history_id", HISTORY.toString());
            out.name("changes").array(() -> stored(118, Change.Life.LIVE, null).write(out));
            out.field("cursor", "abc").flag("more", false);
        }));
        assertThat(ChangesPage.read(Golden.stream(json), Samples.ZONE, Samples.INR))
                .isInstanceOf(Decoded.Refused.class);
    }

    @Test
    void aChangeOfAnotherTableIsRefused() {
        String json = JsonOut.text(out -> out.object(() -> {
            out.field("history_id", HISTORY.toString());
            out.name("changes").array(() -> stored(118, Change.Life.LIVE, IMAGE).write(out));
            out.field("cursor", "abc").flag("more", false);
        }));
        assertThat(ChangesPage.read(Golden.stream(json), Samples.ZONE, Samples.INR))
                .isInstanceOf(Decoded.Read.class);
        String other = json.replace("parking_entries", "barriers");
        assertThat(ChangesPage.read(Golden.stream(other), Samples.ZONE, Samples.INR))
                .isInstanceOfSatisfying(
                        Decoded.Refused.class,
                        refused -> assertThat(refused.toString()).contains("table_name"));
    }

    /** F-E8: well formed, and not true. */
    @Test
    void aPageThatContradictsItselfIsSeenThrough() {
        Cursor at = new Cursor("abc");
        Cursor next = new Cursor("abd");
        Change first = new Change(7, Samples.ID, 1, Change.Life.LIVE, Samples.IN, null, Samples.parked());
        Change later = new Change(8, Samples.ID, 2, Change.Life.LIVE, Samples.OUT, null, Samples.exited());
        EntryId foreign = new EntryId(UUID.fromString("0193a0c2-4d2e-7a10-8f10-000000000009"));
        Change mixed = new Change(9, foreign, 2, Change.Life.LIVE, Samples.OUT, null, Samples.exited());
        assertThat(page(next, true, first, later).contradiction(at)).isEmpty();
        assertThat(page(at, false).contradiction(at)).isEmpty();
        assertThat(page(next, true, later, first).contradiction(at))
                .as("goes back")
                .isPresent();
        assertThat(page(next, true, first, first).contradiction(at)).as("twice").isPresent();
        assertThat(page(next, false, mixed).contradiction(at))
                .as("another record")
                .isPresent();
        assertThat(page(at, true, first).contradiction(at)).as("no way on").isPresent();
        assertThat(page(next, true).contradiction(at)).as("nothing, and more").isPresent();
    }

    private static ChangesPage page(Cursor cursor, boolean more, Change... changes) {
        return new ChangesPage(HISTORY, List.of(changes), cursor, more);
    }

    @Test
    void aSnapshotEndsOnlyWithItsCursor() {
        String line = JsonOut.text(stored(118, Change.Life.LIVE, IMAGE)::write);
        Golden.assertWritten("snapshot-line.json", line);
        assertThat(SnapshotLine.read(line, Samples.ZONE, Samples.INR))
                .isInstanceOfSatisfying(
                        Decoded.Read.class, read -> assertThat(read.value()).isInstanceOf(SnapshotLine.Record.class));
        String end = SnapshotLine.end(new Cursor("abc"));
        Golden.assertWritten("snapshot-end.json", end);
        assertThat(SnapshotLine.read(end, Samples.ZONE, Samples.INR))
                .isEqualTo(new Decoded.Read<>(new SnapshotLine.End(new Cursor("abc"))));
    }

    @Test
    void whoChangedARecordIsSaidWhereItIsKnown() {
        Change.Stored voided =
                new Change.Stored(120, Samples.ID, 4, Change.Life.VOIDED, Samples.OUT, "desk", "Ravi", null);
        String line = JsonOut.text(voided::write);
        Golden.assertWritten("change-by-whom.json", line);
        assertThat(SnapshotLine.read(line, Samples.ZONE, Samples.INR))
                .isEqualTo(new Decoded.Read<>(new SnapshotLine.Record(
                        new Change(120, Samples.ID, 4, Change.Life.VOIDED, Samples.OUT, "desk", "Ravi", null))));
    }

    @Test
    void ticketsOfJoinedRecordsTravelWithTheRecordTheyLeadTo() {
        List<TicketNo> tickets = List.of(new TicketNo("B-00012"), new TicketNo("C-00003"));
        Change.Stored first =
                new Change.Stored(121, Samples.ID, 4, Change.Life.VOIDED, Samples.OUT, "desk", "Ravi", tickets, null);
        String line = JsonOut.text(first::write);
        Golden.assertWritten("change-joined-tickets.json", line);
        assertThat(SnapshotLine.read(line, Samples.ZONE, Samples.INR))
                .isEqualTo(new Decoded.Read<>(new SnapshotLine.Record(new Change(
                        121, Samples.ID, 4, Change.Life.VOIDED, Samples.OUT, "desk", "Ravi", tickets, null))));
    }

    @Test
    void whatCannotBeATicketFallsAwayAndTheChangeStays() {
        String line = JsonOut.text(stored(118, Change.Life.LIVE, IMAGE)::write)
                .replace("\"data\":", "\"joined_tickets\":[\" \",\"B-00012\",\"" + "9".repeat(25) + "\"],\"data\":");
        assertThat(SnapshotLine.read(line, Samples.ZONE, Samples.INR))
                .isInstanceOfSatisfying(
                        Decoded.Read.class,
                        read -> assertThat(((SnapshotLine.Record) read.value())
                                        .change()
                                        .joined())
                                .containsExactly(new TicketNo("B-00012")));
    }

    @Test
    void aLineThatWasCutOffAnywhereIsNeverTakenForOne() {
        String line = JsonOut.text(stored(118, Change.Life.LIVE, IMAGE)::write);
        for (int cut = 0; cut < line.length(); cut++) {
            assertThat(SnapshotLine.read(line.substring(0, cut), Samples.ZONE, Samples.INR))
                    .as("cut at %d", cut)
                    .isInstanceOf(Decoded.Refused.class);
        }
    }

    private static Change.Stored stored(long seq, Change.Life life, @org.jspecify.annotations.Nullable String data) {
        return new Change.Stored(seq, Samples.ID, 4, life, Samples.OUT, "desk", data);
    }
}
