package gatebook.files.salvage;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows one object from its opening brace by the grammar of JSON, without understanding its values. */
final class ObjectWalk {
    /** Deeper nesting is damage. */
    static final int DEPTH_MAX = 32;

    /** A longer object is damage; two hundred times what the old program wrote. */
    static final int OBJECT_CHARS_MAX = 1 << 17;

    private static final int LITERAL_CHARS_MAX = 1000;

    /** What a walk came to. */
    sealed interface Walked {}

    /**
     * A whole object.
     *
     * @param end the number of the character after it
     * @param hasKey whether it has one of the keys that are looked for
     * @param holdsKey whether an object inside it has one
     */
    record Whole(long end, boolean hasKey, boolean holdsKey) implements Walked {}

    /**
     * Not the object that is looked for but one around a list of them, too long or too damaged to be followed.
     *
     * @param inside the number of the character after the list's bracket
     * @param braces how many objects are open around it
     */
    record Wrapper(long inside, int braces) implements Walked {}

    /** The text is no JSON from here on, or passes a limit. */
    record Broken() implements Walked {}

    /** The file ended first. */
    record CutOff() implements Walked {}

    private enum Expected {
        KEY,
        COLON,
        VALUE,
        COMMA
    }

    private final FileText text;
    private final Predicate<String> keys;

    private final boolean[] isObject = new boolean[DEPTH_MAX + 1];
    private long start;
    private long at;
    private int depth;
    private int lists;
    private boolean hasKey;
    private boolean holdsKey;
    private @Nullable Wrapper around;
    private Expected expected = Expected.KEY;

    /**
     * @param keys the names of which an object that is looked for has at least one
     */
    ObjectWalk(FileText text, Predicate<String> keys) {
        this.text = text;
        this.keys = keys;
    }

    /** Walks from the brace at {@code from}. */
    Walked from(long from) {
        start = from;
        at = from + 1;
        depth = 1;
        lists = 0;
        isObject[1] = true;
        hasKey = false;
        holdsKey = false;
        around = null;
        expected = Expected.KEY;
        while (depth > 0) {
            at = afterWhite(at);
            int c = text.at(at);
            if (c == FileText.END) {
                return unfinished();
            }
            boolean list = c == '[' && expected == Expected.VALUE && lists == 0 && around == null;
            if (list && text.at(afterWhite(at + 1)) == '{') {
                around = new Wrapper(at + 1, depth);
            }
            if (at - start > OBJECT_CHARS_MAX || !step(c)) {
                return unfinished();
            }
        }
        return new Whole(at, hasKey, holdsKey);
    }

    /** Where the walk ended too early: at the end of a large wrapper's first part, or at damage. */
    private Walked unfinished() {
        if (around != null && !hasKey) {
            return around;
        }
        return text.at(at) == FileText.END ? new CutOff() : new Broken();
    }

    private boolean step(int c) {
        if (c == '}' || c == ']') {
            return close(c);
        }
        return switch (expected) {
            case KEY -> c == '"' && key();
            case COLON -> c == ':' && go(Expected.VALUE);
            case VALUE -> value(c);
            // A comma before a closing bracket is what hands leave behind; nothing is lost by taking it.
            case COMMA -> c == ',' && go(isObject[depth] ? Expected.KEY : Expected.VALUE);
        };
    }

    private boolean go(Expected next) {
        at++;
        expected = next;
        return true;
    }

    private boolean close(int c) {
        boolean fits = c == '}'
                ? isObject[depth] && (expected == Expected.KEY || expected == Expected.COMMA)
                : !isObject[depth] && (expected == Expected.VALUE || expected == Expected.COMMA);
        if (!fits) {
            return false;
        }
        if (c == ']') {
            lists--;
        }
        depth--;
        return go(Expected.COMMA);
    }

    private boolean key() {
        long from = at + 1;
        if (!string()) {
            return false;
        }
        if (!hasKey && !(depth > 1 && holdsKey)) {
            boolean found = keys.test(text.slice(from, at - 1));
            hasKey = found && depth == 1;
            holdsKey |= found && depth > 1;
        }
        expected = Expected.COLON;
        return true;
    }

    private boolean value(int c) {
        if (c == '{' || c == '[') {
            if (depth == DEPTH_MAX) {
                return false;
            }
            depth++;
            isObject[depth] = c == '{';
            if (c == '{') {
                return go(Expected.KEY);
            }
            lists++;
            return go(Expected.VALUE);
        }
        expected = Expected.COMMA;
        return c == '"' ? string() : literal();
    }

    /** A string ends on its line: an end of line inside is the sign of a quote that was lost. */
    private boolean string() {
        at++;
        while (at - start <= OBJECT_CHARS_MAX) {
            int c = text.at(at);
            if (c == '"') {
                at++;
                return true;
            }
            if (c == FileText.END || c == '\n' || c == '\r' || c == 0) {
                return false;
            }
            at += c == '\\' && text.at(at + 1) >= ' ' ? 2 : 1;
        }
        return false;
    }

    private boolean literal() {
        long from = at;
        while (isOfLiteral(text.at(at)) && at - from <= LITERAL_CHARS_MAX) {
            at++;
        }
        return at > from && at - from <= LITERAL_CHARS_MAX;
    }

    static boolean isOfLiteral(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '+' || c == '.';
    }

    private long afterWhite(long from) {
        long next = from;
        // The limit bounds a gap within an object, not the file.
        while (isWhite(text.at(next)) && next - start <= OBJECT_CHARS_MAX) {
            next++;
        }
        return next;
    }

    static boolean isWhite(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\uFEFF';
    }
}
