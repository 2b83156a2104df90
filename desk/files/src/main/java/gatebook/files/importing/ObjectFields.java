package gatebook.files.importing;

import gatebook.files.importing.Issue.Kind;
import gatebook.files.salvage.Position;
import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of one object as typed values, with an issue for each that could not be taken as it was. */
final class ObjectFields {
    private static final int SHOWN_CHARS_MAX = 80;
    private static final int SERIAL_DIGITS_MAX = 12;
    private static final int AMOUNT_DIGITS_MAX = 18;
    private static final char REPLACEMENT = '\uFFFD';

    private final LegacyObject object;
    private final Position at;
    private final Site site;
    private final List<Issue> issues = new ArrayList<>();
    private final List<String> overlong = new ArrayList<>();
    private BigDecimal feeSetAside = BigDecimal.ZERO;

    ObjectFields(LegacyObject object, Position at, Site site) {
        this.object = object;
        this.at = at;
        this.site = site;
        for (LegacyField field : object.disagreeing()) {
            note(Kind.FIELDS_DISAGREE, field.text() + " stands there twice; took " + shown(value(field)));
        }
    }

    void note(Kind kind, String detail) {
        issues.add(new Issue(kind, at, detail));
    }

    List<Issue> issues() {
        return List.copyOf(issues);
    }

    /** What was cut from texts that were too long, each with its field's name. */
    List<String> overlong() {
        return List.copyOf(overlong);
    }

    /** The amount of the file that {@link #fee} could not take over. */
    BigDecimal feeSetAside() {
        return feeSetAside;
    }

    /** A text that may be kept; null if the object does not say. */
    @Nullable
    String text(LegacyField field, int charsMax) {
        String written = words(field).orElse("");
        if (written.isEmpty()) {
            return null; // what is absent stays absent in the entry
        }
        String sound = sound(written);
        if (sound.indexOf(REPLACEMENT) >= 0) {
            note(Kind.BAD_TEXT, field.text() + " holds characters that cannot be read: " + shown(sound));
        }
        if (sound.length() <= charsMax) {
            return sound;
        }
        note(Kind.TEXT_TOO_LONG, field.text() + " has " + sound.length() + " characters; at most " + charsMax);
        overlong.add(field.text() + ": " + sound);
        return cut(sound, charsMax);
    }

    Optional<VehicleType> vehicleType() {
        String text = text(LegacyField.VEHICLE_TYPE, VehicleType.LENGTH_MAX);
        return Optional.ofNullable(text).map(VehicleTypeWords::read);
    }

    Optional<Instant> time(LegacyField field) {
        Optional<String> words = words(field);
        return words.flatMap(text -> switch (TimeText.parse(text, site.zone())) {
            case TimeText.Certain(Instant time) -> Optional.of(time);
            case TimeText.Skipped(Instant time) -> {
                note(Kind.TIME_SKIPPED, field.text() + " " + text + " never was in " + site.zone() + "; took " + time);
                yield Optional.of(time);
            }
            case TimeText.Twice(Instant time) -> {
                note(Kind.TIME_TWICE, field.text() + " " + text + " was twice in " + site.zone() + "; took " + time);
                yield Optional.of(time);
            }
            case TimeText.NotATime() -> {
                note(Kind.NOT_A_TIME, field.text() + " is no time: " + shown(text));
                yield Optional.empty();
            }
        });
    }

    long serial() {
        Optional<String> words = words(LegacyField.SERIAL);
        if (words.isEmpty()) {
            return 0;
        }
        String digits = AmountText.plain(words.get().strip());
        if (digits.matches("\\d{1," + SERIAL_DIGITS_MAX + "}")) {
            return Long.parseLong(digits);
        }
        note(Kind.SERIAL_UNREADABLE, "serial is no running number: " + shown(words.get()));
        return 0;
    }

    Money fee() {
        Currency currency = site.currency();
        Optional<String> words = words(LegacyField.FEE);
        if (words.isEmpty()) {
            return Money.zero(currency);
        }
        Optional<BigDecimal> amount = AmountText.parse(words.get(), currency);
        if (amount.isEmpty()) {
            note(Kind.FEE_UNREADABLE, "fee is no amount in " + currency + ": " + shown(words.get()));
            return Money.zero(currency);
        }
        return fee(amount.get(), currency);
    }

    private Money fee(BigDecimal written, Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        long wholeDigits = (long) written.precision() - written.scale();
        if (wholeDigits > AMOUNT_DIGITS_MAX) {
            note(Kind.FEE_TOO_LARGE, "fee is absurd; not counted anywhere");
            return Money.zero(currency);
        }
        BigDecimal amount = written.signum() == 0 || wholeDigits < -decimals - 1L
                ? BigDecimal.ZERO
                : written.setScale(decimals, RoundingMode.HALF_EVEN);
        if (amount.compareTo(written) != 0) {
            note(Kind.FEE_ROUNDED, "fee " + shown(written.toString()) + " rounded to " + amount.toPlainString());
        }
        boolean tooLarge = amount.movePointRight(decimals).compareTo(BigDecimal.valueOf(Money.MAX_MINOR)) > 0;
        if (amount.signum() < 0 || tooLarge) {
            feeSetAside = amount;
            note(tooLarge ? Kind.FEE_TOO_LARGE : Kind.FEE_NEGATIVE, "fee " + amount.toPlainString() + " set aside");
            return Money.zero(currency);
        }
        return Money.ofMajor(amount, currency);
    }

    Optional<String> words(LegacyField field) {
        LegacyValue value = value(field);
        if (value instanceof LegacyValue.Nested) {
            note(Kind.WRONG_TYPE, field.text() + " is a list or an object");
            return Optional.empty();
        }
        return Optional.ofNullable(value).map(LegacyValue::words).map(words -> asWritten(field, words));
    }

    /** A plate that passed through a spreadsheet may have become 1234.0. */
    private String asWritten(LegacyField field, String words) {
        boolean numeric = value(field) instanceof LegacyValue.Digits;
        return numeric && field != LegacyField.FEE ? AmountText.plain(words) : words;
    }

    private @Nullable LegacyValue value(LegacyField field) {
        return object.value(field);
    }

    private static String shown(@Nullable LegacyValue value) {
        return value == null ? "nothing" : shown(value.words());
    }

    static String shown(String text) {
        String line = text.replaceAll("\\s+", " ");
        return '"' + (line.length() <= SHOWN_CHARS_MAX ? line : cut(line, SHOWN_CHARS_MAX) + "…") + '"';
    }

    static String cut(String text, int charsMax) {
        int end = Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax;
        return text.substring(0, end);
    }

    /** The text with a replacement for each character that no entry may hold. */
    private static String sound(String text) {
        StringBuilder sound = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7f;
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            sound.appendCodePoint(control || half ? REPLACEMENT : c);
        });
        return sound.toString();
    }
}
