package gatebook.store.exchange;

import static gatebook.store.exchange.CloudModel.change;
import static gatebook.store.exchange.CloudModel.page;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.Status;
import gatebook.rules.entry.TicketNo;
import gatebook.store.Desk;
import gatebook.store.Visits;
import gatebook.store.query.EntryFilter;
import gatebook.store.query.EntryQueries;
import gatebook.store.query.Found;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncStatus;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.Cursor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** B1, B5: a ticket that another desk gave out for a visit that stands here leads to it. */
class JoinedTicketsTest {
    private static final TicketNo THEIRS = new TicketNo("Z-00012");

    @TempDir
    private Path folder;

    private Desk desk;
    private final Entry first = Visits.parked(1, "MH12AB1234");

    @BeforeEach
    void open() {
        desk = Desk.in(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aTicketThatComesWithAKnownVersionIsKeptAndTheRecordStaysAsItWas() {
        desk.apply(page(change(first, 1, 1)));
        EntryRow before = desk.row(first.id());
        List<String> trail = desk.book().rows("SELECT id, hash FROM audit_log");

        assertThat(desk.apply(page(joined(first, 1, 2)))).isEqualTo(Tally.NONE);
        desk.apply(page(joined(first, 1, 3)));

        assertThat(desk.row(first.id())).isEqualTo(before);
        assertThat(desk.book().rows("SELECT id, hash FROM audit_log")).isEqualTo(trail);
        assertLeadsTo(first.id());
    }

    @Test
    void aTicketThatComesWithANewRecordOrANewVersionIsKept() {
        desk.apply(page(joined(first, 1, 1)));
        assertLeadsTo(first.id());
        Entry second = Visits.parked(2, "GJ01X9");
        TicketNo other = new TicketNo("Z-00013");
        desk.apply(page(change(second, 1, 2)));
        desk.apply(page(joined(Visits.notes(second, "gate 2"), 2, 3, other)));
        assertThat(found(other)).isEqualTo(new Found.One(desk.row(second.id())));
    }

    @Test
    void aTicketComesWithAFirstLoadToo() {
        desk.inbox().load(List.of(joined(first, 1, 1)), new Cursor("1"), desk.marks());
        assertLeadsTo(first.id());
    }

    @Test
    void whatIsUnsentOfTheRecordStaysAsItIsAndNobodyIsAsked() {
        desk.apply(page(change(first, 1, 1)));
        Desk.done(desk.correct(first.id(), Field.NOTES, "asked"));
        List<String> queue = desk.queue(first.id());

        desk.apply(page(joined(first, 1, 2)));

        assertThat(desk.queue(first.id())).isEqualTo(queue);
        assertThat(desk.row(first.id()).sync().status()).isEqualTo(SyncStatus.PENDING);
        assertThat(desk.book().number("SELECT count(*) FROM sync_conflicts")).isZero();
        assertLeadsTo(first.id());
    }

    @Test
    void aRecordThatBearsTheTicketItselfIsWhatIsMeant() {
        Entry mine = desk.enter("KA22EF1299");
        desk.apply(page(joined(first, 1, 1, mine.ticket().number())));
        assertThat(found(mine.ticket().number())).isEqualTo(new Found.One(desk.row(mine.id())));
    }

    private void assertLeadsTo(EntryId id) {
        EntryQueries queries = new EntryQueries(desk.database());
        assertThat(found(THEIRS)).isEqualTo(new Found.One(desk.row(id)));
        assertThat(queries.find("z-00012")).as("in small letters").isEqualTo(new Found.One(desk.row(id)));
        assertThat(queries.joinedTickets(id)).containsExactly(THEIRS);
        assertThat(queries.list(EntryFilter.ANY.withStatus(Status.PARKED).withSearch(THEIRS.text())))
                .containsExactly(desk.row(id));
        assertThat(queries.list(EntryFilter.ANY
                        .withStatus(Status.PARKED)
                        .withSearch("00012 " + first.plate().typed())))
                .as("beside another word")
                .containsExactly(desk.row(id));
    }

    private Found found(TicketNo ticket) {
        return new EntryQueries(desk.database()).find(ticket.text());
    }

    private static Change joined(Entry entry, long version, long seq) {
        return joined(entry, version, seq, THEIRS);
    }

    private static Change joined(Entry entry, long version, long seq, TicketNo ticket) {
        Change.Life life = Change.Life.LIVE;
        return new Change(seq, entry.id(), version, life, Desk.MORNING, "desk B", "Asha", List.of(ticket), entry);
    }
}
