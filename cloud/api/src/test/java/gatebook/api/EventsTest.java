package gatebook.api;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.api.ServerOptions.Limits;
import gatebook.api.events.EventPace;
import gatebook.ledger.site.DeviceId;
import gatebook.ledger.site.SiteId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventsTest {
    private static final String EVENTS = "/v1/sync/events";

    private final SiteId site = TestCloud.site();
    private final Caller gate = TestCloud.desk(site);
    private final Caller office = TestCloud.desk(site);

    /** A line held open to the server, read event by event. */
    private record Line(HttpResponse<InputStream> response, BufferedReader text) implements AutoCloseable {
        static Line of(Caller caller) {
            HttpResponse<InputStream> response = caller.open(EVENTS);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
            return new Line(
                    response, new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
        }

        /** Waits for the next event and gives its cursor. */
        String cursor() throws IOException {
            String event = text.readLine();
            while (!"event: changes".equals(event)) {
                assertThat(event).as("the line goes on").isNotNull();
                event = text.readLine();
            }
            String data = text.readLine();
            assertThat(data).startsWith("data: ");
            assertThat(text.readLine()).isEmpty();
            return (String) Json.object(data.substring("data: ".length())).get("cursor");
        }

        /** Waits for the server to end the line. */
        void end() throws IOException {
            while (text.readLine() != null) {
                // what was told before the end
            }
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }

    private String newestCursor() {
        return (String) gate.get("/v1/sync/changes").is(200).json().get("cursor");
    }

    @Test
    void tellAtOnceWhereTheChangesEndAndThenWhenThatMoves() throws IOException {
        try (Line line = Line.of(gate)) {
            assertThat(line.cursor()).isEqualTo(newestCursor());
            office.push(Samples.create(Samples.id(), "")).is(200);
            assertThat(line.cursor()).isEqualTo(newestCursor());
        }
    }

    @Test
    void tellOfWhatAnotherProcessTookIn() throws IOException {
        try (RunningServer other = CloudServer.start(TestCloud.options());
                Line here = Line.of(gate);
                Line there = Line.of(gate.at(other))) {
            assertThat(here.cursor()).isEqualTo(there.cursor());
            office.at(other).push(Samples.create(Samples.id(), "")).is(200);
            String second = newestCursor();
            assertThat(here.cursor()).isEqualTo(second);
            assertThat(there.cursor()).isEqualTo(second);
            office.push(Samples.create(Samples.id(), "")).is(200);
            String third = newestCursor();
            assertThat(there.cursor()).isEqualTo(third);
            assertThat(here.cursor()).isEqualTo(third);
        }
    }

    @Test
    void giveWayTheOldestFirstWhenADeskHoldsTooMany() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < 4; at++) {
            Line line = Line.of(gate);
            line.cursor();
            lines.add(line);
        }
        lines.removeFirst().end();
        office.push(Samples.create(Samples.id(), "")).is(200);
        for (Line line : lines) {
            assertThat(line.cursor()).isEqualTo(newestCursor());
            line.close();
        }
    }

    @Test
    void endWhenTheServerStops() throws IOException {
        RunningServer server = CloudServer.start(TestCloud.options());
        Line line = Line.of(gate.at(server));
        line.cursor();
        server.close();
        line.end();
    }

    @Test
    void saySomethingNowAndThenAndEndOnceTheDeskIsShutOut() throws IOException {
        EventPace quick = new EventPace(Duration.ofMillis(20), Duration.ofMillis(20));
        Limits limits = new Limits(Limits.USUAL.desk(), Limits.USUAL.guesses(), quick);
        try (RunningServer server = CloudServer.start(TestCloud.options().withLimits(limits));
                Line line = Line.of(gate.at(server))) {
            line.cursor();
            assertThat(line.text().readLine()).startsWith(":");
            TestCloud.administration().revoke(site, new DeviceId(gate.device()));
            line.end();
        }
    }

    @Test
    void holdsNoLineOpenForACallerWhoAsksForTheHeadersOnly() {
        String both = RawCaller.exchange(
                TestCloud.server(),
                "HEAD /v1/sync/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + TestCloud.desk().token()
                        + "\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(both).contains("text/event-stream", "\"service\":\"gatebook\"");
    }
}
