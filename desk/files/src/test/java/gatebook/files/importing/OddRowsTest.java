package gatebook.files.importing;

import static gatebook.files.importing.LegacyFileTest.kinds;
import static gatebook.files.importing.OldFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.files.importing.Issue.Kind;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.store.operation.ImportedRow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OddRowsTest {
    private static final String TIME = "\"entry_time\": \"2025-06-01T10:00:00\"";
    private static final String NAMED =
            "\"vehicle_number\": \"1234\", \"transport_name\": \"T\", \"vehicle_type\": \"Trailer\"";

    @TempDir
    Path folder;

    /** Label, fields beside a name and an entry time, what is looked at, what it is, issues. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        Active is Parked            | "status": "Active"                                     | status  | Parked     |
        any case                    | "status": "EXITED", "exit_time": "2025-06-01 11:00:00" | status  | Exited     |
        Completed is Exited         | "status": "completed", "exit_time": "2025-06-01T11:00" | status  | Exited     |
        no status, no exit          | "fee": 0                                               | status  | Parked     | STATUS_UNKNOWN
        no status, an exit          | "exit_time": "2025-06-01T11:00:00"                     | status  | Exited     | STATUS_UNKNOWN
        a strange status            | "status": "Towed"                                      | status  | Parked     | STATUS_UNKNOWN
        exited, no time             | "status": "Exited"                                     | exit    | 2025-06-01T04:30:00Z | EXIT_WITHOUT_TIME
        exited, only changed        | "status": "Exited", "last_modified": "2025-06-01T12:00:00" | exit | 2025-06-01T06:30:00Z | EXIT_WITHOUT_TIME
        exited, changed before      | "status": "Exited", "last_modified": "2025-05-01T12:00:00" | exit | 2025-06-01T04:30:00Z | EXIT_WITHOUT_TIME
        exit before entry           | "status": "Exited", "exit_time": "2025-05-01T12:00:00" | exit    | 2025-06-01T04:30:00Z | EXIT_BEFORE_ENTRY
        exit is no time             | "status": "Parked", "exit_time": "later"               | exit    | null       | NOT_A_TIME
        fee as text                 | "status": "Parked", "parking_fee": "225"               | fee     | 225.00     |
        fee in rupees               | "status": "Parked", "parking_fee": "Rs. 1,350.00"      | fee     | 1350.00    |
        fee under its new name      | "status": "Parked", "fee": "₹225"                      | fee     | 225.00     |
        fee in camel case           | "status": "Parked", "parkingFee": 225                  | fee     | 225.00     |
        fee with noise of a float   | "status": "Parked", "fee": 225.30000000000001          | fee     | 225.30     | FEE_ROUNDED
        fee is half a paisa         | "status": "Parked", "fee": 0.005                       | fee     | 0.00       | FEE_ROUNDED
        fee is next to nothing      | "status": "Parked", "fee": 1e-999999                   | fee     | 0.00       | FEE_ROUNDED
        fee is words                | "status": "Parked", "fee": "free"                      | fee     | 0.00       | FEE_UNREADABLE
        fee is absurd               | "status": "Parked", "fee": 1e999999                    | fee     | 0.00       | FEE_TOO_LARGE
        fee is N/A                  | "status": "Parked", "fee": "N/A"                       | fee     | 0.00       |
        fee twice, equal            | "status": "Parked", "fee": 5, "parking_fee": 5         | fee     | 5.00       |
        fee twice, not equal        | "status": "Parked", "fee": 7, "parking_fee": 5         | fee     | 5.00       | FIELDS_DISAGREE
        fee twice, one says nothing | "status": "Parked", "fee": 7, "parking_fee": "N/A"     | fee     | 7.00       |
        the same key twice          | "status": "Parked", "fee": 7, "fee": 9                 | fee     | 9.00       | FIELDS_DISAGREE
        paid in small letters       | "status": "Parked", "payment_status": "paid"           | payment | Paid       |
        a strange payment           | "status": "Parked", "paymentStatus": "half"            | payment | Unpaid     | PAYMENT_STATUS_UNKNOWN
        payment type is kept        | "status": "Parked", "paymentType": "Net Banking"       | paid by | Net Banking |
        contact as driver_phone     | "status": "Parked", "driver_phone": "+91 98"           | contact | +91 98     |
        contact as driver_contact   | "status": "Parked", "driver_contact": 9000075969       | contact | 9000075969 |
        contact is N/A              | "status": "Parked", "driver_phone": "n/a"              | contact | null       |
        location                    | "status": "Parked", "location": "Bay 4"                | location | Bay 4     |
        location is a list          | "status": "Parked", "location": ["Bay 4"]              | location | null      | WRONG_TYPE
        serial as text              | "status": "Parked", "serial": "12"                     | serial  | 12         |
        serial of a spreadsheet     | "status": "Parked", "serial": 12.0                     | serial  | 12         |
        serial is words             | "status": "Parked", "serial": "twelve"                 | serial  | 0          | SERIAL_UNREADABLE
        serial below zero           | "status": "Parked", "serial": -1                       | serial  | 0          | SERIAL_UNREADABLE
        """)
    void takesAnOddValueAs(String label, String fields, String looked, String value, String issue) {
        Reading reading = read(folder, "[{" + NAMED + ", " + TIME + ", " + fields + "}]");
        assertThat(kinds(reading)).as(label).isEqualTo(issue == null ? List.of() : List.of(Kind.valueOf(issue)));
        Entry entry = reading.rows().getFirst().entry();
        Object found = switch (looked) {
            case "status" -> entry.stay().status().text();
            case "exit" -> entry.stay().exitTime();
            case "fee" -> entry.stay().fee().major();
            case "payment" -> entry.payment().status().text();
            case "paid by" -> entry.payment().type();
            case "contact" -> entry.description().driverContact();
            case "location" -> entry.description().location();
            case "serial" -> entry.ticket().serialNumber();
            default -> throw new IllegalArgumentException(looked);
        };
        assertThat(String.valueOf(found)).as(label).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "Trailer, Trailer",
        "TRAILER, Trailer",
        "6-wheeler, 6 Wheeler",
        "6wheeler, 6 Wheeler",
        "six wheeler, 6 Wheeler",
        "Six-Wheelers, 6 Wheeler",
        "4 WHEELER, 4 Wheeler",
        "two wheeler, 2 Wheeler",
        "12 Wheeler, 12 Wheeler",
        "Tanker, Tanker",
        "trailer (long), trailer (long)"
    })
    void spellsAKnownVehicleTypeTheOneWayAndKeepsAnyOther(String written, String kept) {
        String row = "[{\"vehicle_number\": \"1\", \"transport_name\": \"T\", \"vehicleType\": \"" + written
                + "\", \"status\": \"Parked\", " + TIME + "}]";
        assertThat(read(folder, row)
                        .rows()
                        .getFirst()
                        .entry()
                        .description()
                        .vehicleType()
                        .name())
                .isEqualTo(kept);
    }

    @Test
    void readsKeysInCamelCase() {
        Entry entry = read(folder, """
                        [{"serialNumber": 3, "vehicleNumber": "MH12", "transportName": "T", "vehicleType": "4 Wheeler",
                          "driverName": "D", "driverContact": "98", "entryTime": "2025-06-01T10:00:00Z", "exitTime": null,
                          "status": "Parked", "parkingFee": 0, "paymentStatus": "Unpaid", "createdBy": "Asha",
                          "lastModified": "2025-06-01T10:05:00Z"}]""").rows().getFirst().entry();
        assertThat(entry.plate().typed()).isEqualTo("MH12");
        assertThat(entry.description().driverContact()).isEqualTo("98");
        assertThat(entry.entryTime()).isEqualTo(Instant.parse("2025-06-01T10:00:00Z"));
        assertThat(entry.authorship().createdBy()).isEqualTo("Asha");
        assertThat(entry.authorship().lastModified()).isEqualTo(Instant.parse("2025-06-01T10:05:00Z"));
    }

    @Test
    void keepsAPlateWrittenAsANumber() {
        String row =
                "{\"vehicle_number\": %s, \"transport_name\": \"T\", \"vehicle_type\": \"X\", \"status\": \"Parked\", "
                        + TIME + "}";
        assertThat(read(folder, row.formatted("8822"))
                        .rows()
                        .getFirst()
                        .entry()
                        .plate()
                        .typed())
                .isEqualTo("8822");
        assertThat(read(folder, row.formatted("8822.0"))
                        .rows()
                        .getFirst()
                        .entry()
                        .plate()
                        .typed())
                .isEqualTo("8822");
    }

    @Test
    void namesStandInsForWhatIsMissing() {
        Reading reading = read(
                folder,
                "[{\"status\": \"Parked\", \"fee\": 50, " + TIME + "},"
                        + "{\"status\": \"Parked\", \"fee\": 60, \"vehicle_number\": \"N/A\", " + TIME + "}]");
        assertThat(kinds(reading))
                .containsExactly(
                        Kind.NO_VEHICLE_NUMBER,
                        Kind.NO_TRANSPORT_NAME,
                        Kind.NO_VEHICLE_TYPE,
                        Kind.NO_VEHICLE_NUMBER,
                        Kind.NO_TRANSPORT_NAME,
                        Kind.NO_VEHICLE_TYPE);
        List<Entry> entries = reading.rows().stream().map(ImportedRow::entry).toList();
        assertThat(entries).allMatch(entry -> entry.plate().typed().matches("UNKNOWN-[0-9A-F]{6}"));
        assertThat(entries.get(0).plate()).isNotEqualTo(entries.get(1).plate());
        assertThat(entries.get(0).description().transportName()).isEqualTo("UNKNOWN");
        assertThat(reading.totals().unpaid()).isEqualByComparingTo("110");
    }

    @Test
    void takesTheEarliestTimeOfItsOwnForAMissingEntryTime() {
        Reading reading = read(
                folder,
                "[{" + NAMED + ", \"status\": \"Exited\", \"entry_time\": \"N/A\","
                        + "\"last_modified\": \"2025-06-01T12:00:00Z\", \"exit_time\": \"2025-06-01T11:00:00Z\"}]");
        assertThat(kinds(reading)).containsExactly(Kind.NO_ENTRY_TIME);
        assertThat(reading.rows().getFirst().entry().entryTime()).isEqualTo(Instant.parse("2025-06-01T11:00:00Z"));
    }

    @Test
    void setsAnObjectWithoutAnyTimeAsideAndCountsItsMoneyApart() {
        Reading reading = read(
                folder,
                "[{" + NAMED + ", \"status\": \"Exited\", \"fee\": \"225\", \"payment_status\": \"Paid\"}," + "{"
                        + NAMED + ", " + TIME
                        + ", \"status\": \"Parked\", \"fee\": 100, \"payment_status\": \"Paid\"}]");
        assertThat(kinds(reading)).containsExactly(Kind.NO_ENTRY_TIME);
        assertThat(reading.totals().rows()).isEqualTo(1);
        assertThat(reading.totals().setAside()).isEqualTo(1);
        assertThat(reading.totals().paid()).isEqualByComparingTo("100");
        assertThat(reading.totals().feesSetAside()).isEqualByComparingTo("225");
    }

    @Test
    void countsAmountsThatNoEntryCanHoldApart() {
        Reading reading = read(
                folder,
                "[{" + NAMED + ", " + TIME + ", \"status\": \"Parked\", \"fee\": -50},"
                        + "{\"vehicle_number\": \"2\", \"transport_name\": \"T\", \"vehicle_type\": \"X\", \"status\": \"Parked\", "
                        + TIME + ", \"fee\": \"99999999999.99\"}]");
        assertThat(kinds(reading)).containsExactly(Kind.FEE_NEGATIVE, Kind.FEE_TOO_LARGE);
        assertThat(reading.totals().rows()).isEqualTo(2);
        assertThat(reading.totals().unpaid()).isEqualByComparingTo("0");
        assertThat(reading.totals().feesSetAside()).isEqualByComparingTo(new BigDecimal("99999999949.99"));
    }

    @Test
    void addsUpEachPaymentStatusByItself() {
        StringBuilder file = new StringBuilder();
        String[] statuses = {"Paid", "UNPAID", "pending", "Refunded"};
        for (int at = 0; at < statuses.length; at++) {
            file.append("{\"vehicle_number\": \"" + at + "\", \"transport_name\": \"T\", \"vehicle_type\": \"X\", "
                    + TIME + ", \"status\": \"Parked\", \"fee\": 1" + at + ".10, \"payment_status\": \"" + statuses[at]
                    + "\"}\n");
        }
        Totals totals = read(folder, file.toString()).totals();
        assertThat(totals.fees(PaymentStatus.PAID)).isEqualTo(new BigDecimal("10.10"));
        assertThat(totals.fees(PaymentStatus.UNPAID)).isEqualTo(new BigDecimal("11.10"));
        assertThat(totals.fees(PaymentStatus.PENDING)).isEqualTo(new BigDecimal("12.10"));
        assertThat(totals.fees(PaymentStatus.REFUNDED)).isEqualTo(new BigDecimal("13.10"));
    }

    @Test
    void movesWhatDoesNotFitToTheNotes() {
        String name = "long ".repeat(100).strip();
        Reading reading = read(
                folder,
                "[{\"vehicle_number\": \"1\", \"vehicle_type\": \"X\", \"transport_name\": \"" + name
                        + "\", \"notes\": \"tarpaulin torn\", \"status\": \"Parked\", " + TIME + "}]");
        Entry entry = reading.rows().getFirst().entry();
        assertThat(kinds(reading)).containsExactly(Kind.TEXT_TOO_LONG);
        assertThat(entry.description().transportName()).hasSize(200).isEqualTo(name.substring(0, 200));
        assertThat(entry.description().notes()).isEqualTo("tarpaulin torn\ntransport_name: " + name);
    }

    @Test
    void givesASecondVisitAtTheSameTimeATimeOfItsOwn() {
        String other = "{" + NAMED + ", " + TIME + ", \"status\": \"Parked\", \"fee\": %d}";
        Reading reading =
                read(folder, "[" + other.formatted(1) + "," + other.formatted(2) + "," + other.formatted(3) + "]");
        assertThat(kinds(reading)).containsExactly(Kind.SAME_VISIT, Kind.SAME_VISIT);
        assertThat(reading.rows().stream().map(row -> row.entry().entryTime().toString()))
                .containsExactly("2025-06-01T04:30:00Z", "2025-06-01T04:30:00.001Z", "2025-06-01T04:30:00.002Z");
        assertThat(reading.rows()).allMatch(row -> row.occurrence() == 1);
    }

    @Test
    void keepsAnIdenticalObjectSoThatTheSumsMatchTheFile() {
        String row = "{" + NAMED + ", " + TIME
                + ", \"status\": \"Exited\", \"exit_time\": \"2025-06-01T10:00:00\", \"fee\": 5}";
        Reading reading = read(folder, "[" + row + "," + row + "]");
        assertThat(kinds(reading)).containsExactly(Kind.IDENTICAL);
        assertThat(reading.totals().unpaid()).isEqualByComparingTo("10");
        assertThat(reading.rows().get(1).occurrence()).isEqualTo(2);
        assertThat(reading.rows().get(1).rawHash())
                .isEqualTo(reading.rows().get(0).rawHash());
        Entry second = reading.rows().get(1).entry();
        assertThat(second.stay().status()).isEqualTo(Status.EXITED);
        assertThat(second.stay().exitTime()).isEqualTo(second.entryTime());
    }

    @Test
    void passesOverWhatIsNoEntryAndSaysSo() {
        Reading reading = read(
                folder,
                "[1, \"two\", null, {}, {\"capacity\": 100}, [{" + NAMED + ", " + TIME + ", \"status\": \"Parked\"}]]");
        assertThat(reading.rows()).hasSize(1);
        assertThat(reading.issues()).hasSize(5).allMatch(issue -> issue.kind() == Kind.NOT_AN_ENTRY);
    }
}
