package gatebook.files.exporting;

import gatebook.rules.entry.Entry;
import java.io.IOException;

/** A file that grows by one entry at a time. */
interface EntryWriter {
    void write(Entry entry) throws IOException;

    /** Writes what stands behind the last entry; leaves the stream open. */
    void finish() throws IOException;
}
