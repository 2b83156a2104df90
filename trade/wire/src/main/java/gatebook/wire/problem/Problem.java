package gatebook.wire.problem;

import gatebook.rules.refusal.FieldError;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal over HTTP: {@code application/problem+json} of RFC 9457.
 *
 * @param status the HTTP status
 * @param code a stable word such as {@code HISTORY_CHANGED}
 * @param detail what happened and what to do, in a sentence
 */
public record Problem(int status, String title, String code, String detail, List<FieldError> errors) {
    public static final String CONTENT_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** Reads what a desk needs of a refusal; the errors are left out. */
    public static Decoded<Problem> read(InputStream body) {
        return JsonIn.read(body, JsonIn.Unknown.IGNORED, Problem::problem);
    }

    /** The refusal as text. */
    public String json() {
        return JsonOut.text(out -> out.object(() -> {
            out.field("type", "about:blank")
                    .field("title", title)
                    .field("status", status)
                    .field("code", code)
                    .field("detail", detail);
            if (!errors.isEmpty()) {
                out.name("errors")
                        .array(() -> errors.forEach(error -> out.object(() -> out.field("field", error.field())
                                .field("code", error.code().name())
                                .field("detail", error.detail()))));
            }
        }));
    }

    private static @Nullable Problem problem(JsonIn in) {
        @Nullable String[] words = new String[3];
        long[] status = new long[1];
        in.object("", name -> {
            switch (name) {
                case "status" -> status[0] = in.whole(name, 0);
                case "title" -> words[0] = in.text(name);
                case "code" -> words[1] = in.text(name);
                case "detail" -> words[2] = in.text(name);
                default -> {
                    return false;
                }
            }
            return true;
        });
        String title = words[0];
        String code = words[1];
        String detail = words[2];
        return new Problem(
                (int) Math.min(status[0], 999),
                title == null ? "" : title,
                code == null ? "" : code,
                detail == null ? "" : detail,
                List.of());
    }
}
