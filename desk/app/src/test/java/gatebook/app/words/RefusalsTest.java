package gatebook.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.refusal.Refusal;
import gatebook.store.operation.Outcome;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused is told in the reader's language; the code by which to ask for help stays. */
final class RefusalsTest {
    static Stream<Locale> languages() {
        return Words.LANGUAGES.stream();
    }

    private static Refusals in(Locale language) {
        return new Refusals(new Times(ZoneOffset.UTC, Clock.systemUTC(), Words.in(language)));
    }

    /** What an operation at the desk can be refused for, the disk included. */
    private static boolean isOfAnOperation(Refusal refusal) {
        return refusal.code().matches("GB-.0..") || refusal.compareTo(Refusal.DAMAGED) <= 0;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyRefusalOfTheDeskHasItsSentenceAndKeepsItsCode(Locale language) {
        assertThat(Arrays.stream(Refusal.values()).filter(RefusalsTest::isOfAnOperation))
                .allSatisfy(refusal -> {
                    String said = in(language).say(refusal, "¶");
                    assertThat(said).endsWith("(" + refusal.code() + ")");
                    assertThat(said).doesNotStartWith("¶");
                });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyFaultOfAFieldHasItsSentence(Locale language) {
        assertThat(FieldFault.values())
                .allSatisfy(fault -> assertThat(in(language).say(new FieldError("fee", fault, "¶")))
                        .isNotEqualTo("¶"));
    }

    @Test
    void fieldsAtFaultAreCalledAsPeopleCallThem() {
        Outcome.Refused refused = new Outcome.Refused(
                Refusal.BAD_VALUE, "…", List.of(new FieldError("driver_name", FieldFault.TOO_LONG, "…")));
        assertThat(in(Locale.ENGLISH).say(refused)).isEqualTo("Driver: This is too long. (GB-1001)");
    }

    @Test
    void whatTheCloudSaidIsToldFieldByField() {
        String noted = "notes (TOO_LONG): at most 10000 characters; not more; fee (NEGATIVE): below zero";
        assertThat(in(Locale.of("hi", "IN")).ofCloud(noted))
                .isEqualTo("टिप्पणी: यह बहुत लंबा है।; शुल्क: यह शून्य से कम नहीं हो सकता।");
        assertThat(in(Locale.ENGLISH).ofCloud("the cloud gave no reason")).isEqualTo("the cloud gave no reason");
    }
}
