package gatebook.faults.power;

/**
 * What a process asked of its disk, or told the world, in the order in which it was done. Files go by numbers of their
 * own.
 */
sealed interface Call {
    @SuppressWarnings("ArrayRecordComponent") // never compared, and millions of bytes of them
    record Write(int file, long at, byte[] bytes) implements Call {}

    record Resize(int file, long bytes) implements Call {}

    /** The file's content is on the disk when this returns. */
    record Flush(int file) implements Call {}

    /** The names in the folder are on the disk when this returns. */
    record FlushFolder(String folder) implements Call {}

    record Make(String name, int file) implements Call {}

    record MakeFolder(String name) implements Call {}

    record Move(String from, String to) implements Call {}

    record Remove(String name) implements Call {}

    /** A line of its standard output. */
    record Told(String line) implements Call {}
}
