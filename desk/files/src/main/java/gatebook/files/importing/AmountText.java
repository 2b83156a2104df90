package gatebook.files.importing;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an amount as people write it: {@code 225}, {@code Rs. 225/-}, {@code ₹1,00,000}, {@code 1,350.00}. */
final class AmountText {
    /** Groups of two or three digits, the last of three: both 1,350 and 1,00,000; a comma for decimals is no group. */
    private static final Pattern GROUPED =
            Pattern.compile("([-+]?)(\\d{1,3}(?:,\\d{2,3})*,\\d{3}|\\d+)(\\.\\d*)?([eE][-+]?\\d{1,9})?");

    private static final int CHARS_MAX = 100;
    private static final int DIGITS_MAX = 60;

    /** What stands for a currency beside its code; upper case, without spaces and dots. */
    private static final Map<String, List<String>> SIGNS = Map.of(
            "INR", List.of("₹", "RUPEES", "RS", "RE"),
            "USD", List.of("US$", "$"),
            "MXN", List.of("MX$", "$"),
            "BRL", List.of("R$"),
            "EUR", List.of("€"),
            "GBP", List.of("£"));

    private AmountText() {}

    /** The amount in major units, exact; empty if the words are no amount of this currency. */
    static Optional<BigDecimal> parse(String words, Currency currency) {
        if (words.length() > CHARS_MAX) {
            return Optional.empty();
        }
        String text = asciiDigits(Normalizer.normalize(words, Normalizer.Form.NFKC))
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s+", "");
        if (text.endsWith("/-")) {
            text = text.substring(0, text.length() - 2);
        }
        String sign = text.startsWith("-") ? "-" : "";
        text = without(currency, text.substring(sign.length()));
        return text.startsWith("-") && !sign.isEmpty() ? Optional.empty() : number(sign + text);
    }

    private static String without(Currency currency, String text) {
        String bare = text;
        String code = currency.getCurrencyCode();
        for (String sign : SIGNS.getOrDefault(code, List.of())) {
            bare = without(sign, bare);
        }
        return without(code, bare);
    }

    private static String without(String sign, String text) {
        if (text.startsWith(sign)) {
            String rest = text.substring(sign.length());
            // The point after an abbreviation is part of it, not of the number.
            return rest.startsWith(".") && Character.isLetter(sign.charAt(0)) ? rest.substring(1) : rest;
        }
        if (text.endsWith(sign + ".")) {
            return text.substring(0, text.length() - sign.length() - 1);
        }
        return text.endsWith(sign) ? text.substring(0, text.length() - sign.length()) : text;
    }

    private static Optional<BigDecimal> number(String text) {
        Matcher matcher = GROUPED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = text.replace(",", "");
        return Optional.of(new BigDecimal(digits.endsWith(".") ? digits + "0" : digits));
    }

    /** One spelling for equal numbers: 225, 225.0 and 2.25E2 are the same; anything absurd stays as it is. */
    static String plain(String digits) {
        if (digits.length() > DIGITS_MAX) {
            return digits;
        }
        return number(digits)
                .filter(number -> Math.abs((long) number.scale()) <= DIGITS_MAX)
                .map(number -> number.stripTrailingZeros().toPlainString())
                .orElse(digits);
    }

    private static String asciiDigits(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            ascii.appendCodePoint(digit >= 0 ? '0' + digit : c);
        });
        return ascii.toString();
    }
}
