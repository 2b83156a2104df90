package gatebook.wire.json;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * One pass over one JSON document that collects every field at fault instead of stopping at the first. A typed read of a
 * value that has another type notes the fault and answers null (or a zero); the caller goes on and refuses at the end.
 * Not thread-safe; one document each.
 */
public final class JsonIn {
    private static final int DEPTH_MAX = 32;
    private static final int NUMBER_CHARS_MAX = 60;
    private static final int FAULTS_MAX = 100;

    /** Bounds the work a hostile document can cause; the length of a body is bounded by the caller. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(NUMBER_CHARS_MAX)
                    .maxNameLength(200)
                    .build())
            .build();

    /** What to do with a field that the message does not have. */
    public enum Unknown {
        /** Requests: nothing is guessed. */
        REFUSED,
        /** Answers: a newer cloud may say more than this program knows. */
        IGNORED
    }

    private final JsonParser parser;
    private final Unknown unknown;
    private final List<FieldError> faults = new ArrayList<>();

    private JsonIn(JsonParser parser, Unknown unknown) {
        this.parser = parser;
        this.unknown = unknown;
    }

    /**
     * Reads a document whose outermost value is an object.
     *
     * @param reading takes the reader, standing at that object, to a value; what it returns counts only if no fault was
     *     noted, so it may be null then
     */
    public static <T> Decoded<T> read(InputStream body, Unknown unknown, Function<JsonIn, @Nullable T> reading) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            return read(parser, unknown, reading);
        } catch (JacksonException e) {
            return notJson(e);
        }
    }

    /** As the other, from text. */
    public static <T> Decoded<T> read(String body, Unknown unknown, Function<JsonIn, @Nullable T> reading) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            return read(parser, unknown, reading);
        } catch (JacksonException e) {
            return notJson(e);
        }
    }

    private static <T> Decoded<T> read(JsonParser parser, Unknown unknown, Function<JsonIn, @Nullable T> reading) {
        JsonIn in = new JsonIn(parser, unknown);
        if (parser.nextToken() == null) {
            return new Decoded.Refused<>(List.of(new FieldError("$", FieldFault.NOT_JSON, "the document is empty")));
        }
        T value = reading.apply(in);
        if (parser.nextToken() != null) {
            in.fault("$", FieldFault.NOT_JSON, "one JSON document, and nothing after it");
        }
        if (value != null && in.faults.isEmpty()) {
            return new Decoded.Read<>(value);
        }
        if (in.faults.isEmpty()) {
            in.fault("$", FieldFault.CONTRADICTS, "not the message that is meant");
        }
        return new Decoded.Refused<>(in.faults);
    }

    private static <T> Decoded<T> notJson(JacksonException e) {
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return new Decoded.Refused<>(List.of(new FieldError("$", FieldFault.NOT_JSON, "not readable as JSON" + where)));
    }

    public void fault(String place, FieldFault code, String detail) {
        if (faults.size() < FAULTS_MAX) {
            faults.add(new FieldError(place, code, detail));
        }
    }

    /** How many faults were noted so far; to tell whether a part of the document was sound. */
    public int faultCount() {
        return faults.size();
    }

    /** Takes back the faults noted since the count was {@code from}, for a part that is refused on its own. */
    public List<FieldError> takeFaults(int from) {
        List<FieldError> tail = faults.subList(from, faults.size());
        List<FieldError> taken = List.copyOf(tail);
        tail.clear();
        return taken;
    }

    /**
     * Reads the object the reader stands at.
     *
     * @param field is called with each field's name, the reader standing at its value; answers whether it knows it
     * @return false if there is no object here, which is noted
     */
    public boolean object(String place, Predicate<String> field) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            wrongType(place, "an object");
            return false;
        }
        Set<String> seen = new HashSet<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (!seen.add(name)) {
                fault(at(place, name), FieldFault.DUPLICATE_FIELD, "stands twice; send it once");
                parser.skipChildren();
            } else if (!field.test(name)) {
                if (unknown == Unknown.REFUSED) {
                    fault(at(place, name), FieldFault.UNKNOWN_FIELD, "there is no such field");
                }
                parser.skipChildren();
            }
        }
        return true;
    }

    /**
     * Reads the array the reader stands at.
     *
     * @param element is called with each element's place, the reader standing at it
     */
    public void array(String place, java.util.function.Consumer<String> element) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            wrongType(place, "a list");
            return;
        }
        for (int at = 0; parser.nextToken() != JsonToken.END_ARRAY; at++) {
            element.accept(place + "[" + at + "]");
        }
    }

    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    public @Nullable String text(String place) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        wrongType(place, "text");
        return null; // noted as a fault: the document is refused
    }

    public @Nullable Boolean flag(String place) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        wrongType(place, "true or false");
        return null; // noted as a fault: the document is refused
    }

    /** A whole number within {@code least} and 2^63-1. */
    public long whole(String place, long least) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            wrongType(place, "a whole number");
            return least;
        }
        if (parser.getNumberType() == JsonParser.NumberType.INT && parser.getIntValue() >= least) {
            return parser.getIntValue();
        }
        BigDecimal value = parser.getDecimalValue();
        if (value.compareTo(BigDecimal.valueOf(least)) < 0) {
            fault(place, FieldFault.NEGATIVE, "at least " + least);
            return least;
        }
        if (value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            fault(place, FieldFault.TOO_LARGE, "too large a number");
            return least;
        }
        return value.longValue();
    }

    public @Nullable BigDecimal decimal(String place) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return parser.getDecimalValue();
        }
        wrongType(place, "a number");
        return null; // noted as a fault: the document is refused
    }

    public @Nullable UUID uuid(String place) {
        String text = text(place);
        if (text == null) {
            return null; // noted as a fault by the read of the text
        }
        try {
            if (text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException notAnId) {
            // told below, with the place
        }
        fault(place, FieldFault.NOT_A_UUID, "a UUID of 36 characters");
        return null; // just noted
    }

    /** An instant with an offset, cut to whole milliseconds. */
    public @Nullable Instant instant(String place) {
        String text = text(place);
        if (text == null) {
            return null; // noted as a fault by the read of the text
        }
        Instant canonical = InstantText.read(text);
        if (canonical != null) {
            return canonical;
        }
        try {
            return java.time.OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException notATime) {
            fault(place, FieldFault.NOT_A_TIME, "a time such as 2026-11-22T06:40:10.536Z");
            return null; // just noted
        }
    }

    /** One of the words given by {@code wordOf}. */
    public <E> Optional<E> oneOf(String place, Iterable<E> allowed, Function<E, String> wordOf) {
        String text = text(place);
        if (text == null) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (E one : allowed) {
            if (wordOf.apply(one).equals(text)) {
                return Optional.of(one);
            }
            words.add(wordOf.apply(one));
        }
        fault(place, FieldFault.NOT_ONE_OF, "one of " + String.join(", ", words));
        return Optional.empty();
    }

    /** Notes that a field is missing where {@code value} is null and nothing else was noted of it. */
    public void required(@Nullable Object value, String place) {
        if (value == null && faults.stream().noneMatch(fault -> fault.field().equals(place))) {
            fault(place, FieldFault.MISSING, "must be given");
        }
    }

    /** The name of a field within its object; fields of the outermost object stand alone. */
    public static String at(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private void wrongType(String place, String wanted) {
        fault(place.isEmpty() ? "$" : place, FieldFault.WRONG_TYPE, wanted + " belongs here");
        parser.skipChildren();
    }
}
