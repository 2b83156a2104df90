package gatebook.checks.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Java source taken apart into code and comments. In the code every comment and the inside of every literal is blank,
 * so that a search in it finds neither; lines and columns stay as they were.
 */
public final class JavaText {
    private static final String TEXT_BLOCK = "\"\"\"";

    private final String text;
    private final StringBuilder code;
    private final List<Spot> comments = new ArrayList<>();
    private int at;

    private JavaText(String text) {
        this.text = text;
        this.code = new StringBuilder(text);
    }

    public static JavaText of(String text) {
        JavaText taken = new JavaText(text);
        taken.takeApart();
        return taken;
    }

    public String code() {
        return code.toString();
    }

    /** Each comment with its marks, and the line where it starts. */
    public List<Spot> comments() {
        return List.copyOf(comments);
    }

    private void takeApart() {
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                comment(end("\n", 0));
            } else if (text.startsWith("/*", at)) {
                comment(end("*/", 2));
            } else if (text.startsWith(TEXT_BLOCK, at)) {
                literal(TEXT_BLOCK);
            } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
                literal(text.substring(at, at + 1));
            } else {
                at++;
            }
        }
    }

    private int end(String mark, int markLength) {
        int found = text.indexOf(mark, at + 2);
        return found < 0 ? text.length() : found + markLength;
    }

    private void comment(int end) {
        int line = 1 + (int) text.chars().limit(at).filter(mark -> mark == '\n').count();
        comments.add(new Spot(line, text.substring(at, end)));
        blank(at, end);
        at = end;
    }

    private void literal(String quote) {
        int inside = at + quote.length();
        int end = inside;
        while (end < text.length() && !text.startsWith(quote, end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, text.length());
        blank(inside, end);
        at = Math.min(end + quote.length(), text.length());
    }

    private void blank(int from, int to) {
        for (int place = from; place < to; place++) {
            if (code.charAt(place) != '\n') {
                code.setCharAt(place, ' ');
            }
        }
    }
}
