package gatebook.api.problem;

import gatebook.api.body.WholeBody;
import gatebook.wire.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes problem documents; what a failed handler had prepared before is dropped. */
final class ProblemAnswers {
    private ProblemAnswers() {}

    /**
     * Whether Tomcat has refused the request already, as it does with a body that breaks off; its refusal is turned into
     * a document on the way out.
     */
    static boolean isRefusedAlready(HttpServletResponse response) {
        return response.isCommitted() && response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST;
    }

    /** Writes the refusal unless the answer has begun already. */
    static void write(HttpServletResponse response, RefusedRequest refused) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = refused.json().getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setHeader("ETag", null);
        response.setHeader("Content-Encoding", null);
        response.setStatus(refused.status());
        refused.headers().forEach(response::setHeader);
        response.setContentType(Problem.CONTENT_TYPE);
        WholeBody.write(response, body);
    }
}
