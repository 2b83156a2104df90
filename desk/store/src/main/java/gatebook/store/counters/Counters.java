package gatebook.store.counters;

import gatebook.rules.entry.DeskCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The side file of {@link HighMarks}: raised after each commit, without a flush, so that a register replaced by an older
 * copy of itself is noticed and no number is given out twice. One block is overwritten in place, which costs no more than a
 * system call and leaves the old content or the new; a checksum tells a torn one. It is a witness, not a promise: a
 * failure to write it is no failure of the commit. {@link #raise} keeps the file open. Thread-safe; between processes the last writer may leave it a few
 * numbers low, until the next commit.
 */
public final class Counters implements AutoCloseable {
    /** To open it for each commit costs more than to write it; one that was deleted meanwhile is missed for so long. */
    private static final int WRITES_PER_OPENING = 64;

    private static final int BLOCK_BYTES = 1024;
    private static final String TITLE = "gatebook-counters 1";

    private final Path file;
    private HighMarks known = HighMarks.NONE;
    private @Nullable FileChannel channel;
    private int writes;

    public Counters(Path file) {
        this.file = file;
    }

    /** What the side file says; empty if there is none, or it cannot be made out. */
    public synchronized Optional<HighMarks> read() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
            while (block.hasRemaining() && channel.read(block, block.position()) > 0) {
                // goes on until the block is full or the file ends
            }
            return decode(new String(block.array(), 0, block.position(), StandardCharsets.US_ASCII));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /**
     * Notes that the desk has come at least this far; call it after the commit that did.
     *
     * @return whether the side file says so now
     */
    public synchronized boolean raise(HighMarks reached) {
        HighMarks raised = known.max(reached);
        if (raised.equals(known)) {
            if (Files.exists(file)) {
                return true;
            }
            close(); // the file that is open is no longer there
        }
        if (known.equals(HighMarks.NONE)) {
            // Once is enough: what other processes add, the register says too.
            raised = raised.max(read().orElse(HighMarks.NONE));
        }
        try {
            write(raised);
            known = raised;
            return true;
        } catch (IOException readOnlyOrFull) {
            return false;
        }
    }

    /** Says what the register says, lower or not: a desk that went back was told to a person and goes on from there. */
    public synchronized void accept(HighMarks present) throws IOException {
        write(present);
        close();
        known = present;
    }

    private void write(HighMarks marks) throws IOException {
        ByteBuffer block = ByteBuffer.wrap(encode(marks).getBytes(StandardCharsets.US_ASCII));
        FileChannel open = opened();
        boolean written = false;
        try {
            while (block.hasRemaining()) {
                open.write(block, block.position());
            }
            written = true;
        } finally {
            if (!written) {
                close();
            }
        }
    }

    private FileChannel opened() throws IOException {
        FileChannel open = channel;
        if (open != null && open.isOpen() && writes++ % WRITES_PER_OPENING != 0) {
            return open;
        }
        close();
        FileChannel anew = open();
        channel = anew;
        return anew;
    }

    /** Lets go of the file; the next writing opens it again. */
    @Override
    public synchronized void close() {
        FileChannel open = channel;
        channel = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException nothingLeftToSay) {
            // What was written stands; what was not is said again at the next commit.
        }
    }

    private FileChannel open() throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (NoSuchFileException first) {
            return FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE));
        }
    }

    private static String encode(HighMarks marks) throws IOException {
        StringBuilder text = new StringBuilder(TITLE)
                .append("\naudit_row ")
                .append(marks.auditRow())
                .append("\ndevice_seq ")
                .append(marks.deviceSeq())
                .append('\n');
        for (Map.Entry<DeskCode, Long> ticket : marks.tickets().entrySet()) {
            text.append("ticket ").append(ticket.getKey()).append(' ').append(ticket.getValue());
            text.append('\n');
        }
        String body = text.toString();
        String whole = body + "crc32 " + crc(body) + "\n";
        if (whole.length() > BLOCK_BYTES) {
            throw new IOException(
                    "more desk codes than the block holds: " + marks.tickets().size());
        }
        return whole + " ".repeat(BLOCK_BYTES - whole.length());
    }

    private static Optional<HighMarks> decode(String block) {
        int end = block.indexOf("crc32 ");
        if (end < 0
                || !block.startsWith(TITLE + "\n")
                || !block.substring(end).strip().equals("crc32 " + crc(block.substring(0, end)))) {
            return Optional.empty();
        }
        HighMarks marks = HighMarks.NONE;
        for (String line : block.substring(0, end).lines().skip(1).toList()) {
            String[] words = line.split(" ", -1);
            marks = switch (words[0]) {
                case "audit_row" -> marks.withAuditRow(Long.parseLong(words[1]));
                case "device_seq" -> marks.withDeviceSeq(Long.parseLong(words[1]));
                case "ticket" -> marks.withTicket(new DeskCode(words[1]), Long.parseLong(words[2]));
                default -> marks;
            };
        }
        return Optional.of(marks);
    }

    private static long crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }
}
