package gatebook.app.entry;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The form's draft on the disk, so that a power cut costs no typing. It is a convenience: where it cannot be written or
 * read, the register is not the worse for it.
 */
final class DraftFile {
    private static final Logger LOG = LoggerFactory.getLogger(DraftFile.class);
    private static final String NAME = "entry-draft.properties";

    private final Path file;

    DraftFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** What was kept; empty where nothing was. */
    Draft read() {
        if (!Files.exists(file)) {
            return Draft.EMPTY;
        }
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(in);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("the draft of an entry cannot be read", unreadable);
            return Draft.EMPTY;
        }
        Map<EntryField, String> texts = new EnumMap<>(EntryField.class);
        for (EntryField field : EntryField.values()) {
            texts.put(field, kept.getProperty(field.id(), ""));
        }
        return new Draft(texts);
    }

    /** Keeps a draft, whole or not at all; an empty one leaves no file. Whether it is kept. */
    boolean keep(Draft draft) {
        try {
            if (draft.isBlank()) {
                Files.deleteIfExists(file);
                return true;
            }
            Properties kept = new Properties();
            draft.texts().forEach((field, text) -> kept.setProperty(field.id(), text));
            Path fresh = file.resolveSibling(NAME + ".new");
            try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                kept.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            LOG.warn("the draft of an entry cannot be kept", e);
            return false;
        }
    }
}
