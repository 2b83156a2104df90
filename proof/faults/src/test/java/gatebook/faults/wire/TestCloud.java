package gatebook.faults.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One real cloud for all tests of a JVM. */
final class TestCloud {
    private static final WireCloud ONLY = WireCloud.start(folder());

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ONLY::close));
    }

    private TestCloud() {}

    static WireCloud running() {
        return ONLY;
    }

    private static Path folder() {
        try {
            Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "wire-cloud-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
