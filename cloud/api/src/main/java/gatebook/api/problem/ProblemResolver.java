package gatebook.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns whatever a handler throws into a problem document, before Spring would make a page of it. */
public final class ProblemResolver implements HandlerExceptionResolver {
    private final Faults faults;

    public ProblemResolver(Faults faults) {
        this.faults = faults;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (response.isCommitted() && !ProblemAnswers.isRefusedAlready(response)) {
            return null; // by contract of Spring: thrown on, so that the connection is cut instead of ended as if whole
        }
        try {
            ProblemAnswers.write(response, faults.refusal(thrown));
        } catch (IOException goneAway) {
            throw new UncheckedIOException(goneAway);
        }
        return new ModelAndView();
    }
}
