package gatebook.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The outermost filter: what another filter throws, or Spring lets pass, is answered as a problem document too. */
public final class LastResort extends HttpFilter {
    private static final long serialVersionUID = 1;

    private final transient Faults faults;

    public LastResort(Faults faults) {
        this.faults = faults;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error thrown) {
            RefusedRequest refused = faults.refusal(thrown);
            if (response.isCommitted() && !ProblemAnswers.isRefusedAlready(response)) {
                throw thrown; // half an answer is out: Tomcat cuts the connection, so that nobody takes it for whole
            }
            ProblemAnswers.write(response, refused);
        }
    }
}
