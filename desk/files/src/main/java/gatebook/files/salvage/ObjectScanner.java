package gatebook.files.salvage;

import gatebook.files.salvage.Piece.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Goes through a file and finds its objects: in a list, in a list inside an object, one a line, or one after another.
 * After a broken stretch it goes on at the next place where an object may begin, so that an object that is whole is
 * found wherever it stands. Memory is bounded by the longest object. Not thread-safe.
 */
public final class ObjectScanner implements AutoCloseable {
    /** How much of a broken stretch is shown. */
    public static final int SNIPPET_CHARS_MAX = 120;

    private static final int KEY_CHARS_MAX = 200;
    private static final int GAP_CHARS_MAX = 1000;

    private final FileText text;
    private final ObjectWalk walk;
    private long at;
    /** What is open around this place, outermost first: a list, or not a list but an object. */
    private final BitSet isList = new BitSet();

    private int open;
    private boolean damaged;
    private boolean ended;

    /**
     * Opens the file, for reading only.
     *
     * @param keys the names of which an object that is looked for has at least one
     * @throws IOException if it cannot be opened
     */
    public ObjectScanner(Path file, Encoding encoding, Predicate<String> keys) throws IOException {
        text = new FileText(file, encoding);
        walk = new ObjectWalk(text, keys);
    }

    /** The next piece; empty at the end of the file. */
    public Optional<Piece> next() {
        while (true) {
            text.forget(at);
            int c = text.at(at);
            if (c == FileText.END) {
                return end();
            }
            if (ObjectWalk.isWhite(c) || c == ',') {
                at++;
            } else if (c == '[') {
                isList.set(open++);
                at++;
            } else if (c == '{') {
                Optional<Piece> piece = object();
                if (piece.isPresent()) {
                    return piece;
                }
            } else if (!closes(c) && !belongsToWrapper(c)) {
                return Optional.of(value(c));
            }
        }
    }

    private Optional<Piece> end() {
        if (ended || open == 0) {
            return Optional.empty();
        }
        ended = true;
        return Optional.of(new Piece.Damage(text.position(at), Kind.NOT_CLOSED, ""));
    }

    private Optional<Piece> object() {
        return switch (walk.from(at)) {
            case ObjectWalk.Whole(long end, boolean hasKey, boolean holdsKey) -> {
                if (!hasKey && holdsKey) {
                    isList.clear(open++);
                    at++;
                    yield Optional.empty();
                }
                if (!hasKey && inWrapper()) {
                    at = end;
                    yield Optional.empty();
                }
                Piece.Whole whole = new Piece.Whole(text.position(at), text.slice(at, end));
                at = end;
                yield Optional.of(whole);
            }
            case ObjectWalk.Wrapper(long inside, int around) -> {
                isList.clear(open, open + around);
                open += around;
                isList.set(open++);
                at = inside;
                yield Optional.empty();
            }
            case ObjectWalk.Broken() -> Optional.of(damage(Kind.BROKEN));
            case ObjectWalk.CutOff() -> Optional.of(damage(Kind.CUT_OFF));
        };
    }

    /** Whether this closes a list or wrapper; after damage, closers without an opener say nothing new. */
    private boolean closes(int c) {
        if (c != ']' && c != '}') {
            return false;
        }
        boolean fits = open > 0 && isList.get(open - 1) == (c == ']');
        if (fits) {
            open--;
        }
        at += fits || damaged ? 1 : 0;
        return fits || damaged;
    }

    /** Whether this is a place beside the list of a wrapping object. */
    private boolean inWrapper() {
        return open > 0 && !isList.get(open - 1);
    }

    /** Steps over the keys and plain values beside the list of a wrapping object. */
    private boolean belongsToWrapper(int c) {
        if (!inWrapper()) {
            return false;
        }
        long end = valueEnd(c);
        if (c == ':') {
            end = at + 1;
        }
        if (end == at) {
            return false;
        }
        at = end;
        return true;
    }

    private Piece value(int c) {
        long end = valueEnd(c);
        boolean key = text.at(afterWhite(end)) == ':';
        if (end == at || key) {
            return damage(Kind.BROKEN);
        }
        Piece.Damage piece = new Piece.Damage(text.position(at), Kind.NOT_AN_OBJECT, text.slice(at, end));
        at = end;
        return piece;
    }

    /** The number after the string or literal that stands here; where neither does, the number of this place. */
    private long valueEnd(int first) {
        long end = at;
        if (first != '"') {
            while (ObjectWalk.isOfLiteral(text.at(end)) && end - at < SNIPPET_CHARS_MAX) {
                end++;
            }
            return end;
        }
        end++;
        while (text.at(end) != '"') {
            if (text.at(end) < ' ' || end - at >= SNIPPET_CHARS_MAX) {
                return at;
            }
            end += text.at(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private Piece damage(Kind kind) {
        damaged = true;
        String snippet = text.slice(at, at + SNIPPET_CHARS_MAX).replaceAll("\\s+", " ");
        Position position = text.position(at);
        at++;
        while (text.at(at) != FileText.END && !begins()) {
            text.forget(at);
            at++;
        }
        boolean tail = text.at(at) == FileText.END;
        ended = tail;
        return new Piece.Damage(position, tail ? kind : Kind.BROKEN, snippet.strip());
    }

    /** Whether to go on from here. A whole object without any key that is looked for is a part of the broken one. */
    private boolean begins() {
        return mayBegin() && !(walk.from(at) instanceof ObjectWalk.Whole whole && !whole.hasKey() && !whole.holdsKey());
    }

    /** Whether an object may begin here: a brace, a key in quotes and a colon. */
    private boolean mayBegin() {
        if (text.at(at) != '{') {
            return false;
        }
        long quote = afterWhite(at + 1);
        if (text.at(quote) != '"') {
            return false;
        }
        long end = quote + 1;
        while (text.at(end) != '"') {
            if (text.at(end) < ' ' || end - quote > KEY_CHARS_MAX) {
                return false;
            }
            end++;
        }
        return text.at(afterWhite(end + 1)) == ':';
    }

    private long afterWhite(long from) {
        long next = from;
        while (ObjectWalk.isWhite(text.at(next)) && next - from < GAP_CHARS_MAX) {
            next++;
        }
        return next;
    }

    @Override
    public void close() {
        text.close();
    }
}
