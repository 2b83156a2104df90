package gatebook.api.http;

import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import gatebook.rules.refusal.FieldFault;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of an address, read strictly: broken percent-encoding, a name given twice and a name that the address
 * does not have are refused by name. A parameter with an empty value counts as not given.
 */
public final class Query {
    /** What the caller means to ask, as it stands in the address; one byte changed there may ask for something else. */
    private static final String MEANT = "Gatebook-Query";

    private final Map<String, String> values = new LinkedHashMap<>();

    private Query() {}

    /** Reads the parameters of a request. */
    public static Query of(HttpServletRequest request, List<String> names) {
        Query query = new Query();
        String text = request.getQueryString();
        String meant = request.getHeader(MEANT);
        if (meant != null && !meant.equals(text)) {
            throw new RefusedRequest(ApiRefusal.CONTENT_DAMAGED);
        }
        if (text == null) {
            return query;
        }
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                query.read(pair, names);
            }
        }
        return query;
    }

    private void read(String pair, List<String> names) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals), "the name of a parameter");
        if (!names.contains(name)) {
            throw RefusedRequest.parameter(
                    name,
                    FieldFault.UNKNOWN_FIELD,
                    names.isEmpty() ? "none here" : "one of " + String.join(", ", names));
        }
        String value = decoded(equals < 0 ? "" : pair.substring(equals + 1), name);
        if (values.put(name, value) != null) {
            throw RefusedRequest.parameter(name, FieldFault.DUPLICATE_FIELD, "stands twice; send it once");
        }
    }

    /** The value; empty if not given or given as nothing. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** The number of rows wished for, brought down to {@code most}. */
    public int limit(int normally, int most) {
        return text("limit")
                .map(text -> {
                    if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) < 1) {
                        throw RefusedRequest.parameter(
                                "limit", FieldFault.WRONG_TYPE, "a whole number from 1 to " + most);
                    }
                    return (int) Math.min(most, Long.parseLong(text));
                })
                .orElse(normally);
    }

    /** A value as a number from 0. */
    public long whole(String name, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw RefusedRequest.parameter(name, FieldFault.WRONG_TYPE, "a whole number from 0");
        }
        return Long.parseLong(text);
    }

    /** Decodes UTF-8 in percent-encoding; {@code URLDecoder} would let broken UTF-8 pass as question marks. */
    private static String decoded(String text, String name) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '%') {
                int high = at + 2 <= text.length() - 1 ? Character.digit(text.charAt(at + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(text.charAt(at + 2), 16);
                if (low < 0) {
                    throw malformed(name);
                }
                bytes[length++] = (byte) (high << 4 | low);
                at += 2;
            } else if (c < 0x80) {
                bytes[length++] = (byte) (c == '+' ? ' ' : c);
            } else {
                throw malformed(name);
            }
        }
        return utf8(ByteBuffer.wrap(bytes, 0, length), name);
    }

    private static String utf8(ByteBuffer bytes, String name) {
        try {
            String value = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (value.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
                throw RefusedRequest.parameter(name, FieldFault.BAD_TEXT, "holds a control character");
            }
            return value;
        } catch (CharacterCodingException notUtf8) {
            throw malformed(name);
        }
    }

    private static RefusedRequest malformed(String name) {
        return RefusedRequest.parameter(name, FieldFault.BAD_TEXT, "UTF-8 in percent-encoding");
    }
}
