package gatebook.store.backup;

import gatebook.store.migration.Migrated;
import gatebook.store.migration.Migrator;
import gatebook.store.sqlite.FileConnection;
import gatebook.store.sqlite.StoreFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a look at a register file that nobody writes to came to. */
public sealed interface Examined {
    /** What is said of a file that was never one of ours. */
    String FOREIGN = "not a register of Gatebook";

    /** Every page of it was read and fits the others. */
    record Sound(Holdings holdings) implements Examined {}

    /** It cannot be relied on. */
    record Unsound(List<String> findings) implements Examined {
        public Unsound {
            findings = List.copyOf(findings);
        }
    }

    /** Opens the file for reading only, checks its pages and its owner, and counts what it holds. */
    static Examined examine(Path file) {
        if (!Files.isRegularFile(file)) {
            return new Unsound(List.of("there is no such file"));
        }
        try (FileConnection connection = FileConnection.readOnly(file)) {
            List<String> findings = connection.quickCheck();
            if (!findings.isEmpty()) {
                return new Unsound(findings);
            }
            return switch (new Migrator().plan(connection)) {
                case Migrated.Foreign() -> new Unsound(List.of(FOREIGN));
                case Migrated.Moved(var from, var to) when from.number() == 0 -> new Unsound(List.of("empty"));
                case Migrated.Moved m -> new Sound(Holdings.of(connection));
                case Migrated.Current c -> new Sound(Holdings.of(connection));
                case Migrated.TooNew(var found, var known) ->
                    new Unsound(List.of("made by a newer program: its shape is " + found + ", known here is " + known));
            };
        } catch (StoreFault fault) {
            boolean isOther = fault.kind() == StoreFault.Cause.DAMAGED && !beginsAsDatabase(file);
            return new Unsound(List.of(isOther ? FOREIGN : String.valueOf(fault.getMessage())));
        }
    }

    private static boolean beginsAsDatabase(Path file) {
        byte[] beginning = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(beginning.length), beginning);
        } catch (IOException unreadable) {
            return true; // what the disk refused says nothing of the file
        }
    }
}
