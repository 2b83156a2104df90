package gatebook.wire;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.refusal.FieldError;
import gatebook.wire.json.Decoded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Messages as released versions wrote them. A golden file is never edited: a change of form is a new version. */
public final class Golden {
    private Golden() {}

    /** The text of a file, without its last line end. */
    public static String text(String name) {
        try (InputStream file = Objects.requireNonNull(
                Golden.class.getResourceAsStream("v1/" + name), () -> "no golden file " + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void assertWritten(String name, String json) {
        assertThat(json).isEqualTo(text(name));
    }

    public static InputStream stream(String json) {
        return new java.io.ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    /** What a message was refused for; nothing if it was read. */
    public static List<FieldError> faults(Decoded<?> decoded) {
        return switch (decoded) {
            case Decoded.Read<?> read -> List.of();
            case Decoded.Refused<?>(List<FieldError> faults) -> faults;
        };
    }
}
