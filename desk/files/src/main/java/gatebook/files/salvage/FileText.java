package gatebook.files.salvage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The characters of a file by their running number, of which only a window is held: from where the reader last said
 * that it will not look back, to where it has looked. Opens the file for reading only. Not thread-safe.
 *
 * <p>Bytes that are no character become one stand-in each, so that the place in the file stays known.
 */
final class FileText implements AutoCloseable {
    /** What {@link #at} answers past the end. */
    static final int END = -1;

    private static final int CHUNK = 8192;
    private static final char REPLACEMENT = '\uFFFD';
    /** Stand-ins for undecodable UTF-8 bytes 0x80 to 0xFF; sound UTF-8 never has these without a partner before. */
    private static final char STRAY_BYTE = '\uDC00';

    private final InputStream stream;
    private final Encoding encoding;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
    private char[] window = new char[4 * CHUNK];
    private int head;
    private int length;
    private long headIndex;
    private boolean sourceEnded;
    private boolean ended;
    private Position headPosition;
    private boolean afterHighSurrogate;

    FileText(Path file, Encoding encoding) throws IOException {
        this.encoding = encoding;
        stream = Files.newInputStream(file);
        stream.skipNBytes(encoding.markBytes());
        headPosition = new Position(encoding.markBytes(), 1);
        decoder = encoding.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The character with this number, not below the last {@link #forget}; {@link #END} past the end of the file. */
    int at(long index) {
        while (index >= headIndex + (length - head)) {
            if (!fill()) {
                return END;
            }
        }
        return window[(int) (index - headIndex) + head];
    }

    /** The text from one number to before another, what could not be decoded shown as U+FFFD. */
    String slice(long from, long to) {
        look(to);
        int start = (int) (from - headIndex) + head;
        int end = Math.min((int) (to - headIndex) + head, length);
        StringBuilder text = new StringBuilder(end - start);
        for (int at = start; at < end; at++) {
            char c = window[at];
            boolean paired = text.length() > 0 && Character.isHighSurrogate(text.charAt(text.length() - 1));
            text.append(Character.isLowSurrogate(c) && !paired ? REPLACEMENT : c);
        }
        return text.toString();
    }

    /** Gives up everything before this number. */
    void forget(long index) {
        look(index);
        int to = Math.min((int) (index - headIndex) + head, length);
        headPosition = walk(to);
        afterHighSurrogate = to > head ? Character.isHighSurrogate(window[to - 1]) : afterHighSurrogate;
        headIndex += to - head;
        head = to;
    }

    Position position(long index) {
        look(index);
        return walk(Math.min((int) (index - headIndex) + head, length));
    }

    private void look(long upTo) {
        if (upTo > headIndex) {
            at(upTo - 1);
        }
    }

    private Position walk(int to) {
        long offset = headPosition.byteOffset();
        long line = headPosition.line();
        boolean afterHigh = afterHighSurrogate;
        for (int at = head; at < to; at++) {
            char c = window[at];
            offset += width(c, afterHigh);
            afterHigh = Character.isHighSurrogate(c);
            if (c == '\n') {
                line++;
            }
        }
        return new Position(offset, line);
    }

    private int width(char c, boolean afterHigh) {
        if (encoding.charset().equals(StandardCharsets.UTF_8)) {
            if (c < 0x80) {
                return 1;
            }
            if (Character.isLowSurrogate(c)) {
                return afterHigh ? 2 : 1;
            }
            return c < 0x800 || Character.isHighSurrogate(c) ? 2 : 3;
        }
        return encoding.charset().name().startsWith("UTF-16") ? 2 : 1;
    }

    private boolean fill() {
        int before = length - head;
        while (length - head == before && !ended) {
            makeRoom();
            CharBuffer out = CharBuffer.wrap(window, length, window.length - length);
            CoderResult result = decoder.decode(bytes, out, sourceEnded);
            length = out.position();
            if (result.isError()) {
                standIn(result.length());
            } else if (result.isUnderflow()) {
                ended = sourceEnded;
                readMore();
            }
        }
        return length - head > before;
    }

    private void standIn(int wrongBytes) {
        boolean utf8 = encoding.charset().equals(StandardCharsets.UTF_8);
        for (int at = 0; at < wrongBytes; at++) {
            byte wrong = bytes.get();
            if (utf8) {
                window[length++] = (char) (STRAY_BYTE + (wrong & 0xFF));
            }
        }
        if (!utf8) {
            window[length++] = REPLACEMENT;
        }
    }

    private void makeRoom() {
        if (window.length - length >= CHUNK) {
            return;
        }
        char[] roomy = head >= window.length / 2 ? window : Arrays.copyOf(window, window.length * 2);
        System.arraycopy(window, head, roomy, 0, length - head);
        window = roomy;
        length -= head;
        head = 0;
    }

    private void readMore() {
        try {
            bytes.compact();
            int read = stream.read(bytes.array(), bytes.position(), bytes.remaining());
            if (read < 0) {
                sourceEnded = true;
            } else {
                bytes.position(bytes.position() + read);
            }
            bytes.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
