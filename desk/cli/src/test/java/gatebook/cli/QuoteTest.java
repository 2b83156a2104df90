package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuoteTest {
    private static final String TARIFFS = """
            {"currency":"INR","zone":"Asia/Kolkata","tariffs":[{"vehicle_type":"Car",
              "bands":[{"after":"PT0S","up_to":"PT24H","total":350.00},{"after":"PT24H","each":40.00,"per":"PT1H"}]}]}""";

    @TempDir
    Path folder;

    private TestHome desk;
    private Path file;

    @BeforeEach
    void aFileOfTariffs() throws IOException {
        desk = TestHome.at(folder.resolve("home"));
        file = Files.writeString(folder.resolve("tariffs.json"), TARIFFS);
    }

    @Test
    void aQuoteIsAFeeWithItsLinesAndTouchesNoRegister() {
        TestHome.Said said = quote("car", "2024-01-15T10:00:00+05:30", "2024-01-16T12:30:00");
        assertThat(said.code()).isZero();
        assertThat(said.object())
                .containsEntry("fee", new Json.Digits("470.00"))
                .containsKey("lines");
        assertThat(desk.folder).doesNotExist();
    }

    @Test
    void peopleReadTheLines() {
        TestHome.Said said = desk.run(
                "quote",
                "--tariff=" + file,
                "--vehicle-type=Car",
                "--entry=2024-01-15 10:00",
                "--exit=2024-01-16 12:30");
        assertThat(said.out()).contains("2024-01-16 10:00:00", "120.00 INR", "fee  470.00 INR");
    }

    @Test
    void whatHasNoPriceIsRefused() throws IOException {
        assertRefused(quote("Car", "2024-01-15T10:00:00Z", "2024-01-15T09:00:00Z"), "GB-1005 ");
        assertThat(quote("Car", "2024-01-15T10:00:00Z", "2024-01-15T09:00:00Z").err())
                .as("there is no entry to be edited")
                .doesNotContain("edit");
        assertRefused(quote("Crane", "2024-01-15T10:00:00Z", "2024-01-15T11:00:00Z"), "GB-1001 vehicle_type: ");
        assertRefused(quote("Car", "today", "2024-01-15T11:00:00Z"), "GB-1001 entry: ");
        Files.writeString(file, TARIFFS.replace("\"per\"", "\"pro\""));
        assertRefused(
                quote("Car", "2024-01-15T10:00:00Z", "2024-01-15T11:00:00Z"), "GB-1001 tariffs[0].bands[1].pro: ");
        Files.delete(file);
        assertRefused(quote("Car", "2024-01-15T10:00:00Z", "2024-01-15T11:00:00Z"), "GB-1111 ");
    }

    private TestHome.Said quote(String type, String entry, String exit) {
        return desk.json(
                "quote", "--tariff", file.toString(), "--vehicle-type", type, "--entry", entry, "--exit", exit);
    }

    private static void assertRefused(TestHome.Said said, String begin) {
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith(begin);
    }
}
