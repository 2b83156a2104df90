package gatebook.store.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One step of the file's shape.
 *
 * @param to the version that the file has after it
 * @param name as people know it, {@code 0001-register.sql}
 * @param script its statements, without transaction commands
 */
record Migration(SchemaVersion to, String name, String script) {
    private static final String FOLDER = "/gatebook/store/";

    /** In order; a file that was released is never edited, a new one is added. */
    private static final List<String> NAMES = List.of("0001-register.sql", "0002-search.sql", "0003-findings.sql");

    /** All steps of this program, the first one from an empty file. */
    public static List<Migration> all() {
        return NAMES.stream().map(Migration::load).toList();
    }

    private static Migration load(String name) {
        try (InputStream in = Migration.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A step whose version is the number that its name begins with. */
    static Migration of(String name, String script) {
        return new Migration(new SchemaVersion(Integer.parseInt(name.substring(0, 4))), name, script);
    }
}
