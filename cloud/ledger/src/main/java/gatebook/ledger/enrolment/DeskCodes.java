package gatebook.ledger.enrolment;

import gatebook.rules.entry.DeskCode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the code of a new desk: A, B, … Z, AA, AB, … */
final class DeskCodes {
    private static final int LETTERS = 26;

    private DeskCodes() {}

    /** The wish if it is a code and free, or else the first free one. */
    static DeskCode choose(@Nullable String wish, Set<String> taken) {
        Optional<DeskCode> wished =
                Optional.ofNullable(wish).flatMap(DeskCodes::parse).filter(code -> !taken.contains(code.text()));
        return wished.orElseGet(() -> firstFree(taken));
    }

    private static DeskCode firstFree(Set<String> taken) {
        for (int number = 1; ; number++) {
            String text = letters(number);
            if (!taken.contains(text)) {
                return new DeskCode(text);
            }
        }
    }

    /** 1 is A, 26 is Z, 27 is AA. */
    static String letters(int number) {
        StringBuilder text = new StringBuilder();
        for (int left = number; left > 0; left = (left - 1) / LETTERS) {
            text.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return text.toString();
    }

    private static Optional<DeskCode> parse(String text) {
        try {
            return Optional.of(new DeskCode(text));
        } catch (IllegalArgumentException notACode) {
            return Optional.empty();
        }
    }
}
