package gatebook.api.health;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, as the build wrote it down. */
final class ServiceVersion {
    private final String text;

    ServiceVersion() {
        try (InputStream file = ServiceVersion.class.getResourceAsStream("/gatebook/api/version.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            this.text = properties.getProperty("version", "unknown");
        } catch (IOException damaged) {
            throw new UncheckedIOException("the program's own files are damaged", damaged);
        }
    }

    String text() {
        return text;
    }
}
