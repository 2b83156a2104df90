package gatebook.wire.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.tariff.FeeAnswer;
import gatebook.rules.tariff.FeeTable;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonOut;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class TariffJsonTest {
    private static final Instant TEN = Instant.parse("2024-01-15T04:30:00Z");

    /** Every field that there is; the braces of a test's own change go before the last one. */
    private static final String WHOLE = """
            {"tariffs":[{"vehicle_type":"*","valid_from":"2022-02-08T00:00:00","free_minutes":0,"free_mode":"THRESHOLD",
             "cycle":"NONE","bands":[{"after":"PT0S","up_to":"PT24H","total":350.00},
                                     {"after":"PT24H","up_to":null,"each":40.00,"per":"PT1H"}],
             "band_tolerance":"PT0S","cap_per_cycle":null,"minimum_charge":true,
             "surcharges":[{"kind":"NIGHT_WINDOW","from":"00:00","to":"05:00","amount":40.00}],"lost_ticket":500.00}],
             "zone":"Asia/Kolkata","currency":"INR"}""";

    @ParameterizedTest(name = "{0}: {1} from {2} to {3} costs {4}")
    @CsvFileSource(resources = "/gatebook/wire/tariffs/vectors.csv", numLinesToSkip = 1)
    void publishedTariffsChargeWhatTheyWerePublishedWith(
            String file, String type, OffsetDateTime entry, OffsetDateTime exit, BigDecimal fee) {
        assertThat(table(bytes(file)).quote(new VehicleType(type), entry.toInstant(), exit.toInstant()))
                .isInstanceOfSatisfying(FeeAnswer.Priced.class, priced -> {
                    assertThat(priced.fee().major()).isEqualByComparingTo(fee);
                    assertThat(priced.lines().stream()
                                    .mapToLong(line -> line.amount().minor())
                                    .sum())
                            .isEqualTo(priced.fee().minor());
                });
    }

    @Test
    void aPriceIsWrittenWithItsLines() {
        FeeAnswer answer = table(WHOLE).quote(new VehicleType("Crane"), TEN, TEN.plus(Duration.ofHours(26)));
        assertThat(JsonOut.text(out -> TariffJson.write(out, (FeeAnswer.Priced) answer)))
                .isEqualTo("{\"fee\":470.00,\"currency\":\"INR\",\"lines\":["
                        + "{\"kind\":\"TOTAL\",\"from\":\"2024-01-15T04:30:00.000Z\",\"to\":\"2024-01-16T04:30:00.000Z\","
                        + "\"count\":1,\"amount\":350.00},"
                        + "{\"kind\":\"EACH\",\"from\":\"2024-01-16T04:30:00.000Z\",\"to\":\"2024-01-16T06:30:00.000Z\","
                        + "\"count\":2,\"amount\":80.00},"
                        + "{\"kind\":\"NIGHT_WINDOW\",\"from\":\"2024-01-15T18:30:00.000Z\","
                        + "\"to\":\"2024-01-15T23:30:00.000Z\",\"count\":1,\"amount\":40.00}]}");
    }

    @Test
    void aTimeWithoutAnOffsetIsOfTheFilesZone() {
        FeeTable table = table(WHOLE);
        Instant begin = Instant.parse("2022-02-07T18:30:00Z");
        assertThat(table.quote(new VehicleType("Crane"), begin, begin)).isInstanceOf(FeeAnswer.Priced.class);
        assertThat(table.quote(new VehicleType("Crane"), begin.minusMillis(1), begin))
                .isEqualTo(new FeeAnswer.NoTariff());
    }

    @Test
    void whatMayBeLeftOutHasADefault() {
        FeeTable table = table("{\"currency\":\"INR\",\"zone\":\"Asia/Kolkata\",\"tariffs\":[{\"vehicle_type\":\"*\","
                + "\"bands\":[{\"after\":\"PT0S\",\"each\":225,\"per\":\"PT24H\"}]}]}");
        assertThat(table.quote(new VehicleType("Trailer"), TEN, TEN))
                .isInstanceOfSatisfying(
                        FeeAnswer.Priced.class,
                        priced -> assertThat(priced.fee()).isEqualTo(new Money(22500, table.currency())));
    }

    @ParameterizedTest(name = "{1} for {0} is {3} at {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"cap_per_cycle\":null | \"cap_per_cycel\":100 | tariffs[0].cap_per_cycel | UNKNOWN_FIELD",
                "\"vehicle_type\":\"*\", | '' | tariffs[0].vehicle_type | MISSING",
                "\"total\":350.00 | \"total\":350.005 | tariffs[0].bands[0].total | TOO_PRECISE",
                "\"total\":350.00 | \"total\":-1 | tariffs[0].bands[0].total | NEGATIVE",
                "\"total\":350.00 | \"total\":1e11 | tariffs[0].bands[0].total | TOO_LARGE",
                "\"total\":350.00 | \"total\":\"350\" | tariffs[0].bands[0].total | WRONG_TYPE",
                "\"total\":350.00 | \"each\":350.00 | tariffs[0].bands[0] | CONTRADICTS",
                "\"up_to\":\"PT24H\" | \"up_to\":\"PT0S\" | tariffs[0].bands[0] | CONTRADICTS",
                "\"up_to\":\"PT24H\" | \"up_to\":\"PT25H\" | tariffs[0].bands | CONTRADICTS",
                "\"up_to\":\"PT24H\" | \"up_to\":\"24 h\" | tariffs[0].bands[0].up_to | NOT_A_TIME",
                "\"per\":\"PT1H\" | \"per\":\"PT0S\" | tariffs[0].bands[1].per | NEGATIVE",
                "\"cycle\":\"NONE\" | \"cycle\":\"WEEKLY\" | tariffs[0].cycle | NOT_ONE_OF",
                "\"cycle\":\"NONE\" | \"cycle\":\"CALENDAR@25:00\" | tariffs[0].cycle | NOT_A_TIME",
                "NIGHT_WINDOW | FULL_MOON | tariffs[0].surcharges[0].kind | NOT_ONE_OF",
                "\"currency\":\"INR\" | \"currency\":\"XXX\" | currency | NOT_ONE_OF",
                "Asia/Kolkata | Asia/Nowhere | zone | NOT_ONE_OF"
            })
    void whatCannotBeMeantIsRefusedByName(String what, String by, String field, FieldFault code) {
        assertThat(faults(TariffJson.read(WHOLE.replace(what, by).getBytes(StandardCharsets.UTF_8))))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple(field, code));
    }

    @ParameterizedTest(name = "the cycle {0} is known")
    @CsvSource({"ROLLING_24H", "CALENDAR@06:00"})
    void everyCycleIsKnown(String cycle) {
        assertThat(table(WHOLE.replace("\"NONE\"", "\"" + cycle + "\"")).tariffs())
                .hasSize(1);
    }

    private static List<FieldError> faults(Decoded<FeeTable> decoded) {
        return switch (decoded) {
            case Decoded.Read<FeeTable> _ -> List.of();
            case Decoded.Refused<FeeTable>(List<FieldError> faults) -> faults;
        };
    }

    private static FeeTable table(String json) {
        return table(json.getBytes(StandardCharsets.UTF_8));
    }

    private static FeeTable table(byte[] file) {
        return TariffJson.read(file).orDamaged("a tariff");
    }

    private static byte[] bytes(String file) {
        try (InputStream in = TariffJsonTest.class.getResourceAsStream("/gatebook/wire/tariffs/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException(file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
