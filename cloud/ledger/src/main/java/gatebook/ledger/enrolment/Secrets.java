package gatebook.ledger.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Makes codes and tokens, and the hashes by which they are kept. */
final class Secrets {
    /** Capitals and digits that are not taken for one another when read aloud or copied by hand. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** 12 of 30 signs: 58 bits, since a code lives for a day and its hash may be stolen. */
    private static final int CODE_SIGNS = 12;

    private static final int GROUP_SIGNS = 4;
    private static final int TOKEN_BYTES = 32;

    private final RandomGenerator random;

    Secrets(RandomGenerator random) {
        this.random = random;
    }

    /** A code in groups, such as {@code K7QF-2MXA-9RTC}. */
    String code() {
        StringBuilder code = new StringBuilder(CODE_SIGNS + CODE_SIGNS / GROUP_SIGNS);
        for (int at = 0; at < CODE_SIGNS; at++) {
            if (at > 0 && at % GROUP_SIGNS == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    DeskToken token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return new DeskToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The hash of a code however it was typed. */
    static byte[] hashOfCode(String typed) {
        StringBuilder signs = new StringBuilder();
        typed.toUpperCase(Locale.ROOT)
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> signs.append((char) c));
        return sha256("code:" + signs);
    }

    static byte[] hashOf(DeskToken token) {
        return sha256("token:" + token.text());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
