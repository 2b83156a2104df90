package gatebook.files.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;

/** Old files for tests: the samples, and small ones made of text. */
final class OldFiles {
    static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    static final Currency RUPEE = Currency.getInstance("INR");

    private OldFiles() {}

    static Path sample(String name) {
        try {
            return Path.of(OldFiles.class.getResource("/legacy/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Reading read(Path file) {
        return LegacyFile.read(file, KOLKATA, RUPEE);
    }

    static Reading read(Path folder, String content) {
        return read(write(folder, content.getBytes(StandardCharsets.UTF_8)));
    }

    static Path write(Path folder, byte[] content) {
        try {
            return Files.write(folder.resolve("parking_data.json"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
