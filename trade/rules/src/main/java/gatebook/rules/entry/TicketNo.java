package gatebook.rules.entry;

import java.util.Locale;

/**
 * The number that people see on a slip: desk code, dash, running number ({@code A-01342}). Per desk, never reset, never
 * reused. Held as text, since imported and older tickets may have another form; 1 to {@value #LENGTH_MAX} characters.
 */
public record TicketNo(String text) {
    public static final int LENGTH_MAX = 24;

    public TicketNo {
        if (text.isBlank() || text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("a ticket number has 1 to " + LENGTH_MAX + " characters");
        }
    }

    public static TicketNo of(DeskCode desk, long running) {
        if (running < 1) {
            throw new IllegalArgumentException("tickets are numbered from 1: " + running);
        }
        return new TicketNo(String.format(Locale.ROOT, "%s-%05d", desk.text(), running));
    }

    @Override
    public String toString() {
        return text;
    }
}
