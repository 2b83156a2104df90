package gatebook.files.salvage;

/**
 * A place in a file.
 *
 * @param byteOffset from 0, counted in the file as it lies on the disk
 * @param line from 1
 */
public record Position(long byteOffset, long line) {
    /** The beginning of a file. */
    public static final Position START = new Position(0, 1);

    @Override
    public String toString() {
        return "line " + line + " (byte " + byteOffset + ")";
    }
}
