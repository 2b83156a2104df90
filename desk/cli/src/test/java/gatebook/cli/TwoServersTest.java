package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import gatebook.api.CloudServer;
import gatebook.api.RunningServer;
import gatebook.api.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two desks of one site, each at a server of its own, both servers on one database. */
class TwoServersTest {
    private static final TestCloud CLOUD = TestCloud.running();

    @TempDir
    Path folder;

    private final List<StopSignal> stops = new ArrayList<>();
    private final List<Started> watches = new ArrayList<>();
    private RunningServer second;
    private TestHome a;
    private TestHome b;

    @BeforeEach
    void aDeskAtEachServer() {
        second = start(0);
        String site = CLOUD.site();
        a = CLOUD.desk(folder.resolve("a"), site, CLOUD.url());
        b = CLOUD.desk(folder.resolve("b"), site, second.baseUrl().toString());
    }

    @AfterEach
    void end() {
        stops.forEach(StopSignal::ask);
        watches.forEach(watch -> watch.ended().join());
        second.close();
    }

    @Test
    void p5WhatOneServerTakesInWakesTheDeskAtTheOther() {
        watch(a);
        watch(b);
        for (int at = 0; at < 10; at++) {
            TestHome from = at % 2 == 0 ? a : b;
            TestHome to = at % 2 == 0 ? b : a;
            String uuid = from.enter("MH12AB" + (1000 + at)).text("uuid");
            TestHome.until(
                    "entry " + at + " is at the other desk",
                    () -> to.json("show", uuid).code() == 0);
        }
        TestHome.until(
                "nothing waits", () -> pending(a).equals("0") && pending(b).equals("0"));
        assertThat(records(a)).isEqualTo(records(b)).hasSize(10);
    }

    @Test
    void p6AfterAnOutageOfOneServerBothDesksHoldTheSameAgain() {
        watch(a);
        watch(b);
        String shared = a.enter("MH12AB1234").text("uuid");
        TestHome.until("B has it", () -> b.json("show", shared).code() == 0);
        int port = second.port();
        second.close();
        b.json("edit", shared, "--set", "driver_name=S. Pawar");
        String atB = b.enter("MH14CD5678").text("uuid");
        a.json("edit", shared, "--set", "notes=lamp broken");
        String atA = a.enter("MH15EF9012").text("uuid");
        TestHome.until("A's work is sent meanwhile", () -> pending(a).equals("0"));
        assertThat(pending(b)).isEqualTo("2");
        second = start(port);
        b.json("sync");
        stops.forEach(StopSignal::ask);
        watches.forEach(watch -> watch.ended().join());
        watches.clear();
        assertThat(b.json("sync").text("outcome")).isEqualTo("completed");
        assertThat(a.json("sync").text("outcome")).isEqualTo("completed");
        assertThat(records(a)).isEqualTo(records(b)).containsKeys(shared, atA, atB);
        assertThat(a.json("show", shared).object())
                .containsEntry("driver_name", "S. Pawar")
                .containsEntry("notes", "lamp broken");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 511})
    void aPortalsPageOnEveryPathChangesNeitherQueueNorCursor(int status) throws IOException {
        a.enter("MH12AB1234");
        a.json("sync");
        b.json("sync");
        b.enter("MH14CD5678");
        Object before = b.json("queue").list();
        Optional<String> cursor = new CloudLook(b).cursor();
        int port = second.port();
        second.close();
        HttpServer portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        portal.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] page = "<html><body>Welcome! Please sign in.</body></html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/login");
            exchange.sendResponseHeaders(status, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        portal.start();
        try {
            TestHome.Said synced = b.json("sync");
            assertThat(synced.code()).isEqualTo(4);
            assertThat(b.json("status").object())
                    .containsEntry("connection", "offline")
                    .containsEntry("cause", "not_our_cloud");
            assertThat(waiting(b.json("queue").list())).isEqualTo(waiting(before));
            assertThat(new CloudLook(b).cursor()).isEqualTo(cursor).isPresent();
        } finally {
            portal.stop(0);
        }
        second = start(port);
        assertThat(b.json("sync").text("pushed")).isEqualTo("1");
        a.json("sync");
        assertThat(records(a)).isEqualTo(records(b)).hasSize(2);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> waiting(Object queue) {
        return ((List<Map<String, Object>>) queue)
                .stream()
                        .filter(row -> row.get("status").equals("pending"))
                        .map(row -> row.get("op_id"))
                        .toList();
    }

    private static RunningServer start(int port) {
        return CloudServer.start(ServerOptions.of(port, new ServerOptions.Database.Own(CLOUD.data()))
                .withHost("127.0.0.1"));
    }

    private void watch(TestHome desk) {
        StopSignal stop = new StopSignal();
        stops.add(stop);
        Started watching = Started.of(desk, stop, "sync", "--watch");
        watches.add(watching);
        TestHome.until("the watch is online", () -> watching.err().contains("online"));
    }

    private static String pending(TestHome desk) {
        return desk.json("status").text("pending");
    }

    /** Every record by its id, without what is the desk's own. */
    private static Map<String, Map<String, Object>> records(TestHome desk) {
        Map<String, Map<String, Object>> records = new TreeMap<>();
        for (Map<String, Object> row : desk.json("list", "--limit", "1000").list()) {
            Map<String, Object> record = new TreeMap<>(row);
            record.keySet().removeAll(List.of("sync_status", "remote_id", "last_sync_at"));
            records.put(row.get("uuid").toString(), record);
        }
        return records;
    }
}
