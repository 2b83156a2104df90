package gatebook.api.body;

import gatebook.wire.digest.ContentDigest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A body of known length, sent with its digest where it goes out as it is. What Tomcat packs on the way gets none: the
 * packing ends in a checksum of its own.
 */
public final class WholeBody {
    /** From this length on, Tomcat packs what a caller accepts packed. */
    public static final int PACKED_FROM_BYTES = 2_048;

    private WholeBody() {}

    /** Sends a body to a caller of whom it is not known what it accepts. */
    public static void write(HttpServletResponse response, byte[] body) throws IOException {
        if (body.length < PACKED_FROM_BYTES) {
            response.setHeader(ContentDigest.HEADER, ContentDigest.of(body));
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Sends a body to the caller of a request. */
    public static void write(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
        if (request.getHeader("Accept-Encoding") == null) {
            response.setHeader(ContentDigest.HEADER, ContentDigest.of(body));
        }
        write(response, body);
    }
}
