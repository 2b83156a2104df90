package gatebook.files.importing;

import static gatebook.files.importing.OldFiles.KOLKATA;
import static gatebook.files.importing.OldFiles.RUPEE;
import static gatebook.files.importing.OldFiles.read;
import static gatebook.files.importing.OldFiles.sample;
import static org.assertj.core.api.Assertions.assertThat;

import gatebook.files.importing.Issue.Kind;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.store.operation.ImportedRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LegacyFileTest {
    private static final String ROW = """
            {"serial": 4, "transport_name": "Ñandú हिन्दी", "vehicle_type": "6-wheeler", "vehicle_number": "0012", \
            "driver_name": "N/A", "driver_phone": "", "notes": null, "entry_time": "2025-06-01T06:54:24.037325", \
            "status": "Exited", "parking_fee": 150.0, "payment_status": "Paid", "payment_type": "UPI", \
            "exit_time": "2025-06-02T03:52:39"}""";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"parking_data.json", "parking_data_v2.json", "backups/parking_data_backup_20250817_183540.json"})
    void sumsOfASampleAreThoseOfItsText(String name) throws IOException {
        String text = Files.readString(sample(name));
        Totals totals = read(sample(name)).totals();
        assertThat(totals.rows()).isEqualTo(count(text, "\"vehicle_number\"")).isPositive();
        assertThat(totals.parked()).isEqualTo(count(text, "\"status\": \"Parked\""));
        assertThat(totals.exited()).isEqualTo(count(text, "\"status\": \"Exited\""));
        assertThat(totals.paid()).isEqualByComparingTo(feesWhere(text, "Paid"));
        assertThat(totals.unpaid()).isEqualByComparingTo(feesWhere(text, "Unpaid"));
        assertThat(totals.setAside()).isZero();
        assertThat(totals.feesSetAside()).isEqualByComparingTo("0");
        assertThat(totals.issues()).isZero();
    }

    @Test
    void aRowSaysWhatItsObjectSaid() {
        Reading reading = read(folder, "[" + ROW + "]");
        ImportedRow row = reading.rows().getFirst();
        Entry entry = row.entry();
        assertThat(row.raw()).isEqualTo(ROW);
        assertThat(row.rawHash()).matches("[0-9a-f]{64}");
        assertThat(row.occurrence()).isEqualTo(1);
        assertThat(entry.ticket().serialNumber()).isEqualTo(4);
        assertThat(entry.plate().typed()).isEqualTo("0012");
        assertThat(entry.entryTime()).isEqualTo(Instant.parse("2025-06-01T01:24:24.037Z"));
        assertThat(entry.description().transportName()).isEqualTo("Ñandú हिन्दी");
        assertThat(entry.description().vehicleType().name()).isEqualTo("6 Wheeler");
        assertThat(entry.description().driverName()).isNull();
        assertThat(entry.description().driverContact()).isNull();
        assertThat(entry.description().notes()).isNull();
        assertThat(entry.stay().status()).isEqualTo(Status.EXITED);
        assertThat(entry.stay().exitTime()).isEqualTo(Instant.parse("2025-06-01T22:22:39Z"));
        assertThat(entry.stay().fee().minor()).isEqualTo(15_000);
        assertThat(entry.payment()).isEqualTo(new Payment(PaymentStatus.PAID, "UPI"));
        assertThat(entry.authorship().createdBy()).isEqualTo("System");
        assertThat(entry.authorship().createdAt()).isEqualTo(entry.entryTime());
        assertThat(entry.authorship().lastModified()).isEqualTo(entry.stay().exitTime());
        assertThat(reading.issues()).isEmpty();
    }

    @Test
    void aHalfFinishedRowStaysHalfFinished() {
        Entry entry = read(sample("parking_data.json")).rows().getFirst().entry();
        assertThat(entry.stay().status()).isEqualTo(Status.PARKED);
        assertThat(entry.stay().exitTime()).isEqualTo(Instant.parse("2025-05-29T08:21:44.546Z"));
        assertThat(entry.stay().fee().minor()).isEqualTo(22_500);
        assertThat(entry.payment()).isEqualTo(new Payment(PaymentStatus.UNPAID, "Cash"));
    }

    @Test
    void everyShapeOfTheFileGivesTheSameRows() {
        String second = ROW.replace("0012", "8822");
        List<ImportedRow> plain = read(folder, "[" + ROW + "," + second + "]").rows();
        assertThat(plain).hasSize(2);
        for (String shape : List.of(
                "{\"entries\": [" + ROW + "," + second + "]}",
                "{\"parking_entries\": [" + ROW + "," + second + "], \"count\": 2}",
                "{\"status\": \"ok\", \"location\": \"Gate 1\", \"data\": [" + ROW + "," + second + "]}",
                "[{\"serial\": 1, \"entries\": [" + ROW + "]}, {\"serial\": 2, \"entries\": [" + second + "]}]",
                ROW + "\n" + second + "\n",
                ROW + second,
                "\uFEFF[" + ROW + "," + second + "]")) {
            Reading reading = read(folder, shape);
            assertThat(reading.rows()).as(shape).isEqualTo(plain);
            assertThat(reading.issues()).as(shape).isEmpty();
        }
    }

    @Test
    void everyEncodingOfTheFileGivesTheSameRows() {
        List<ImportedRow> plain = read(folder, "[" + ROW + "]").rows();
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String mark : List.of("", "\uFEFF")) {
                Reading reading = read(OldFiles.write(folder, (mark + "[" + ROW + "]").getBytes(charset)));
                assertThat(reading.rows()).as(charset + mark).isEqualTo(plain);
                assertThat(reading.issues()).isEmpty();
            }
        }
    }

    @Test
    void theCodePageOfAnOldWindowsIsReadAndNamed() {
        String row = ROW.replace("हिन्दी", "año €");
        Reading reading = read(OldFiles.write(folder, ("[" + row + "]").getBytes(Charset.forName("windows-1252"))));
        assertThat(kinds(reading)).containsExactly(Kind.ENCODING_ASSUMED);
        assertThat(reading.rows().getFirst().entry().description().transportName())
                .isEqualTo("Ñandú año €");
    }

    @Test
    void oneWrongByteDoesNotTurnUnicodeIntoAnotherCodePage() {
        byte[] file = ("[" + ROW + "]").getBytes(StandardCharsets.UTF_8);
        file[new String(file, StandardCharsets.ISO_8859_1).indexOf("UPI")] = (byte) 0xFF;
        Reading reading = read(OldFiles.write(folder, file));
        assertThat(kinds(reading)).containsExactly(Kind.ENCODING_DAMAGED, Kind.BAD_TEXT);
        assertThat(reading.rows().getFirst().entry().description().transportName())
                .isEqualTo("Ñandú हिन्दी");
        assertThat(reading.rows().getFirst().entry().payment().type()).isEqualTo("\uFFFDPI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \r\n\t", "null", "\uFEFF"})
    void aFileWithoutEntriesIsNoRowsAndOneIssue(String content) {
        Reading reading = read(folder, content);
        assertThat(reading.rows()).isEmpty();
        assertThat(reading.totals().issues()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [ ]\n", "{\"entries\": []}"})
    void anEmptyListIsSaidToBeEmpty(String content) {
        Reading reading = read(folder, content);
        assertThat(reading.rows()).isEmpty();
        assertThat(kinds(reading)).containsExactly(Kind.EMPTY_FILE);
    }

    @Test
    void neverThrowsAndNeverLosesAnObjectThatEndedBeforeTheCut() throws IOException {
        byte[] whole = Files.readAllBytes(sample("parking_data.json"));
        String text = new String(whole, StandardCharsets.UTF_8);
        List<Integer> ends = new ArrayList<>();
        for (int at = text.indexOf('}'); at >= 0; at = text.indexOf('}', at + 1)) {
            ends.add(at + 1);
        }
        for (int cut = 0; cut < whole.length; cut++) {
            int length = cut;
            Reading reading = read(OldFiles.write(folder, Arrays.copyOf(whole, cut)));
            assertThat(reading.rows()).as("cut at " + cut).hasSize((int)
                    ends.stream().filter(end -> end <= length).count());
            if (!new String(whole, cut, whole.length - cut, StandardCharsets.UTF_8).isBlank()) {
                assertThat(reading.totals().issues()).as("cut at " + cut).isPositive();
            }
        }
    }

    @Test
    void damageInTheMiddleCostsOneObject() throws IOException {
        String text = Files.readString(sample("parking_data_v2.json"));
        Totals whole = read(sample("parking_data_v2.json")).totals();
        for (String damage : List.of("\"status\"", "\"serial\"", "entry_time\":", "  },", "\"N/A\",", "{")) {
            int at = text.indexOf(damage, text.length() / 2);
            String damaged = text.substring(0, at) + "#" + text.substring(at + damage.length());
            Reading reading = read(folder, damaged);
            assertThat(reading.totals().rows()).as(damage).isEqualTo(whole.rows() - 1);
            assertThat(reading.issues()).as(damage).isNotEmpty().allMatch(issue -> issue.kind() == Kind.BROKEN);
            assertThat(reading.issues().getFirst().at().byteOffset()).isBetween((long) at - 700, (long) at);
        }
    }

    @Test
    void aLargeWrapperIsLookedInto() throws IOException {
        String text = Files.readString(sample("parking_data_v2.json"));
        StringBuilder list = new StringBuilder();
        for (int copy = 0; copy < 3; copy++) {
            list.append(copy == 0 ? "" : ",")
                    .append(text.strip(), 1, text.strip().length() - 1);
        }
        Reading reading = read(folder, "{\"status\": \"ok\", \"entries\": [" + list + "], \"count\": 600}");
        assertThat(reading.totals().rows()).isEqualTo(600);
        assertThat(reading.issues()).hasSize(400).allMatch(issue -> issue.kind() == Kind.IDENTICAL);
    }

    @Test
    void anEntryMayHoldAListOfObjects() {
        Reading reading = read(folder, "{\"payments\": [{\"amount\": 5}], " + ROW.substring(1) + "\n" + ROW);
        assertThat(reading.totals().rows()).isEqualTo(2);
        assertThat(kinds(reading)).containsExactly(Kind.SAME_VISIT);
    }

    @Test
    void anObjectWithoutItsBraceIsAnIssueInAWrapperToo() {
        String second = ROW.replace("0012", "8822");
        for (String file : List.of("[%s,%s,%s]", "{\"entries\": [%s,%s,%s]}")) {
            Reading reading = read(folder, file.formatted(ROW, ROW.substring(1), second));
            assertThat(reading.totals().rows()).as(file).isEqualTo(2);
            assertThat(kinds(reading)).as(file).containsExactly(Kind.BROKEN);
        }
    }

    @Test
    void everyRowOfAnyMixtureMayBeKeptByTheRegister() {
        String[] values = {
            "\"N/A\"",
            "\"\"",
            "null",
            "0",
            "-7",
            "225.005",
            "\"Rs. 225\"",
            "\"1e400\"",
            "1e400",
            "true",
            "[1]",
            "{\"a\": 1}",
            "\"2025-05-29 12:50:08\"",
            "\"1850-01-01T00:00:00\"",
            "\"\\u0000\\ud800\"",
            "NaN",
            "\"Active\"",
            "\"paid\"",
            "\"" + "x".repeat(12_000) + "\"",
            "99999999999",
            "\"=1+1\"",
            "12345678901234567890123456789012345678901234567890"
        };
        String[] keys = {
            "serial",
            "transport_name",
            "vehicleType",
            "vehicle_number",
            "driver_phone",
            "driver_contact",
            "location",
            "notes",
            "entryTime",
            "entry_time",
            "exit_time",
            "status",
            "parking_fee",
            "fee",
            "payment_status",
            "paymentType",
            "created_by",
            "created_at",
            "last_modified",
            "something"
        };
        java.util.Random random = new java.util.Random(99);
        StringBuilder file = new StringBuilder("[");
        for (int row = 0; row < 2000; row++) {
            file.append(row == 0 ? "{" : ",\n{");
            for (int at = 0; at < 12; at++) {
                file.append(at == 0 ? "" : ", ")
                        .append('"')
                        .append(keys[random.nextInt(keys.length)])
                        .append("\": ")
                        .append(values[random.nextInt(values.length)]);
            }
            file.append('}');
        }
        Reading reading = read(folder, file.append(']').toString());
        assertThat(reading.totals().rows() + reading.totals().setAside()).isEqualTo(2000);
        assertThat(reading.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(EntryRules.faults(row.entry())).isEmpty());
        assertThat(reading.rows().stream()
                        .map(row -> row.entry().plate() + " " + row.entry().entryTime()))
                .doesNotHaveDuplicates();
        assertThat(reading.rows().stream().map(row -> row.rawHash() + row.occurrence()))
                .doesNotHaveDuplicates();
        assertThat(reading.issues()).noneMatch(issue -> issue.kind() == Kind.BROKEN);
    }

    @Test
    void aFileIsReadTheSameWayTwiceAndLeftAsItWas() throws IOException {
        Path file = sample("parking_data_v2.json");
        byte[] before = Files.readAllBytes(file);
        assertThat(read(file)).isEqualTo(read(file));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aCopySavedWithOtherWhiteSpaceHasTheSameHashes() {
        String spaced = ROW.replace(", ", ",\n    ").replace("150.0", "150");
        assertThat(read(folder, "[" + spaced + "]").rows().getFirst().rawHash())
                .isEqualTo(read(folder, "[" + ROW + "]").rows().getFirst().rawHash())
                .isNotEqualTo(read(folder, ROW.replace("UPI", "Cash"))
                        .rows()
                        .getFirst()
                        .rawHash());
    }

    @Test
    void takesRowsOneByOneWithTheSameTotals() {
        Path file = sample("parking_data_v2.json");
        Reading reading = read(file);
        try (LegacyRows rows = LegacyFile.open(file, KOLKATA, RUPEE)) {
            assertThat(rows.totals().rows()).isZero();
            assertThat(rows).toIterable().containsExactlyElementsOf(reading.rows());
            assertThat(rows.totals()).isEqualTo(reading.totals());
        }
    }

    static List<Kind> kinds(Reading reading) {
        return reading.issues().stream().map(Issue::kind).toList();
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    /** By regular expressions on the text, so that nothing of the importer is trusted. */
    private static BigDecimal feesWhere(String text, String paymentStatus) {
        Matcher matcher = Pattern.compile(
                        "\"parking_fee\": ([0-9.]+),\\s*\"payment_status\": \"" + paymentStatus + "\"")
                .matcher(text);
        return matcher.results().map(fee -> new BigDecimal(fee.group(1))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
