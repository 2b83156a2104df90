package gatebook.files.salvage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the characters of a file are written, found out by reading it once.
 *
 * @param markBytes length of the byte-order mark that the text begins after
 * @param certainty whether that could be told from the file
 */
public record Encoding(Charset charset, int markBytes, Certainty certainty) {

    /** How far the encoding is known. */
    public enum Certainty {
        /** Every byte fits. */
        SURE,
        /** No other encoding fits better, yet some bytes are wrong: they are damage. */
        DAMAGED,
        /** Not Unicode; the code page of an old Windows was assumed. */
        ASSUMED
    }

    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");
    private static final int SAMPLE_BYTES = 4096;

    /**
     * Reads the file to its end.
     *
     * @throws IOException if it cannot be read
     */
    public static Encoding of(Path file) throws IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(file)) {
            sample = in.readNBytes(SAMPLE_BYTES);
        }
        if (startsWith(sample, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3, utf8(file).certainty());
        }
        if (startsWith(sample, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, Certainty.SURE);
        }
        if (startsWith(sample, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2, Certainty.SURE);
        }
        // JSON is mostly ASCII, so that in UTF-16 every other byte is zero; a hole full of zeros has them in both
        // places.
        int evenZeros = zeros(sample, 0);
        int oddZeros = zeros(sample, 1);
        int pairs = sample.length / 2;
        if (oddZeros * 2 > pairs && evenZeros * 10 < pairs) {
            return new Encoding(StandardCharsets.UTF_16LE, 0, Certainty.SURE);
        }
        if (evenZeros * 2 > pairs && oddZeros * 10 < pairs) {
            return new Encoding(StandardCharsets.UTF_16BE, 0, Certainty.SURE);
        }
        return utf8(file);
    }

    private static Encoding utf8(Path file) throws IOException {
        long good = 0;
        long bad = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int first = in.read();
            while (first >= 0) {
                int follow = followersOf(first);
                int next = in.read();
                int seen = 0;
                while (seen < follow && next >= 0 && (next & 0xC0) == 0x80) {
                    seen++;
                    next = in.read();
                }
                if (follow > 0 && seen == follow) {
                    good++;
                } else if (follow < 0 || follow > 0 && next >= 0) {
                    bad++;
                } // A character cut off by the end of the file says nothing against UTF-8.
                first = next;
            }
        }
        if (bad == 0) {
            return new Encoding(StandardCharsets.UTF_8, 0, Certainty.SURE);
        }
        return bad > good
                ? new Encoding(OLD_WINDOWS, 0, Certainty.ASSUMED)
                : new Encoding(StandardCharsets.UTF_8, 0, Certainty.DAMAGED);
    }

    /** How many bytes follow the first byte of a character; negative where no character begins so. */
    private static int followersOf(int first) {
        if (first < 0x80) {
            return 0;
        }
        if (first >= 0xC2 && first <= 0xDF) {
            return 1;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return 2;
        }
        return first >= 0xF0 && first <= 0xF4 ? 3 : -1;
    }

    private static boolean startsWith(byte[] sample, int... mark) {
        if (sample.length < mark.length) {
            return false;
        }
        for (int at = 0; at < mark.length; at++) {
            if ((sample[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] sample, int from) {
        int zeros = 0;
        for (int at = from; at < sample.length; at += 2) {
            if (sample[at] == 0) {
                zeros++;
            }
        }
        return zeros;
    }
}
