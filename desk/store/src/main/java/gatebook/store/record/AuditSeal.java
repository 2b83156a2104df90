package gatebook.store.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an audit row: SHA-256 of its canonical JSON, its columns but {@code hash} by name in alphabetical order,
 * without white space. It works on the bytes as they are stored, so that a million rows take seconds and no two different
 * contents of a column look alike. For one thread.
 */
final class AuditSeal {
    /** The columns of the canonical JSON, in its order. */
    static final String COLUMNS = """
            actor, after, at, before, cause, device_id, id, operation, prev_hash, reason, record_uuid, sync_run_id, \
            table_name""";

    /** JSON as it stands: images, and numbers. */
    private static final List<String> AS_THEY_ARE = List.of("after", "before", "id", "sync_run_id");

    private static final List<Column> ROW = row();
    private static final byte[] ABSENT = utf8("null");
    private static final String SHORT_ESCAPES = "\b\t\n\f\r\"\\";
    private static final byte[] SHORT_NAMES = utf8("btnfr\"\\");
    private static final byte[] UNICODE = utf8("u00");
    private static final byte[] HEX = utf8("0123456789ABCDEF");
    private static final byte[] LOWER_HEX = utf8("0123456789abcdef");

    private final MessageDigest sha256 = sha256();
    private byte[] canonical = new byte[4_096];
    private int length;

    /** A column's name as it begins its field. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Column(byte[] beginning, boolean isJson) {}

    /** A row by its columns in the order of {@link #COLUMNS}, from 0. */
    @FunctionalInterface
    interface Values<X extends Exception> {
        /** The column's text in UTF-8; null where it holds none. */
        byte @Nullable [] utf8(int at) throws X;
    }

    /** The row's hash in lower-case hex. */
    <X extends Exception> String hash(Values<X> values) throws X {
        return HexFormat.of().formatHex(digest(values));
    }

    /** Whether the row has this hash, given in lower-case hex. */
    <X extends Exception> boolean isSealedBy(byte[] hex, Values<X> values) throws X {
        byte[] digest = digest(values);
        if (hex.length != digest.length * 2) {
            return false;
        }
        for (int at = 0; at < digest.length; at++) {
            if (hex[2 * at] != LOWER_HEX[digest[at] >> 4 & 15] || hex[2 * at + 1] != LOWER_HEX[digest[at] & 15]) {
                return false;
            }
        }
        return true;
    }

    private <X extends Exception> byte[] digest(Values<X> values) throws X {
        length = 0;
        for (int at = 0; at < ROW.size(); at++) {
            Column column = ROW.get(at);
            append(column.beginning());
            byte[] value = values.utf8(at);
            if (value == null) {
                append(ABSENT);
            } else if (column.isJson()) {
                append(value);
            } else {
                quote(value);
            }
        }
        append('}');
        sha256.update(canonical, 0, length);
        return sha256.digest();
    }

    private void quote(byte[] text) {
        append('"');
        makeRoom(text.length);
        int plain = 0;
        while (plain < text.length && isPlain(text[plain])) {
            plain++;
        }
        System.arraycopy(text, 0, canonical, length, plain);
        length += plain;
        for (int at = plain; at < text.length; at++) {
            escape(text[at]);
        }
        append('"');
    }

    private static boolean isPlain(byte each) {
        return each < 0 || each >= ' ' && each != '"' && each != '\\';
    }

    private void escape(byte each) {
        if (isPlain(each)) {
            append(each);
            return;
        }
        append('\\');
        int known = SHORT_ESCAPES.indexOf(each);
        if (known >= 0) {
            append(SHORT_NAMES[known]);
        } else {
            append(UNICODE);
            append(HEX[each >> 4]);
            append(HEX[each & 15]);
        }
    }

    private void append(byte[] bytes) {
        makeRoom(bytes.length);
        System.arraycopy(bytes, 0, canonical, length, bytes.length);
        length += bytes.length;
    }

    private void append(int one) {
        makeRoom(1);
        canonical[length++] = (byte) one;
    }

    private void makeRoom(int more) {
        if (length + more > canonical.length) {
            canonical = Arrays.copyOf(canonical, Math.max(canonical.length * 2, length + more));
        }
    }

    private static List<Column> row() {
        List<String> names = List.of(COLUMNS.split(", "));
        return IntStream.range(0, names.size())
                .mapToObj(at -> new Column(
                        utf8((at == 0 ? "{\"" : ",\"") + names.get(at) + "\":"), AS_THEY_ARE.contains(names.get(at))))
                .toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
