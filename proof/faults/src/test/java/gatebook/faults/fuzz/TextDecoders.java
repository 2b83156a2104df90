package gatebook.faults.fuzz;

import static gatebook.faults.fuzz.WireForms.RUPEE;
import static gatebook.faults.fuzz.WireForms.ZONE;

import gatebook.ledger.feed.Place;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.EntryRules;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.Plate;
import gatebook.rules.money.Money;
import gatebook.wire.entry.EntryEdit;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.entry.SiteTime;
import gatebook.wire.feed.Cursor;
import gatebook.wire.json.InstantText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Single words that people and programs write: ids, cursors, plates, amounts, times, corrections. */
final class TextDecoders {
    /** Years of ten digits are written and not read again; a gate sees none. */
    private static final double LAST_SECOND = 3e16;

    private static final Entry ENTRY = EntryJson.decode(
                    new String(Seeds.golden("entry-parked.json").getFirst(), StandardCharsets.UTF_8),
                    WireForms.DEFAULTS)
            .orDamaged("a golden entry");

    static final List<Decoder> ALL = List.of(
            text(
                    "cursor",
                    TextDecoders::cursor,
                    "c2",
                    "AQGToMIAAHAAgAAAAAAAAAEAAAAAAAAAdgECAwQFBgcICQoLDA0ODxA",
                    "AQ",
                    "~._-"),
            text(
                    "id",
                    TextDecoders::id,
                    "0193a0c2-4d2e-7a10-8f10-0123456789ab",
                    "00000000-0000-0000-0000-000000000000"),
            text("plate", TextDecoders::plate, "MH12AB1234", "mh 12-ab.1234", "１２३４", "अ१२", "ﷺ", "ßŉΐ"),
            text("amount", TextDecoders::amount, "225", "225.00", "-0.01", "99999999.99", "1E+7", "0.1e-38"),
            text(
                    "time",
                    TextDecoders::time,
                    "2026-11-22T06:40:10.536Z",
                    "2026-11-22T12:10:10+05:30",
                    "2026-11-22T12:10",
                    "-0001-01-01T00:00:00Z",
                    "+999999999-12-31T23:59:59.999999999-18:00"),
            text(
                    "correction",
                    TextDecoders::correction,
                    "fee=150",
                    "notes=",
                    "exit_time=2026-11-22T09:00",
                    "status=Exited"));

    private TextDecoders() {}

    private static Decoder text(String name, Consumer<String> law, String... seeds) {
        return new Decoder(name, Seeds.texts(seeds), 1, bytes -> law.accept(new String(bytes, StandardCharsets.UTF_8)));
    }

    /** What the cloud did not give out leads to no place; what leads to one is given out again as it came. */
    private static void cursor(String text) {
        if (!Cursor.isWellFormed(text)) {
            return;
        }
        Optional<Place> place = Place.of(new Cursor(text));
        if (place.isPresent()) {
            Cursor again = place.get().cursor();
            Place known = Place.of(again).orElseThrow();
            Law.same(place.get().history(), known.history(), "a history");
            Law.same(place.get().seq(), known.seq(), "a place");
            Law.same(again, known.cursor(), "a cursor");
        }
    }

    private static void id(String text) {
        EntryId.parse(text).ifPresent(id -> Law.same(text.toLowerCase(Locale.ROOT), id.toString(), "an id"));
    }

    /** A key holds letters and digits only, and spaces and dashes between plain signs make no other vehicle. */
    private static void plate(String text) {
        if (text.isBlank() || text.length() > Plate.LENGTH_MAX) {
            return;
        }
        Plate plate = new Plate(text);
        String key = plate.key();
        Law.holds(key.codePoints().allMatch(Character::isLetterOrDigit), "a key of letters and digits: " + key);
        Law.holds(key.endsWith(plate.lastFour()), "the last four are the end of it");
        if (text.chars().allMatch(c -> c < 0x80)) {
            Law.same(key, Plate.keyOf(key), "the key of a key");
            Law.same(key, Plate.keyOf(String.join(" - ", text.split(""))), "the key of a plate written apart");
            Law.same(key, Plate.keyOf(text.toLowerCase(Locale.ROOT)), "the key of a plate in small letters");
        }
    }

    private static void amount(String text) {
        BigDecimal number;
        try {
            number = text.length() > 60 ? BigDecimal.ZERO : new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            return;
        }
        for (String code : List.of("INR", "JPY", "KWD")) {
            try {
                Money money = Money.ofMajor(number, Currency.getInstance(code));
                Law.same(0, number.compareTo(money.major()), "an amount " + number + " as " + money);
            } catch (ArithmeticException | IllegalArgumentException refused) {
                // the two that are named
            }
        }
    }

    private static void time(String text) {
        Instant canonical = InstantText.read(text);
        if (canonical != null) {
            Law.same(text, InstantText.of(canonical), "a canonical time");
            Law.same(Instant.parse(text), canonical, "a time as the JDK reads it");
        }
        SiteTime.parse(text, ZONE).ifPresent(time -> {
            Law.same(0, time.getNano() % 1_000_000, "whole milliseconds");
            String written = InstantText.of(time);
            boolean known = Math.abs((double) time.getEpochSecond()) < LAST_SECOND;
            Law.holds(!known || SiteTime.parse(written, ZONE).equals(Optional.of(time)), "written as " + written);
        });
    }

    /** A correction gives an entry that may be kept, or faults; what it did not name stays. */
    private static void correction(String text) {
        int equals = text.indexOf('=');
        Optional<Field> field = equals < 0 ? Optional.empty() : Field.named(text.substring(0, equals));
        field.flatMap(named -> Law.read(EntryEdit.apply(ENTRY, Map.of(named, text.substring(equals + 1)), ZONE)))
                .ifPresent(entry -> {
                    Law.same(List.of(), EntryRules.faults(entry), "faults of a corrected entry");
                    Law.same(ENTRY.id(), entry.id(), "the id");
                    Law.same(RUPEE, entry.stay().fee().currency(), "the currency");
                });
    }
}
