package gatebook.rules.merge;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import java.util.List;
import java.util.Objects;

/**
 * Two persons decided one conflict at two desks, and the decision that comes second to the cloud meets the first. No rule
 * may settle that: it is asked about once more (row R4, decision 0031).
 */
public final class SecondDecision {
    private SecondDecision() {}

    /**
     * The fields that the first decision settled otherwise than the second, which this desk has not sent yet. The cloud
     * moved on from the image on which this desk decided: where it set such a field anew, or said the very same image
     * again, which only an accepted side does.
     *
     * @param images base is the image of the cloud's on which this desk decided, local what it decided
     * @param disputed what the conflict was about
     */
    public static List<Field> contested(Images images, List<Field> disputed) {
        if (!(images.base() instanceof Image.Present(Entry decidedOn)
                && images.local() instanceof Image.Present(Entry decided)
                && images.remote() instanceof Image.Present(Entry news))) {
            return List.of();
        }
        boolean saidAgain = news.with(
                        news.authorship().touched(decidedOn.authorship().lastModified()))
                .equals(decidedOn);
        return disputed.stream()
                .filter(field -> !Objects.equals(field.in(decided), field.in(news)))
                .filter(field -> saidAgain || !Objects.equals(field.in(decidedOn), field.in(news)))
                .toList();
    }
}
