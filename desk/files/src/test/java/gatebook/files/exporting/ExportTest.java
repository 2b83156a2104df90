package gatebook.files.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportTest {
    private final Export export = new Export(ZoneId.of("Asia/Kolkata"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"a.csv, CSV", "a.XLSX, XLSX", "a.b.Json, JSON"})
    void tellsTheFormatByTheEnding(String name, ExportFormat format) {
        Path file = folder.resolve(name);
        assertThat(export.write(file, taker -> taker.accept(Entries.parked(1))))
                .isEqualTo(new ExportOutcome.Written(file, format, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.doc", "csv", "a.csv.gz"})
    void refusesAnyOtherEnding(String name) {
        Path file = folder.resolve(name);
        assertThat(export.write(file, taker -> {})).isEqualTo(new ExportOutcome.UnknownEnding(file));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAPlaceThatIsNotThere() throws IOException {
        Path nowhere = folder.resolve("no").resolve("a.csv");
        assertThat(export.write(nowhere, taker -> {})).isEqualTo(new ExportOutcome.NoPlace(nowhere));
        Path itself = Files.createDirectory(folder.resolve("b.csv"));
        assertThat(export.write(itself, taker -> {})).isEqualTo(new ExportOutcome.NoPlace(itself));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.xlsx", "a.pdf", "a.json"})
    void keepsTheFileThatIsThereUntilTheNewOneIsWhole(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "yesterday's");
        assertThatThrownBy(() -> export.write(file, taker -> {
                    taker.accept(Entries.parked(1));
                    throw new IllegalStateException("the register failed");
                }))
                .hasMessage("the register failed");
        assertThat(file).hasContent("yesterday's");
        assertThat(beside()).containsExactly(file);
        export.write(file, taker -> taker.accept(Entries.parked(1)));
        assertThat(Files.size(file)).isGreaterThan(100);
        assertThat(beside()).containsExactly(file);
    }

    private Path[] beside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toArray(Path[]::new);
        }
    }
}
