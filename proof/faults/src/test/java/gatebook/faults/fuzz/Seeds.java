package gatebook.faults.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where inputs come from: the golden messages, the old files, and the inputs that once broke a decoder. */
final class Seeds {
    private static final Path ROOT = root();
    private static final Path GOLDEN = ROOT.resolve("trade/wire/src/test/resources/gatebook/wire/v1");
    private static final Path OLD = ROOT.resolve("desk/files/src/test/resources/legacy");

    /** A folder for each decoder that was ever broken; an input that was found goes in here and stays. */
    static final Path KEPT = ROOT.resolve("proof/faults/src/test/resources/gatebook/faults/fuzz/kept");

    private Seeds() {}

    static List<byte[]> golden(String... names) {
        return Stream.of(names).map(name -> bytes(GOLDEN.resolve(name))).toList();
    }

    static List<byte[]> oldFiles() {
        return Stream.of("parking_data.json", "parking_data_v2.json")
                .map(name -> bytes(OLD.resolve(name)))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .map(text -> text.substring(0, Math.min(text.length(), 3_000)))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    static List<byte[]> texts(String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    static List<byte[]> kept(Decoder decoder) {
        Path folder = KEPT.resolve(decoder.name());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Seeds::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The checkout, wherever in it this runs. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("trade/wire"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("this runs within a checkout");
            }
        }
        return folder;
    }
}
