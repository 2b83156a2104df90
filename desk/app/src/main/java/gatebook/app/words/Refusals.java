package gatebook.app.words;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.Refusal;
import gatebook.store.sqlite.StoreFault;
import java.util.Locale;

/** Refusals in plain words: what happened and what to do, with the code by which to ask for help. */
public final class Refusals {
    private final Words words;

    public Refusals(Words words) {
        this.words = words;
    }

    /** The sentence of a refusal in the reader's language; what this window has no words for is told as it came. */
    public String say(Refusal refusal, String detail) {
        String key = "refusal." + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.knows(key)
                ? words.say("refusal.coded", words.say(key), refusal.code())
                : words.say("refusal.coded", detail, refusal.code());
    }

    /** What the disk refused, and what to do; what is a bug of this program is told as it came. */
    public String say(StoreFault fault) {
        String detail = String.valueOf(fault.getMessage());
        return fault.refusal().map(refusal -> say(refusal, detail)).orElseGet(() -> words.say("frame.failed", detail));
    }

    /** What is wrong with one field. */
    public String say(FieldError fault) {
        String key = "fault." + fault.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.knows(key) ? words.say(key) : fault.detail();
    }
}
