package gatebook.api.http;

import gatebook.api.body.WholeBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes answers; Tomcat packs them where the caller accepts gzip. */
public final class Answers {
    public static final String JSON = "application/json";

    /** Room for an answer about an operation or two, to begin with. */
    private static final int DOCUMENT_BYTES = 1_024;

    private Answers() {}

    /** A JSON document of known length. */
    public static void json(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setContentType(JSON);
        WholeBody.write(response, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a document. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** A JSON document for a desk, with its digest whatever its length where it is not packed. */
    public static void document(HttpServletRequest request, HttpServletResponse response, Writing writing)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(DOCUMENT_BYTES);
        writing.to(body);
        response.setContentType(JSON);
        WholeBody.write(request, response, body.toByteArray());
    }
}
