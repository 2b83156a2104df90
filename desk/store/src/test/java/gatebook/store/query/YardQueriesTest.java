package gatebook.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.money.Money;
import gatebook.store.TestDesk;
import gatebook.store.file.Register;
import gatebook.store.operation.Arrival;
import gatebook.store.operation.Departure;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.RegisterEntry;
import gatebook.store.operation.RegisterExit;
import gatebook.store.operation.VoidEntry;
import gatebook.store.record.EntryRow;
import gatebook.store.sqlite.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate asks while it works. */
final class YardQueriesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    @TempDir
    Path folder;

    private TestDesk desk;
    private Register register;
    private YardQueries queries;

    @BeforeEach
    void open() {
        desk = new TestDesk(folder.resolve("home"));
        register = desk.register();
        queries = new YardQueries(register.database());
    }

    @AfterEach
    void close() {
        register.close();
    }

    @Test
    void movementsAreTheVisitsInAndOutNewestFirst() {
        EntryRow first = enter("MH12AB1234", "Konkan Carriers");
        EntryRow second = enter("8822", "Shree Logistics");
        desk.wait(Duration.ofHours(1));
        leave(first, Departure.Settlement.CASH);
        assertThat(told(queries.movements(10))).containsExactly("OUT MH12AB1234", "IN 8822", "IN MH12AB1234");
        assertThat(told(queries.movements(1))).containsExactly("OUT MH12AB1234");
        voided(second);
        assertThat(told(queries.movements(10))).containsExactly("OUT MH12AB1234", "IN MH12AB1234");
    }

    @Test
    void hoursAreThoseOfTheSitesClocks() {
        EntryRow row = enter("MH12AB1234", "Konkan Carriers"); // 12:11 in Kolkata
        desk.wait(Duration.ofHours(3));
        leave(row, Departure.Settlement.CASH);
        List<DayHours.Hour> hours = queries.hours(DAY).hours();
        assertThat(hours).hasSize(24);
        assertThat(hours.get(12)).isEqualTo(new DayHours.Hour(12, 1, 0));
        assertThat(hours.get(15)).isEqualTo(new DayHours.Hour(15, 0, 1));
        assertThat(queries.hours(DAY.minusDays(1)).hours()).allMatch(hour -> hour.entered() == 0 && hour.exited() == 0);
    }

    @Test
    void theIncomeOfADayIsWhatWasPaidOnIt() {
        EntryRow paid = enter("MH12AB1234", "Konkan Carriers");
        EntryRow owed = enter("8822", "Konkan Carriers");
        desk.wait(Duration.ofHours(20));
        leave(paid, Departure.Settlement.ONLINE);
        leave(owed, Departure.Settlement.UNPAID);
        Currency rupees = Currency.getInstance("INR");
        assertThat(queries.income(DAY.plusDays(1), 3))
                .containsExactly(
                        new DayIncome(DAY.minusDays(1), Money.zero(rupees)),
                        new DayIncome(DAY, Money.zero(rupees)),
                        new DayIncome(DAY.plusDays(1), new Money(22_500, rupees)));
    }

    @Test
    void whoCameFirstIsInsideLongest() {
        EntryRow first = enter("MH12AB1234", "Konkan Carriers");
        enter("8822", "Konkan Carriers");
        EntryRow gone = enter("1299", "Konkan Carriers");
        leave(gone, Departure.Settlement.CASH);
        Instant later = desk.now().plusSeconds(1);
        assertThat(plates(queries.longestInside(later, 10))).containsExactly("MH12AB1234", "8822");
        assertThat(plates(queries.longestInside(later, 1))).containsExactly("MH12AB1234");
        assertThat(plates(queries.longestInside(first.entry().entryTime(), 10))).isEmpty();
    }

    @Test
    void aVehicleIsKnownByItsNumberInAnySpelling() {
        leave(enter("MH12AB1234", "Konkan Carriers"), Departure.Settlement.CASH);
        EntryRow again = enter("MH 12 AB 1234", "Shree Logistics");
        KnownVehicle known = queries.known("mh-12-ab-1234");
        assertThat(known.inside()).containsExactly(again);
        assertThat(known.lastVisit()).contains(again);
        assertThat(queries.known("1234").lastVisit()).isEmpty();
        assertThat(queries.known("--").lastVisit()).isEmpty();
    }

    @Test
    void namesThatCameOftenStandFirst() {
        enter("1", "Shree Logistics");
        enter("2", "Konkan Carriers");
        enter("3", "konkan carriers");
        assertThat(queries.transportNames(10)).hasSize(2);
        assertThat(queries.transportNames(10).getFirst()).isEqualToIgnoringCase("Konkan Carriers");
        assertThat(queries.transportNames(1)).hasSize(1);
    }

    @Test
    void amongAHundredThousandVisitsTheSameIsFound() {
        EntryRow mine = enter("MH12AB1234", "Konkan Carriers");
        register.database().write(Turn.GATE, session -> session.update("""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
                INSERT INTO parking_entries (
                    uuid, serial_number, transport_name, vehicle_type, vehicle_number, plate_key, entry_time, exit_time,
                    status, payment_status, ticket_no, fee_minor, created_at, last_modified)
                SELECT 'old-' || i, i, 'Old ' || (i % 50), 'Trailer', 'OLD' || i, 'OLD' || i,
                    strftime('%Y-%m-%dT%H:%M:%S', '2025-01-01', '+' || i || ' minutes') || '.000Z',
                    strftime('%Y-%m-%dT%H:%M:%S', '2025-01-01', '+' || (i + 60) || ' minutes') || '.000Z',
                    'Exited', 'Paid', 'O-' || i, 100, '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'
                FROM n"""));
        assertThat(queries.known("mh12ab1234").lastVisit()).contains(mine);
        assertThat(plates(queries.longestInside(desk.now().plusSeconds(1), 10))).containsExactly("MH12AB1234");
        assertThat(queries.transportNames(100)).hasSize(51);
        assertThat(queries.hours(DAY).hours().get(12).entered()).isEqualTo(1);
    }

    private EntryRow enter(String plate, String transport) {
        desk.wait(Duration.ofMinutes(1));
        Outcome outcome = new RegisterEntry(register.database(), desk.clock(), desk.ids())
                .register(new Arrival(plate, "Trailer", transport, null, null, null, null, null, "System"));
        return ((Outcome.Done) outcome).row();
    }

    private void leave(EntryRow row, Departure.Settlement settlement) {
        Departure departure = new Departure(settlement, null, null, null, "System");
        assertThat(new RegisterExit(register.database(), desk.clock(), desk.ids())
                        .register(row.entry().id(), departure))
                .isInstanceOf(Outcome.Done.class);
    }

    private void voided(EntryRow row) {
        new VoidEntry(register.database(), desk.clock(), desk.ids())
                .voidEntry(row.entry().id(), "typed twice", "System");
    }

    private static List<String> told(List<Movement> movements) {
        return movements.stream()
                .map(each -> each.way() + " " + each.row().entry().plate())
                .toList();
    }

    private static List<String> plates(List<EntryRow> rows) {
        return rows.stream()
                .map(EntryRow::entry)
                .map(Entry::plate)
                .map(plate -> plate.typed())
                .toList();
    }
}
