package gatebook.faults.fuzz;

import java.util.List;
import java.util.Locale;

/** An answer of the server, its body unpacked from chunks, as text. */
public record Response(int status, List<String> headers, String body) {
    public Response {
        headers = List.copyOf(headers);
    }

    /** The value of a header; empty if there is none. */
    public String header(String name) {
        return header(headers, name);
    }

    static String header(List<String> headers, String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .findFirst()
                .map(line -> line.substring(start.length()).strip())
                .orElse("");
    }
}
