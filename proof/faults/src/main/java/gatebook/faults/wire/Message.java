package gatebook.faults.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One HTTP/1.1 request or answer, whole, as its bytes came. */
public final class Message {
    /** Two line ends. */
    private static final int END_OF_HEAD = 0x0d0a0d0a;

    private static final int HEAD_BYTES_MAX = 64 * 1024;

    private final byte[] bytes;
    private final int headBytes;

    private Message(byte[] bytes, int headBytes) {
        this.bytes = bytes;
        this.headBytes = headBytes;
    }

    /** The next message on a line; empty where the line ends between two. */
    static Optional<Message> read(InputStream in) throws IOException {
        ByteArrayOutputStream taken = new ByteArrayOutputStream(1024);
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        taken.write(first);
        for (int lastFour = first; lastFour != END_OF_HEAD; ) {
            int next = next(in);
            taken.write(next);
            lastFour = lastFour << 8 | next;
            if (taken.size() > HEAD_BYTES_MAX) {
                throw new IOException("no end of the headers");
            }
        }
        int headBytes = taken.size();
        String head = taken.toString(StandardCharsets.ISO_8859_1);
        Optional<String> length = header(head, "Content-Length");
        boolean chunked = header(head, "Transfer-Encoding")
                .filter(coding -> coding.equalsIgnoreCase("chunked"))
                .isPresent();
        if (chunked) {
            chunks(in, taken);
        } else if (length.isPresent()) {
            taken.write(in.readNBytes(Integer.parseInt(length.get())));
        } else if (head.startsWith("HTTP/")) {
            in.transferTo(taken);
        }
        return Optional.of(new Message(taken.toByteArray(), headBytes));
    }

    private static void chunks(InputStream in, ByteArrayOutputStream taken) throws IOException {
        int size;
        do {
            StringBuilder line = new StringBuilder();
            for (int next = next(in); next != '\n'; next = next(in)) {
                line.append((char) next);
            }
            size = Integer.parseInt(line.toString().strip(), 16);
            taken.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
            taken.write(in.readNBytes(size + 2));
        } while (size > 0);
    }

    private static int next(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("the line ends within a message");
        }
        return next;
    }

    private static Optional<String> header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    /** The first bytes of it. */
    byte[] until(int end) {
        return Arrays.copyOf(bytes, Math.min(end, bytes.length));
    }

    /** The same with one bit of one byte turned round. */
    byte[] flipped(int at, int bit) {
        byte[] other = bytes();
        other[at] ^= (byte) (1 << bit);
        return other;
    }

    /** The first line and the headers. */
    public String head() {
        return new String(bytes, 0, headBytes, StandardCharsets.ISO_8859_1);
    }

    Optional<String> header(String name) {
        return header(head(), name);
    }

    /** What comes after the headers, as it was sent in one piece. */
    byte[] body() {
        return Arrays.copyOfRange(bytes, headBytes, bytes.length);
    }

    /** The same with another first line and other headers. */
    byte[] withHead(String other) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(other.getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body());
        return whole.toByteArray();
    }

    /** Whether it is a request of this kind, by its method and the beginning of its path. */
    boolean asks(String kind) {
        return head().startsWith(kind);
    }
}
