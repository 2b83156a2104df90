package gatebook.api.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes answers; Tomcat packs them where the caller accepts gzip. */
public final class Answers {
    public static final String JSON = "application/json";

    private Answers() {}

    /** A JSON document of known length. */
    public static void json(HttpServletResponse response, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(JSON);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
