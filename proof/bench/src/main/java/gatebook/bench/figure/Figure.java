package gatebook.bench.figure;

import org.jspecify.annotations.Nullable;

/**
 * One number of a run, beside the floor's and the bound it is to keep.
 *
 * @param floor of the barest program in the same run; null where there is none
 * @param bound in words; empty where there is none
 * @param verdict whether the bound is kept
 */
public record Figure(String what, String unit, @Nullable Double floor, double ours, String bound, Verdict verdict) {

    /** Whether a bound is kept. */
    public enum Verdict {
        KEPT,
        MISSED,
        /** There is no bound. */
        TOLD;

        static Verdict of(boolean kept) {
            return kept ? KEPT : MISSED;
        }
    }

    /** A number that is only told. */
    public static Figure told(String what, String unit, @Nullable Double floor, double ours) {
        return new Figure(what, unit, floor, ours, "", Verdict.TOLD);
    }

    /** A number that may not be above a limit. */
    public static Figure atMost(double limit, String what, String unit, @Nullable Double floor, double ours) {
        return new Figure(what, unit, floor, ours, "≤ " + text(limit) + " " + unit, Verdict.of(ours <= limit));
    }

    /** A number that may not be below a limit. */
    public static Figure atLeast(double limit, String what, String unit, double floor, double ours) {
        return new Figure(what, unit, floor, ours, "≥ " + text(limit) + " " + unit, Verdict.of(ours >= limit));
    }

    /** A rate that is to reach a share of the floor's. */
    public static Figure share(int percent, String what, String unit, double floor, double ours) {
        return new Figure(
                what, unit, floor, ours, "≥ " + percent + " % of the floor", Verdict.of(ours * 100 >= floor * percent));
    }

    /** Ours over the floor's; null where there is no floor. */
    public @Nullable Double ratio() {
        return floor == null || floor == 0 ? null : Double.valueOf(ours / floor);
    }

    /** A number as people read it: three digits that count. */
    public static String text(double number) {
        if (number >= 1_000) {
            return String.format(java.util.Locale.ROOT, "%,.0f", number);
        }
        String plain =
                String.format(java.util.Locale.ROOT, number >= 100 ? "%.0f" : number >= 10 ? "%.1f" : "%.2f", number);
        return plain.contains(".") ? plain.replaceAll("0+$", "").replaceAll("\\.$", "") : plain;
    }
}
