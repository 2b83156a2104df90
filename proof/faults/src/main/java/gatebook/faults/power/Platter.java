package gatebook.faults.power;

import java.util.Arrays;

/** The bytes of a file while it is being rebuilt, in one piece of memory that is long enough for all that comes. */
final class Platter {
    private final byte[] bytes;
    private int length;

    /**
     * @param begun what is there
     * @param longest how long it will ever be
     */
    Platter(byte[] begun, int longest) {
        this.bytes = Arrays.copyOf(begun, longest);
        this.length = begun.length;
    }

    void write(int at, byte[] from, int first, int count) {
        if (at > length) {
            Arrays.fill(bytes, length, at, (byte) 0);
        }
        System.arraycopy(from, first, bytes, at, count);
        length = Math.max(length, at + count);
    }

    /** Cuts it off, or fills it up with zeros. */
    void resize(int to) {
        if (to > length) {
            Arrays.fill(bytes, length, to, (byte) 0);
        }
        length = to;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }
}
