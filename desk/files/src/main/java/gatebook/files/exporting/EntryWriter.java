package gatebook.files.exporting;

import gatebook.rules.entry.Entry;
import java.io.IOException;

/** A file that grows by one entry at a time. */
interface EntryWriter extends AutoCloseable {
    void write(Entry entry) throws IOException;

    /** Writes what stands behind the last entry; leaves the stream open. */
    void finish() throws IOException;

    /** Lets go of what it holds beside the stream, whether or not the file came to its end. */
    @Override
    default void close() throws IOException {}
}
