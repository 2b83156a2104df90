package gatebook.api.http;

import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import gatebook.wire.digest.ContentDigest;
import gatebook.wire.push.PushRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of requests, unpacked, and bounded on both sides of the unpacking: reading past a bound ends the request
 * with 413, reading for too long with 408.
 */
public final class Bodies {
    /** The largest body of any request in bytes, before and after unpacking. */
    public static final int BYTES_MAX = PushRequest.BYTES_MAX;

    private final LongSupplier nanoTime;

    /**
     * @param nanoTime a clock that never jumps
     */
    public Bodies(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The body as a stream that throws {@link RefusedRequest} where it is at fault. */
    public InputStream open(HttpServletRequest request, int bytesMax) throws IOException {
        if (request.getContentLengthLong() > bytesMax) {
            throw new RefusedRequest(ApiRefusal.BODY_TOO_LARGE);
        }
        String encoding = request.getHeader("Content-Encoding");
        InputStream packed = asSent(
                new BoundedStream(request.getInputStream(), bytesMax, nanoTime),
                request.getHeader(ContentDigest.HEADER));
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity", "" -> packed;
            case "gzip", "x-gzip" -> new BoundedStream(unpacked(packed), bytesMax, nanoTime);
            default ->
                throw new RefusedRequest(ApiRefusal.CONTENT_ENCODING_UNSUPPORTED).with("Accept-Encoding", "gzip");
        };
    }

    /** The whole body. */
    public byte[] bytes(HttpServletRequest request, int bytesMax) throws IOException {
        try (InputStream body = open(request, bytesMax)) {
            return body.readAllBytes();
        }
    }

    /** Where the sender says what its body came to, nothing of it is looked at before all of it is that body. */
    private static InputStream asSent(InputStream body, @Nullable String digest) throws IOException {
        if (digest == null) {
            return body;
        }
        byte[] whole = body.readAllBytes();
        if (ContentDigest.contradicts(digest, ContentDigest.counting().digest(whole))) {
            throw new RefusedRequest(ApiRefusal.CONTENT_DAMAGED);
        }
        return new ByteArrayInputStream(whole);
    }

    private static InputStream unpacked(InputStream packed) throws IOException {
        try {
            return new GZIPInputStream(packed, 8192);
        } catch (ZipException | java.io.EOFException notGzip) {
            throw BoundedStream.damaged();
        }
    }
}
