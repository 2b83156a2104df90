package gatebook.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;

/** An answer of the server with its body as text. */
record Answer(int status, HttpHeaders headers, String body) {
    Map<String, Object> json() {
        return Json.object(body);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    List<Map<String, Object>> list(String field) {
        return Json.asList(json().get(field));
    }

    /** Holds it to be a problem document of the catalogue. */
    Answer refusedAs(int expected, String code) {
        assertThat(status).as(body).isEqualTo(expected);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(json()).containsEntry("code", code).containsKeys("type", "title", "status", "detail");
        assertThat(body).doesNotContain("Exception", "gatebook.", "org.", "java.", "SELECT", "<html");
        return this;
    }

    /** Holds it to have worked. */
    Answer is(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return this;
    }
}
