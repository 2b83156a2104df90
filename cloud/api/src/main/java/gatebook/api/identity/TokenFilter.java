package gatebook.api.identity;

import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import gatebook.ledger.Ledger;
import gatebook.ledger.enrolment.DeskToken;
import gatebook.ledger.site.Desk;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets nothing under {@code /v1} pass without the token of a desk, save the request by which a desk gets one, and no
 * desk more often than its rate allows. Decides by the path as Tomcat decoded it, so that no spelling slips past.
 */
public final class TokenFilter extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]{1,200})");

    private final transient Supplier<Ledger> ledger;
    private final transient TokenBuckets rates;

    /**
     * @param ledger asked for with the first request; Tomcat makes its filters while the ledger is still being opened
     */
    public TokenFilter(Supplier<Ledger> ledger, TokenBuckets rates) {
        this.ledger = ledger;
        this.rates = rates;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        boolean guarded = path.equals("/v1") || path.startsWith("/v1/");
        boolean joining = path.equals("/v1/devices") && request.getMethod().equals("POST");
        if (guarded && !joining) {
            caller(request).attachTo(request);
        }
        chain.doFilter(request, response);
    }

    private Caller caller(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            throw new RefusedRequest(ApiRefusal.TOKEN_MISSING);
        }
        Matcher bearer = BEARER.matcher(header.strip());
        if (!bearer.matches()) {
            throw unknown();
        }
        DeskToken token = new DeskToken(bearer.group(1));
        Desk desk = ledger.get().deskOf(token).orElseThrow(TokenFilter::unknown);
        Optional<Duration> wait = rates.take(desk.device().toString());
        if (wait.isPresent()) {
            throw new RefusedRequest(ApiRefusal.TOO_MANY_REQUESTS).retryAfter(wait.get());
        }
        return new Caller(desk, token);
    }

    private static RefusedRequest unknown() {
        return new RefusedRequest(ApiRefusal.TOKEN_UNKNOWN)
                .with("WWW-Authenticate", "Bearer realm=\"gatebook\", error=\"invalid_token\"");
    }
}
