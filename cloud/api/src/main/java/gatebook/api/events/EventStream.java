package gatebook.api.events;

import gatebook.api.identity.Caller;
import gatebook.ledger.Ledger;
import gatebook.ledger.news.Heard;
import gatebook.ledger.news.NewsReader;
import gatebook.ledger.site.Unavailable;
import gatebook.wire.feed.Cursor;
import gatebook.wire.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One desk's open line. The thread of its request waits here for news, tells of it, and says something at least every
 * 15 seconds, so that neither side takes a dead line for a quiet one. Ends when told to, or once the desk's token no
 * longer counts, which is looked up every 30 seconds.
 */
final class EventStream {
    private final Ledger ledger;
    private final Caller caller;
    private final EventPace pace;
    private final LongSupplier nanoTime;
    private final NewsReader news = new NewsReader();
    private volatile boolean ended;
    private @Nullable Cursor told;

    EventStream(Ledger ledger, Caller caller, EventPace pace, LongSupplier nanoTime) {
        this.ledger = ledger;
        this.caller = caller;
        this.pace = pace;
        this.nanoTime = nanoTime;
    }

    Caller caller() {
        return caller;
    }

    /** Hears of the site's changes. */
    NewsReader news() {
        return news;
    }

    /** Lets {@link #run} return. Quick, from any thread. */
    void end() {
        ended = true;
        news.wake();
    }

    /** Tells where the site's changes end now, and again whenever that moves; returns when the line is to be closed. */
    void run(OutputStream out) throws IOException, InterruptedException {
        long askedNanos = nanoTime.getAsLong();
        tell(out, new Heard.Missed());
        while (!ended) {
            Optional<Heard> heard = news.await(pace.commentEvery());
            if (ended) {
                return;
            }
            if (nanoTime.getAsLong() - askedNanos >= pace.tokenAskedEvery().toNanos()) {
                askedNanos = nanoTime.getAsLong();
                if (isShutOut()) {
                    return;
                }
            }
            if (heard.isEmpty()) {
                send(out, ": nothing new\n\n");
            }
            tell(out, heard.orElse(new Heard.Missed())); // a call may have been lost with a connection
        }
    }

    private void tell(OutputStream out, Heard heard) throws IOException {
        Cursor end;
        try {
            end = switch (heard) {
                case Heard.EndsNow(Cursor now) -> now;
                case Heard.Missed() -> ledger.cursor(caller.desk());
            };
        } catch (Unavailable away) {
            return; // the ledger calls once it listens again, and the next comment asks again anyway
        }
        if (!end.equals(told)) {
            told = end;
            String data = JsonOut.text(json -> json.object(() -> json.field("cursor", end.token())));
            send(out, "event: changes\ndata: " + data + "\n\n");
        }
    }

    private boolean isShutOut() {
        try {
            return ledger.deskOf(caller.token()).isEmpty();
        } catch (Unavailable away) {
            return false; // asked again in half a minute
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
