package gatebook.app.status;

import gatebook.app.desk.SyncLine;
import gatebook.app.words.Spans;
import gatebook.app.words.Words;
import gatebook.store.query.SyncCounts;
import gatebook.sync.connectivity.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The status bar in words. It never says more than is true: online means that the last word of the cloud was heard.
 *
 * @param link "Online", "Offline", or who syncs instead; with the cause where there is one
 * @param pending what waits and since when; empty where nothing does
 * @param fraction of the run under way, 0 to 1; negative where there is none
 * @param last when the cloud was last heard
 * @param asks what the button is there for
 * @param whyNoSync why nobody can ask for a sync now; empty where one can
 */
record StatusLine(Light light, String link, String pending, double fraction, String last, Asks asks, String whyNoSync) {
    private static final double NO_RUN = -1;

    /** The colour of the dot; the words say the same. */
    enum Light {
        GREEN,
        RED
    }

    /** What a person can ask of the exchange. */
    enum Asks {
        SYNC("status.sync-now"),
        /** A fault has ended it. */
        START_AGAIN("status.start-again");

        private final String key;

        Asks(String key) {
            this.key = key;
        }

        String say(Words words) {
            return words.say(key);
        }
    }

    /** Puts what is known into words. */
    static StatusLine of(StatusFacts facts, Instant now, Words words) {
        Link link = link(facts, words);
        StatusFacts.Progress progress = facts.progress();
        String shown = progress == null || link.light() == Light.RED
                ? link.text()
                : words.say("status.progress", step(progress.message(), words), (long) (progress.fraction() * 100));
        return new StatusLine(
                link.light(),
                shown,
                pending(facts.counts(), now, words),
                progress == null ? NO_RUN : progress.fraction(),
                last(facts.lastExchange(), now, words),
                facts.state() == SyncLine.State.STOPPED ? Asks.START_AGAIN : Asks.SYNC,
                whyNoSync(facts, link, words));
    }

    private record Link(Light light, String text) {}

    private static Link link(StatusFacts facts, Words words) {
        return switch (facts.state()) {
            case NOT_JOINED -> new Link(Light.RED, words.say("status.offline", words.say("status.not-joined")));
            case ELSEWHERE ->
                facts.causeElsewhere() == null
                        ? new Link(Light.GREEN, words.say("status.elsewhere"))
                        : new Link(Light.RED, words.say("status.offline", cause(facts.causeElsewhere(), words)));
            case STOPPED -> new Link(Light.RED, words.say("status.stopped"));
            case HERE -> here(facts, words);
        };
    }

    private static Link here(StatusFacts facts, Words words) {
        Cause cause = facts.connection().cause();
        if (facts.connection().isOnline()) {
            Cause but = Cause.isClockWrong(facts.skew()) ? Cause.CLOCK_WRONG : facts.alarm();
            return new Link(
                    Light.GREEN,
                    but == null
                            ? words.say("status.online")
                            : words.say("status.online-but", cause(but.text(), words)));
        }
        return new Link(
                Light.RED,
                words.say("status.offline", cause == null ? words.say("status.untried") : cause(cause.text(), words)));
    }

    /** The engine's word for what it does, in the reader's language; a count behind it stays. */
    private static String step(String message, Words words) {
        String name = message.replaceAll("[^A-Za-z ]", "").strip();
        String key = "progress." + name.toLowerCase(Locale.ROOT).replace(' ', '-');
        String count = message.replaceAll("\\D", "");
        return words.knows(key) ? (words.say(key) + " " + count).strip() : message;
    }

    private static String cause(String name, Words words) {
        String key = "cause." + name.toLowerCase(Locale.ROOT).replace('_', '-');
        return words.knows(key) ? words.say(key) : name;
    }

    private static String pending(SyncCounts counts, Instant now, Words words) {
        Instant oldest = counts.oldestPendingAt();
        if (counts.pending() == 0 || oldest == null) {
            return "";
        }
        return words.say("status.pending", counts.pending(), Spans.of(Duration.between(oldest, now), words));
    }

    private static String last(@Nullable Instant at, Instant now, Words words) {
        return at == null
                ? words.say("status.never")
                : words.say("status.last", Spans.of(Duration.between(at, now), words));
    }

    private static String whyNoSync(StatusFacts facts, Link link, Words words) {
        return switch (facts.state()) {
            case NOT_JOINED -> words.say("status.no-sync.not-joined");
            case ELSEWHERE -> words.say("status.no-sync.elsewhere");
            case STOPPED -> "";
            case HERE ->
                facts.progress() != null
                        ? words.say("status.no-sync.running")
                        : link.light() == Light.RED ? words.say("status.no-sync.offline") : "";
        };
    }
}
