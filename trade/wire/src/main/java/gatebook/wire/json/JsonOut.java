package gatebook.wire.json;

import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;

/**
 * Writes JSON without white space, fields in the order of the calls, nulls written out, decimals plain, instants with
 * exactly three decimals. Not thread-safe.
 */
public final class JsonOut {
    private final JsonGenerator out;

    private JsonOut(JsonGenerator out) {
        this.out = out;
    }

    /** The one form of an instant: ISO-8601 UTC with milliseconds. */
    public static String instantText(Instant instant) {
        return InstantText.of(instant);
    }

    /** The text of a document. */
    public static String text(Consumer<JsonOut> document) {
        StringWriter text = new StringWriter(768);
        try (JsonGenerator generator = JsonIn.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            document.accept(new JsonOut(generator));
        }
        return text.toString();
    }

    /** Writes a document as UTF-8; flushes the stream and leaves it open. */
    public static void write(OutputStream stream, Consumer<JsonOut> document) {
        try (JsonGenerator generator = JsonIn.FACTORY.createGenerator(ObjectWriteContext.empty(), stream)) {
            generator.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
            document.accept(new JsonOut(generator));
        }
    }

    public JsonOut object(Runnable fields) {
        out.writeStartObject();
        fields.run();
        out.writeEndObject();
        return this;
    }

    public JsonOut array(Runnable elements) {
        out.writeStartArray();
        elements.run();
        out.writeEndArray();
        return this;
    }

    public JsonOut name(String name) {
        out.writeName(name);
        return this;
    }

    public JsonOut field(String name, @Nullable String value) {
        out.writeName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value);
        }
        return this;
    }

    public JsonOut field(String name, long value) {
        out.writeName(name);
        out.writeNumber(value);
        return this;
    }

    public JsonOut field(String name, @Nullable BigDecimal value) {
        out.writeName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(value.toPlainString());
        }
        return this;
    }

    public JsonOut field(String name, @Nullable Instant value) {
        return field(name, value == null ? null : instantText(value));
    }

    public JsonOut flag(String name, boolean value) {
        out.writeName(name);
        out.writeBoolean(value);
        return this;
    }

    public JsonOut none(String name) {
        out.writeName(name);
        out.writeNull();
        return this;
    }

    /** A value that is JSON already, copied as it is; null is written as {@code null}. */
    public JsonOut raw(String name, @Nullable String json) {
        out.writeName(name);
        out.writeRawValue(json == null ? "null" : json);
        return this;
    }

    /** An element of a list that is JSON already. */
    public JsonOut rawElement(String json) {
        out.writeRawValue(json);
        return this;
    }

    public JsonOut element(String text) {
        out.writeString(text);
        return this;
    }
}
