package gatebook.store.file;

import gatebook.store.counters.HighMarks;
import gatebook.store.migration.SchemaVersion;
import java.nio.file.Path;

/** Something about an opening that a person should hear, although the register opened. */
public sealed interface Notice {
    /** There was no register and no trace of one: this one is new. */
    record Created() implements Notice {}

    /** The last program to use the file was ended before it closed it, by a kill or a power cut. */
    record UncleanEnd(Pages pages) implements Notice {}

    /** Whether the whole file was looked at. */
    enum Pages {
        /** All of them, and they are sound. */
        READ,
        /** The file is too large to keep a person waiting: {@link Register#check} is to run while the work goes on. */
        STILL_TO_READ
    }

    /**
     * The file got this program's shape.
     *
     * @param copy the file as it was, proven
     */
    record Migrated(SchemaVersion from, SchemaVersion to, Path copy) implements Notice {}

    /**
     * The file holds less than this desk had written: it was replaced by an older copy, or its log was removed. Numbers go
     * on from the higher ones; what is between is missing here.
     */
    record WentBack(HighMarks inRegister, HighMarks remembered) implements Notice {}
}
