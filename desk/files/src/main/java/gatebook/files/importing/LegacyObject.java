package gatebook.files.importing;

import gatebook.rules.entry.EntryRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** One object of the old file: its known fields, and a fingerprint of all that it says. */
final class LegacyObject {
    private static final int DEPTH_MAX = 64;
    private static final LegacyValue EMPTY_LIST = new LegacyValue.Nested("S[\0E]\0");

    /** As strict as the old program's own reader where values are concerned, as lenient as hands where commas are. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxNumberLength(1000)
                    .build())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private final Map<LegacyField, Ranked> fields = new EnumMap<>(LegacyField.class);
    private final Set<LegacyField> disagreeing = EnumSet.noneOf(LegacyField.class);
    private final List<String> content = new ArrayList<>();
    private boolean holdsEmptyList;

    private record Ranked(LegacyValue value, int rank) {}

    private LegacyObject() {}

    /** Reads the text of one object; empty if it is none after all, a bad escape in a text for one. */
    static Optional<LegacyObject> parse(String raw) {
        LegacyObject object = new LegacyObject();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), raw)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (String key = parser.nextName(); key != null; key = parser.nextName()) {
                parser.nextToken();
                object.take(key, value(parser));
            }
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
        Collections.sort(object.content);
        return Optional.of(object);
    }

    private void take(String key, @Nullable LegacyValue value) {
        content.add(key + '\0' + canonical(value));
        Optional<LegacyField.Spelling> spelling = LegacyField.spelt(key);
        holdsEmptyList |= EMPTY_LIST.equals(value);
        if (spelling.isEmpty() || value == null) {
            return;
        }
        LegacyField field = spelling.get().field();
        Ranked taken = new Ranked(value, spelling.get().rank());
        Ranked before = fields.get(field);
        if (before == null || saysNothing(before.value())) {
            fields.put(field, taken);
        } else if (!saysNothing(value)) {
            if (!value.equals(before.value())) {
                disagreeing.add(field);
            }
            fields.put(field, taken.rank() <= before.rank() ? taken : before);
        }
    }

    private static boolean saysNothing(LegacyValue value) {
        return value instanceof LegacyValue.Text(String text) && EntryRules.saysNothing(text);
    }

    private static @Nullable LegacyValue value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> new LegacyValue.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new LegacyValue.Digits(parser.getString());
            case VALUE_TRUE -> new LegacyValue.Flag(true);
            case VALUE_FALSE -> new LegacyValue.Flag(false);
            case START_OBJECT, START_ARRAY -> nested(parser);
            case null, default -> null;
        };
    }

    private static LegacyValue nested(JsonParser parser) {
        StringBuilder content = new StringBuilder();
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            content.append((token.isStructStart() ? "S" : token.isStructEnd() ? "E" : "v"))
                    .append(parser.getString())
                    .append('\0');
        } while (depth > 0 && parser.nextToken() != null);
        return new LegacyValue.Nested(content.toString());
    }

    /** Tells 225 from "225", but not 225 from 225.0. */
    private static String canonical(@Nullable LegacyValue value) {
        return switch (value) {
            case null -> "-";
            case LegacyValue.Text(String text) -> "t" + text;
            case LegacyValue.Digits(String text) -> "d" + AmountText.plain(text);
            case LegacyValue.Flag(boolean flag) -> "f" + flag;
            case LegacyValue.Nested(String content) -> "n" + content;
        };
    }

    /** Whether it has none of an entry's fields. */
    boolean isNoEntry() {
        return fields.isEmpty();
    }

    /** Whether it is what stands around a list of entries that has none. */
    boolean isEmptyWrapper() {
        return isNoEntry() && holdsEmptyList;
    }

    /** The value of a field; null if absent, null, empty or {@code N/A}. */
    @Nullable
    LegacyValue value(LegacyField field) {
        Ranked ranked = fields.get(field);
        return ranked == null || saysNothing(ranked.value()) ? null : ranked.value();
    }

    /** Fields of which two spellings say different things. */
    Set<LegacyField> disagreeing() {
        return Collections.unmodifiableSet(disagreeing);
    }

    /** Of its keys and values in no order and with no white space: equal for a copy saved by another program. */
    Digest digest() {
        return Digest.of(String.join("\n", content));
    }
}
