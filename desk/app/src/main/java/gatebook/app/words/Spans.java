package gatebook.app.words;

import java.time.Duration;

/** Spans of time as people say them, in their largest unit. */
public final class Spans {
    private Spans() {}

    /** "12 min"; a negative span, which a clock that was set back can make, is told as none. */
    public static String of(Duration span, Words words) {
        if (span.toDays() >= 2) {
            return words.say("span.days", span.toDays());
        }
        if (span.toHours() >= 1) {
            return words.say("span.hours", span.toHours(), span.toMinutesPart());
        }
        if (span.toMinutes() >= 1) {
            return words.say("span.minutes", span.toMinutes());
        }
        return words.say("span.seconds", Math.max(0, span.toSeconds()));
    }
}
