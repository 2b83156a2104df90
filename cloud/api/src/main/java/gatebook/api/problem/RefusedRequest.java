package gatebook.api.problem;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ends a request with a refusal; carries no stack trace, since it says nothing of a fault in the program. */
public final class RefusedRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient Map<String, String> headers;
    private final transient String entry;

    private RefusedRequest(Problem problem, Map<String, String> headers, String entry) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = headers;
        this.entry = entry;
    }

    public RefusedRequest(ApiRefusal refusal) {
        this(refusal, refusal.detail(), List.of());
    }

    public RefusedRequest(ApiRefusal refusal, String detail) {
        this(refusal, detail, List.of());
    }

    /** A refusal that names the fields at fault. */
    public RefusedRequest(ApiRefusal refusal, List<FieldError> errors) {
        this(refusal, refusal.detail(), errors);
    }

    private RefusedRequest(ApiRefusal refusal, String detail, List<FieldError> errors) {
        this(
                new Problem(refusal.status(), refusal.title(), refusal.name(), detail, errors),
                refusal.status() == 401 ? Map.of("WWW-Authenticate", "Bearer realm=\"gatebook\"") : Map.of(),
                "");
    }

    /** What reading a body came to: 400 where not even the syntax held, 422 otherwise. */
    public static RefusedRequest unreadable(List<FieldError> faults) {
        boolean syntax = faults.stream().anyMatch(fault -> fault.code() == FieldFault.NOT_JSON);
        return new RefusedRequest(syntax ? ApiRefusal.NOT_JSON : ApiRefusal.CONTENT_INVALID, faults);
    }

    /** A query parameter, path or header at fault. */
    public static RefusedRequest parameter(String name, FieldFault code, String detail) {
        return new RefusedRequest(ApiRefusal.BAD_PARAMETER, List.of(new FieldError(name, code, detail)));
    }

    /** The same refusal with the time after which to try again, in whole seconds of at least one. */
    public RefusedRequest retryAfter(Duration pause) {
        return with("Retry-After", Long.toString(Math.max(1, pause.toSeconds())));
    }

    /** The same refusal with one more header. */
    public RefusedRequest with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new RefusedRequest(problem, more, entry);
    }

    /** The same refusal with the record as it stands now, as JSON. */
    public RefusedRequest withEntry(String json) {
        return new RefusedRequest(problem, headers, json);
    }

    int status() {
        return problem.status();
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The problem document; an extension member {@code entry} holds the record where one was given. */
    String json() {
        String json = problem.json();
        return entry.isEmpty() ? json : json.substring(0, json.length() - 1) + ",\"entry\":" + entry + "}";
    }
}
