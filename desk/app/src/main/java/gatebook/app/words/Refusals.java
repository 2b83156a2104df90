package gatebook.app.words;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.refusal.Refusal;
import gatebook.store.operation.Outcome;
import gatebook.store.sqlite.StoreFault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Refusals in plain words: what happened and what to do, with the code by which to ask for help. */
public final class Refusals {
    /** How the register notes what the cloud said of one field. */
    private static final Pattern OF_A_FIELD = Pattern.compile("([\\w.\\[\\]]+) \\(([A-Z_]+)\\): (.*)");

    private static final String NEXT_FIELD = "; (?=[\\w.\\[\\]]+ \\([A-Z_]+\\): )";

    private final Words words;
    private final FieldWords fields;

    public Refusals(Times times) {
        this.words = times.words();
        this.fields = new FieldWords(times);
    }

    /** What became of an operation that was refused: each field at fault by its name, else the refusal's own sentence. */
    public String say(Outcome.Refused refused) {
        return refused.faults().isEmpty()
                ? say(refused.refusal(), refused.detail())
                : words.say(
                        "refusal.coded",
                        named(refused.faults()),
                        refused.refusal().code());
    }

    /** The sentence of a refusal in the reader's language; what this window has no words for is told as it came. */
    public String say(Refusal refusal, String detail) {
        String key = "refusal." + name(refusal);
        return words.say("refusal.coded", words.knows(key) ? words.say(key, detail) : detail, refusal.code());
    }

    /** What the disk refused, and what to do; what is a bug of this program is told as it came. */
    public String say(StoreFault fault) {
        String detail = String.valueOf(fault.getMessage());
        return fault.refusal().map(refusal -> say(refusal, detail)).orElseGet(() -> words.say("frame.failed", detail));
    }

    /** What is wrong with one field. */
    public String say(FieldError fault) {
        return say(fault.code(), fault.detail());
    }

    /** Each field by its name, and what is wrong with it. */
    public String named(List<FieldError> faults) {
        return faults.stream()
                .map(fault -> fields.name(fault.field()) + ": " + say(fault))
                .collect(Collectors.joining("; "));
    }

    /** What the cloud said of an operation that it refused, as the register noted it. */
    public String ofCloud(String noted) {
        return Arrays.stream(noted.split(NEXT_FIELD, -1)).map(this::ofField).collect(Collectors.joining("; "));
    }

    private String ofField(String noted) {
        Matcher parts = OF_A_FIELD.matcher(noted);
        if (!parts.matches()) {
            return noted;
        }
        Optional<FieldFault> fault = Arrays.stream(FieldFault.values())
                .filter(each -> each.name().equals(parts.group(2)))
                .findFirst();
        return fields.name(parts.group(1)) + ": "
                + fault.map(each -> say(each, parts.group(3))).orElse(parts.group(3));
    }

    private String say(FieldFault fault, String detail) {
        String key = "fault." + name(fault);
        return words.knows(key) ? words.say(key) : detail;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
