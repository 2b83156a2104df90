package gatebook.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class HealthTest {
    private final Caller stranger = TestCloud.stranger();

    @Test
    void saysToAnyoneThatItIsGatebookAndServes() {
        Answer answer = stranger.get("/health").is(200);
        assertThat(answer.json().keySet()).containsExactly("service", "status", "version", "time");
        assertThat(answer.json()).containsEntry("service", "gatebook").containsEntry("status", "UP");
        assertThat((String) answer.json().get("version")).matches("[0-9]+\\..*");
        assertThat(Instant.parse((String) answer.json().get("time"))).isAfter(Instant.EPOCH);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void tellsLiveFromReady() {
        stranger.get("/health/live").is(200);
        stranger.get("/health/ready").is(200);
    }

    @Test
    void marksEveryAnswerAsItsOwnEvenARefusal() {
        for (String path : new String[] {"/health", "/nothing", "/v1/stats", "/a%2Fb"}) {
            Answer answer = stranger.get(path, "Gatebook-Nonce", "n0nce-1");
            assertThat(answer.header("Gatebook-Protocol")).as(path).isEqualTo("1");
            assertThat(answer.header("Gatebook-Nonce")).as(path).isEqualTo("n0nce-1");
            assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-store");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Date")).as(path).isNotEmpty();
            assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "server");
        }
    }

    @Test
    void givesNoNonceBackThatCouldBreakAHeader() {
        assertThat(stranger.get("/health", "Gatebook-Nonce", "a b").header("Gatebook-Nonce"))
                .isEmpty();
        assertThat(stranger.get("/health", "Gatebook-Nonce", "x".repeat(65)).header("Gatebook-Nonce"))
                .isEmpty();
    }

    @Test
    void tellsHowItFaresOnThisMachineOnlyAndNamesNobody() {
        TestCloud.desk().push(Samples.create(Samples.id(), "")).is(200);
        Answer metrics = stranger.get("/metrics").is(200);
        assertThat(metrics.body())
                .contains("http_server_requests_seconds_count", "uri=\"/v1/sync/push\"", "jvm_memory_used_bytes")
                .doesNotContain("site=", "device=", "desk=");
        stranger.get("/metrics", "X-Forwarded-For", "203.0.113.9").refusedAs(404, "NOT_FOUND");
    }
}
