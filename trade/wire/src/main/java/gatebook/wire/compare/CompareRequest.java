package gatebook.wire.compare;

import gatebook.rules.refusal.FieldFault;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Asks what spans of a site's records come to. */
public record CompareRequest(List<Span> spans) {
    /** The most spans of one request. */
    public static final int SPANS_MAX = 256;

    public CompareRequest {
        spans = List.copyOf(spans);
    }

    /** Reads a request; one of more than {@link #SPANS_MAX} spans is refused. */
    public static Decoded<CompareRequest> read(InputStream body) {
        return JsonIn.read(body, JsonIn.Unknown.REFUSED, in -> {
            List<Span> spans = new ArrayList<>();
            in.object("", name -> {
                if (name.equals("spans")) {
                    in.array(name, place -> {
                        Span span = Span.read(in, place);
                        if (span != null && spans.size() <= SPANS_MAX) {
                            spans.add(span);
                        }
                    });
                }
                return name.equals("spans");
            });
            if (spans.isEmpty() || spans.size() > SPANS_MAX) {
                in.fault("spans", FieldFault.TOO_LARGE, "1 to " + SPANS_MAX + " spans");
            }
            return new CompareRequest(spans);
        });
    }

    /** The message as text. */
    public String json() {
        return JsonOut.text(out ->
                out.object(() -> out.name("spans").array(() -> spans.forEach(span -> span.write(out)))));
    }
}
