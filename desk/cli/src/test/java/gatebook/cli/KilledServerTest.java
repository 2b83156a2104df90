package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose process is killed while the PostgreSQL that it runs lives on. */
class KilledServerTest {
    @TempDir
    private Path folder;

    @Test
    void theNextServerHasAllItsDataAndItsDesksGoOn() throws Exception {
        String data = folder.resolve("cloud").toString();
        TestHome operator = TestHome.now(folder.resolve("operator"));
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Gatebook.class.getName(),
                        "server",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "0",
                        "--data",
                        data,
                        "--json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        TestHome desk = TestHome.now(folder.resolve("desk"));
        String url;
        String uuid;
        try (BufferedReader says = killed.inputReader()) {
            url = Json.object(says.readLine()).get("url").toString();
            String site = operator.run("server", "create-site", "Yard", "--data", data)
                    .text("site_id");
            String code = operator.run("server", "--data", data, "enrolment-code", site)
                    .text("code");
            assertThat(desk.json("enrol", "--server", url, "--code", code).code())
                    .isZero();
            uuid = desk.enter("MH12AB1234").text("uuid");
            assertThat(desk.json("sync").code()).isZero();
        } finally {
            killed.destroyForcibly().waitFor();
        }
        String later = desk.enter("MH12AB5678").text("uuid");
        StopSignal stop = new StopSignal();
        String port = url.substring(url.lastIndexOf(':') + 1);
        Started next =
                Started.of(operator, stop, "server", "--host", "127.0.0.1", "--port", port, "--data", data, "--json");
        try {
            TestHome.until(
                    "the next server is up",
                    () -> next.out().contains("}") || next.ended().isDone());
            assertThat(desk.json("sync").text("pushed")).as(next.err()).isEqualTo("1");
            CloudLook cloud = new CloudLook(desk);
            assertThat(cloud.operationsOn(uuid)).hasSize(1);
            assertThat(cloud.operationsOn(later)).hasSize(1);
        } finally {
            stop.ask();
            next.ended().join();
        }
    }
}
