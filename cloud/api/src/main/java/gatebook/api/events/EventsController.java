package gatebook.api.events;

import gatebook.api.http.Query;
import gatebook.api.identity.Caller;
import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import gatebook.ledger.Ledger;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Holds a line open to a desk and says only that there is more; pulling does the work. A virtual thread waits in each.
 */
@RestController
final class EventsController {
    private static final String TYPE = "text/event-stream";
    private static final Duration PAUSE_WHEN_FULL = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final OpenStreams streams;
    private final EventPace pace;
    private final LongSupplier nanoTime;

    EventsController(Ledger ledger, OpenStreams streams, EventPace pace, LongSupplier nanoTime) {
        this.ledger = ledger;
        this.streams = streams;
        this.pace = pace;
        this.nanoTime = nanoTime;
    }

    @GetMapping("/v1/sync/events")
    void events(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Query.of(request, List.of());
        Caller caller = Caller.of(request);
        if (request.getMethod().equals("HEAD")) {
            response.setContentType(TYPE); // a line that nothing is sent on would never be missed by who has left it
            return;
        }
        EventStream stream = new EventStream(ledger, caller, pace, nanoTime);
        if (!streams.add(stream)) {
            throw new RefusedRequest(ApiRefusal.UNAVAILABLE).retryAfter(PAUSE_WHEN_FULL);
        }
        AutoCloseable subscription = ledger.subscribe(caller.desk().site(), stream.news());
        try {
            response.setContentType(TYPE);
            response.setHeader("X-Accel-Buffering", "no");
            response.flushBuffer();
            stream.run(response.getOutputStream());
        } catch (IOException callerLeft) {
            // the usual end of a line
        } finally {
            streams.remove(stream);
            subscription.close();
        }
    }
}
