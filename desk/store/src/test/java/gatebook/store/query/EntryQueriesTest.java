package gatebook.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.rules.entry.VehicleType;
import gatebook.store.TestDesk;
import gatebook.store.file.Register;
import gatebook.store.operation.Arrival;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.RegisterEntry;
import gatebook.store.operation.VoidEntry;
import gatebook.store.record.EntryRow;
import gatebook.store.sqlite.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryQueriesTest {
    @TempDir
    Path folder;

    private TestDesk desk;
    private Register register;
    private EntryQueries queries;

    @BeforeEach
    void aYard() {
        desk = new TestDesk(folder.resolve("home"));
        register = desk.register();
        queries = new EntryQueries(register.database());
        enter("MH12AB1234", "Konkan Carriers", "Ramesh Patil", "oil leak 100% sure");
        enter("GJ05 CD 5678", "Shree Logistics", null, null);
        enter("KA-22-EF-1299", "Deccan_Road", "Suresh", "trailer \"big\"");
        enter("1234", "Konkan Carriers", "O'Brien", null);
    }

    @AfterEach
    void close() {
        register.close();
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(textBlock = """
            A-00002, GJ05 CD 5678
            a-00002, GJ05 CD 5678
            gj05cd5678, GJ05 CD 5678
            GJ-05-CD-5678, GJ05 CD 5678
            5678, GJ05 CD 5678
            678, GJ05 CD 5678
            299, KA-22-EF-1299
            1234, 1234
            AB1234, MH12AB1234
            34, several
            9, KA-22-EF-1299
            9999, none
            A-00009, none
            --, none
            0193aaaa-0000-7000-8000-000000000001, none
            """)
    void findsTheEntryThatAPersonMeans(String typed, String plate) {
        assertThat(meant(queries.find(typed))).isEqualTo(plate);
    }

    @Test
    void findsAnEntryByItsUuid() {
        Entry entry = newest().entry();
        assertThat(queries.find(entry.id().toString())).isEqualTo(new Found.One(newest()));
    }

    @Test
    void whoLeftDoesNotStandInTheWayOfWhoIsInside() {
        exitAll();
        enter("MH14ZZ1234", "Konkan Carriers", null, null);
        assertThat(meant(queries.find("1234"))).isEqualTo("MH14ZZ1234");
    }

    @Test
    void aVehicleThatLeftIsFoundByItsWholeNumberAndNotByItsEnding() {
        exitAll();
        assertThat(meant(queries.find("GJ05CD5678"))).isEqualTo("GJ05 CD 5678");
        assertThat(meant(queries.find("678"))).isEqualTo("none");
    }

    @Test
    void theTicketAndTheUuidOfAJoinedRecordLeadToTheOneThatStandsForBoth() {
        EntryRow holder = row("MH12AB1234");
        register.database()
                .write(
                        Turn.ENGINE,
                        session -> session.update("""
                INSERT INTO displaced_entries (
                    uuid, ticket_no, row_data, sync_status, holder_uuid, reason, displaced_at)
                VALUES (
                    '0193aaaa-0000-7000-8000-000000000009', 'B-00007', '{}', 'pending', ?, 'joined',
                    '2026-11-22T06:40:10.536Z')""", holder.entry().id().toString()));
        assertThat(queries.find("B-00007")).isEqualTo(new Found.One(holder));
        assertThat(queries.find("0193aaaa-0000-7000-8000-000000000009")).isEqualTo(new Found.One(holder));
    }

    @ParameterizedTest(name = "a search for {0} lists {1}")
    @CsvSource(delimiter = '|', textBlock = """
            konkan          | 1234, MH12AB1234
            1234            | 1234, MH12AB1234
            34              | 1234, MH12AB1234
            konkan patil    | MH12AB1234
            patil konkan    | MH12AB1234
            ab-1234         | MH12AB1234
            mh 12 ab 1234   | MH12AB1234
            ef              | KA-22-EF-1299
            100%            | MH12AB1234
            %               | MH12AB1234
            deccan_         | KA-22-EF-1299
            deccanx         |
            "big"           | KA-22-EF-1299
            o'brien         | 1234
            A-00003         | KA-22-EF-1299
            konkan shree    |
            AND             |
            car* OR shree   |
            """)
    void searchesPlatesTicketsNamesAndNotes(String typed, String plates) {
        List<String> expected =
                plates == null ? List.of() : Stream.of(plates.split(", ")).toList();
        assertThat(plates(EntryFilter.ANY.withSearch(typed))).isEqualTo(expected);
        assertThat(plates(EntryFilter.ANY.withSearch(typed).withStatus(Status.PARKED)))
                .as("the same by the other way")
                .isEqualTo(expected);
        EntryFilter unpaid = EntryFilter.ANY.withSearch(typed).withPayment(PaymentStatus.UNPAID);
        assertThat(plates(unpaid)).as("the same among its kind").isEqualTo(expected);
        exitAll();
        assertThat(plates(unpaid)).as("the same once they have left").isEqualTo(expected);
    }

    @Test
    void listsNewestFirstAndOnlyWhatIsAskedFor() {
        Instant third = row("KA-22-EF-1299").entry().entryTime();
        assertThat(plates(EntryFilter.ANY)).containsExactly("1234", "KA-22-EF-1299", "GJ05 CD 5678", "MH12AB1234");
        assertThat(plates(EntryFilter.ANY.withLimit(2))).containsExactly("1234", "KA-22-EF-1299");
        assertThat(plates(EntryFilter.ANY.between(third, null))).containsExactly("1234", "KA-22-EF-1299");
        assertThat(plates(EntryFilter.ANY.between(null, third))).containsExactly("GJ05 CD 5678", "MH12AB1234");
        assertThat(plates(EntryFilter.ANY.withType(new VehicleType("trailer")))).hasSize(4);
        assertThat(plates(EntryFilter.ANY.withType(new VehicleType("Crane")))).isEmpty();
        assertThat(plates(EntryFilter.ANY.withPayment(PaymentStatus.PAID))).isEmpty();
        exitAll();
        assertThat(plates(EntryFilter.ANY.withStatus(Status.PARKED))).isEmpty();
        assertThat(plates(EntryFilter.ANY.withStatus(Status.EXITED))).hasSize(4);
    }

    @Test
    void whatIsVoidedIsNeitherListedNorCountedNorMeant() {
        new VoidEntry(register.database(), desk.clock(), desk.ids())
                .voidEntry(row("MH12AB1234").entry().id(), "typed twice", "System");
        assertThat(plates(EntryFilter.ANY.withSearch("konkan"))).containsExactly("1234");
        assertThat(meant(queries.find("AB1234"))).isEqualTo("none");
        assertThat(queries.totals(LocalDate.parse("2026-11-22"), desk.now()).entered())
                .isEqualTo(3);
    }

    @Test
    void aCorrectedPlateIsFoundAndTheOldOneNoMore() {
        register.database().write(Turn.GATE, session -> session.update("""
                UPDATE parking_entries SET vehicle_number = 'RJ19XY4321', plate_key = 'RJ19XY4321'
                WHERE plate_key = 'MH12AB1234'"""));
        assertThat(plates(EntryFilter.ANY.withSearch("xy4321"))).containsExactly("RJ19XY4321");
        assertThat(plates(EntryFilter.ANY.withSearch("ab1234"))).isEmpty();
    }

    @Test
    void totalsOfADayInTheSitesZone() {
        // 23:59 of the 22nd and midnight in Kolkata.
        exit("MH12AB1234", "2026-11-22T18:29:59.999Z", 22_500, "Paid");
        exit("GJ05CD5678", "2026-11-22T18:30:00.000Z", 22_500, "Paid");
        exit("KA22EF1299", "2026-11-22T12:00:00.000Z", 45_000, "Unpaid");
        Instant twoDaysOn = desk.now().plus(Duration.ofDays(2));
        DayTotals day = queries.totals(LocalDate.parse("2026-11-22"), twoDaysOn);
        assertThat(day.entered()).isEqualTo(4);
        assertThat(day.exited()).isEqualTo(2);
        assertThat(day.income().minor()).isEqualTo(22_500);
        assertThat(day.unpaid().minor()).isEqualTo(45_000);
        assertThat(day.present()).isEqualTo(new DayTotals.Present(1, 1, 100));
        assertThat(day.present().occupancyPercent()).isEqualTo(1);
        assertThat(queries.totals(LocalDate.parse("2026-11-23"), desk.now()).exited())
                .isEqualTo(1);
    }

    @Test
    void theHistoryOfARecordIsToldFromItsBeginning() {
        EntryRow row = row("MH12AB1234");
        new VoidEntry(register.database(), desk.clock(), desk.ids())
                .voidEntry(row.entry().id(), "typed twice", "Asha");
        List<AuditRow> history = queries.history(row.entry().id());
        assertThat(history).extracting(AuditRow::operation).containsExactly("CREATE", "DELETE");
        assertThat(history.getLast().reason()).isEqualTo("typed twice");
        assertThat(history.getLast().by().actor()).isEqualTo("Asha");
        assertThat(history.getLast().change().before())
                .isEqualTo(history.getFirst().change().after());
    }

    private void enter(String plate, String transport, String driver, String notes) {
        desk.wait(Duration.ofMinutes(1));
        Outcome outcome = new RegisterEntry(register.database(), desk.clock(), desk.ids())
                .register(new Arrival(plate, "Trailer", transport, driver, null, null, notes, null, "System"));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private void exitAll() {
        register.database().write(Turn.GATE, session -> session.update("""
                UPDATE parking_entries SET status = 'Exited', exit_time = entry_time"""));
    }

    private void exit(String plateKey, String at, long feeMinor, String payment) {
        register.database().write(Turn.GATE, session -> session.update("""
                                UPDATE parking_entries
                                SET status = 'Exited', exit_time = ?, fee_minor = ?, payment_status = ?
                                WHERE plate_key = ?""", at, feeMinor, payment, plateKey));
    }

    private EntryRow newest() {
        return queries.list(EntryFilter.ANY).getFirst();
    }

    private EntryRow row(String plate) {
        return queries.list(EntryFilter.ANY).stream()
                .filter(row -> row.entry().plate().typed().equals(plate))
                .findFirst()
                .orElseThrow();
    }

    private List<String> plates(EntryFilter filter) {
        return queries.list(filter).stream()
                .map(row -> row.entry().plate().typed())
                .toList();
    }

    private static String meant(Found found) {
        return switch (found) {
            case Found.One(EntryRow row) -> row.entry().plate().typed();
            case Found.None() -> "none";
            case Found.Several several -> "several";
        };
    }
}
