package gatebook.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library in a folder of the desk's own. Left to itself the driver unpacks it into the shared temporary
 * folder at each start, where it may be forbidden to run, and leaves it there when the process is killed.
 */
final class NativeLibrary {
    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String UNPACK_TO = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /** Unpacks the library unless that very one lies there; leaves settings alone that were made before. */
    static synchronized void place(Path folder) throws IOException {
        if (System.getProperty(FOLDER) != null || System.getProperty(UNPACK_TO) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                System.setProperty(UNPACK_TO, folder.toString()); // the driver will say what it lacks
                return;
            }
            byte[] library = in.readAllBytes();
            Path target = folder.resolve(name);
            if (!Files.isRegularFile(target) || !Arrays.equals(library, Files.readAllBytes(target))) {
                Path unpacked = Files.createTempFile(folder, "sqlite-", ".unpacked");
                Files.write(unpacked, library);
                Files.move(unpacked, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        System.setProperty(UNPACK_TO, folder.toString());
        System.setProperty(FOLDER, folder.toString());
    }
}
