package gatebook.api.configuration;

import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** Spring's dispatcher, but an address that nothing is mapped to is a plain refusal and no line in the log. */
final class Dispatcher extends DispatcherServlet {
    private static final long serialVersionUID = 1;

    Dispatcher(WebApplicationContext context) {
        super(context);
        setPublishEvents(false);
    }

    @Override
    protected void noHandlerFound(HttpServletRequest request, HttpServletResponse response) {
        throw new RefusedRequest(ApiRefusal.NOT_FOUND);
    }
}
