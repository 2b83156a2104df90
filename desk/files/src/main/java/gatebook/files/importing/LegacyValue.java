package gatebook.files.importing;

/** A value of the old file as it is written there; null and absent are no value. */
sealed interface LegacyValue {
    record Text(String text) implements LegacyValue {}

    /** A number by its digits, so that nothing passes through binary floating point. */
    record Digits(String text) implements LegacyValue {}

    record Flag(boolean value) implements LegacyValue {}

    /** A list or an object, by its content. */
    record Nested(String content) implements LegacyValue {}

    /** The value as words; a list or object has none, which is told apart before. */
    default String words() {
        return switch (this) {
            case Text(String text) -> text;
            case Digits(String text) -> text;
            case Flag(boolean value) -> Boolean.toString(value);
            case Nested(String content) -> content;
        };
    }
}
