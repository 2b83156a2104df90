package gatebook.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The first 100 bytes of an SQLite file, read without SQLite, which would leave its mark beside the file (SQLite, Database
 * File Format, section 1.3). While a log stands beside the file they may be behind it.
 *
 * <p>Must not be read while this process has the file open: on POSIX systems closing a second handle drops the locks of the
 * first, SQLite's among them (How To Corrupt, section 2.2).
 */
record FileHead(boolean isSqlite, long bytes, long bytesTold, int userVersion, int applicationId) {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int BYTES = 100;
    private static final int PAGE_BYTES_AT = 16;
    private static final int CHANGES_AT = 24;
    private static final int PAGES_AT = 28;
    private static final int USER_VERSION_AT = 60;
    private static final int APPLICATION_ID_AT = 68;
    private static final int PAGES_VALID_FOR_AT = 92;

    static FileHead read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = ByteBuffer.allocate(BYTES);
            while (head.hasRemaining() && channel.read(head, head.position()) > 0) {
                // goes on until the head is read or the file ends
            }
            boolean isSqlite =
                    !head.hasRemaining() && head.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
            int pageBytes = Short.toUnsignedInt(head.getShort(PAGE_BYTES_AT));
            boolean pagesAreTold = head.getInt(CHANGES_AT) == head.getInt(PAGES_VALID_FOR_AT);
            long pages = pagesAreTold ? Integer.toUnsignedLong(head.getInt(PAGES_AT)) : 0;
            return new FileHead(
                    isSqlite,
                    channel.size(),
                    pages * (pageBytes == 1 ? 65_536 : pageBytes),
                    head.getInt(USER_VERSION_AT),
                    head.getInt(APPLICATION_ID_AT));
        }
    }

    boolean isEmpty() {
        return bytes == 0;
    }

    boolean isCutShort() {
        return bytes < bytesTold;
    }
}
