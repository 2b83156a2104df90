package gatebook.api.problem;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * The first and last of ours to see a request: marks every answer as coming from this service, and answers what Tomcat
 * itself refuses (an address that is no address, say) as a problem document in place of its page.
 */
public final class ProblemPages extends ErrorReportValve {
    /** The version of the protocol between desk and cloud; a captive portal's page has no such header. */
    public static final String PROTOCOL_HEADER = "Gatebook-Protocol";

    /** A word of the caller's, given back so that an answer cannot be an old or a foreign one. */
    public static final String NONCE_HEADER = "Gatebook-Nonce";

    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        mark(request, response.getResponse());
        super.invoke(request, response);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            mark(request, response.getResponse());
            // A body that broke off while it was read is the caller's fault; Tomcat would call it its own.
            ApiRefusal refusal = thrown instanceof IOException ? ApiRefusal.BAD_REQUEST : ApiRefusal.ofStatus(status);
            ProblemAnswers.write(response.getResponse(), new RefusedRequest(refusal));
            response.finishResponse();
        } catch (IOException | IllegalStateException goneAway) {
            getContainer().getLogger().debug("nobody is left to be told", goneAway);
        }
    }

    private static void mark(Request request, HttpServletResponse response) {
        response.setHeader(PROTOCOL_HEADER, "1");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        String nonce = request.getHeader(NONCE_HEADER);
        if (nonce != null && NONCE.matcher(nonce).matches()) {
            response.setHeader(NONCE_HEADER, nonce);
        }
    }
}
