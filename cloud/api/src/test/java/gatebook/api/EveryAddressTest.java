package gatebook.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

final class EveryAddressTest {
    private static final Set<String> OPEN =
            Set.of("GET /health", "GET /health/live", "GET /health/ready", "GET /metrics", "POST /v1/devices");

    /** Every request that Spring would hand to a method of ours, as {@code GET /path}. */
    private static Set<String> mapped() {
        Set<String> requests = new TreeSet<>();
        for (RequestMappingInfo mapping : TestCloud.server()
                .web()
                .getBean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()) {
            mapping.getMethodsCondition()
                    .getMethods()
                    .forEach(method -> mapping.getPatternValues().forEach(path -> requests.add(method + " " + path)));
        }
        return requests;
    }

    @Test
    void isDescribedAndNothingElseIs() throws IOException {
        Set<String> described = new TreeSet<>();
        try (InputStream file = EveryAddressTest.class.getResourceAsStream("/gatebook/api/openapi.json")) {
            var description = Json.object(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            Json.asObject(description.get("paths"))
                    .forEach((path, methods) -> Json.asObject(methods)
                            .keySet()
                            .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        }
        assertThat(described).isEqualTo(mapped());
    }

    @Test
    void wantsATokenUnlessItIsKnownToBeOpen() {
        Caller stranger = TestCloud.stranger();
        Caller liar = new Caller(TestCloud.server().baseUrl(), "x".repeat(43), Samples.id());
        for (String request : mapped()) {
            String method = request.substring(0, request.indexOf(' '));
            String path = request.substring(request.indexOf(' ') + 1)
                    .replace("{uuid}", Samples.id().toString());
            Answer anonymous = stranger.send(stranger.request(path).method(method, BodyPublishers.noBody()));
            if (OPEN.contains(request)) {
                assertThat(anonymous.status()).as(request).isNotEqualTo(401);
            } else {
                anonymous.refusedAs(401, "TOKEN_MISSING");
                assertThat(anonymous.header("WWW-Authenticate")).startsWith("Bearer");
                liar.send(liar.request(path).method(method, BodyPublishers.noBody()))
                        .refusedAs(401, "TOKEN_UNKNOWN");
            }
        }
    }

    @Test
    void cannotBeReachedPastTheTokenByAnotherSpelling() {
        Caller stranger = TestCloud.stranger();
        for (String path : new String[] {
            "/%761/stats",
            "/v1;x=1/stats",
            "//v1/stats",
            "/x/../v1/stats",
            "/./v1/stats",
            "/v1/stats/",
            "/v1",
            "/v1/none"
        }) {
            assertThat(stranger.get(path).status()).as(path).isIn(400, 401, 404);
            assertThat(stranger.get(path).header("Content-Type")).as(path).isEqualTo("application/problem+json");
        }
    }

    @Test
    void isHandedOutAsADescription() {
        assertThat(TestCloud.desk().get("/v1/openapi.json").is(200).json()).containsEntry("openapi", "3.1.0");
    }
}
