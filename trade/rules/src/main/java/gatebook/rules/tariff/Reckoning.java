package gatebook.rules.tariff;

import gatebook.rules.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The pricing of one stay by one tariff, line by line. One use each. */
final class Reckoning {
    private final Tariff tariff;
    private final ZoneId zone;
    private final Currency currency;
    private final List<FeeLine> lines = new ArrayList<>();
    private boolean tooLarge;

    Reckoning(Tariff tariff, ZoneId zone, Currency currency) {
        this.tariff = tariff;
        this.zone = zone;
        this.currency = currency;
    }

    FeeAnswer of(Span stay) {
        if (tariff.free().covers(stay.length())) {
            add(FeeLine.Kind.FREE, stay, 1, 0);
        } else {
            Instant begin = stay.from().plus(tariff.free().uncounted());
            if (begin.isAfter(stay.from())) {
                add(FeeLine.Kind.FREE, new Span(stay.from(), begin), 1, 0);
            }
            charge(new Span(begin, stay.to()));
        }
        long fee = lines.stream().mapToLong(line -> line.amount().minor()).sum();
        return tooLarge || fee > Money.MAX_MINOR
                ? new FeeAnswer.TooLarge()
                : new FeeAnswer.Priced(new Money(fee, currency), lines);
    }

    private void charge(Span counted) {
        for (Span cycle : tariff.cycle().spans(counted, zone)) {
            cycle(cycle, cycle.from().equals(counted.from()));
        }
        for (NightWindow window : tariff.surcharges()) {
            for (Span touched : window.touchedBy(counted, zone)) {
                add(FeeLine.Kind.NIGHT_WINDOW, touched, 1, window.amount().minor());
            }
        }
    }

    private void cycle(Span cycle, boolean first) {
        boolean atLeastOne = first && tariff.minimum() == Tariff.Minimum.FIRST_BAND;
        long total = 0;
        for (Band band : tariff.bands()) {
            if (band.after().compareTo(cycle.length()) < 0 || atLeastOne) {
                total += band(band, cycle, total, atLeastOne ? 1 : 0);
                tooLarge |= total > Money.MAX_MINOR;
            }
            if (tooLarge) {
                return;
            }
            atLeastOne = false;
        }
        Money cap = tariff.capPerCycle();
        if (cap != null && total > cap.minor()) {
            add(FeeLine.Kind.CAP, cycle, 1, cap.minor() - total);
        }
    }

    /** What the band adds to the total so far. */
    private long band(Band band, Span cycle, long total, long unitsMin) {
        Duration reached =
                band.upTo() == null || cycle.length().compareTo(band.upTo()) < 0 ? cycle.length() : band.upTo();
        Duration within = reached.minus(band.after());
        Span part = new Span(
                cycle.from().plus(within.isNegative() ? reached : band.after()),
                cycle.from().plus(reached));
        return switch (band.charge()) {
            case Band.Total(Money amount) -> add(FeeLine.Kind.TOTAL, part, 1, amount.minor() - total);
            case Band.Each(Money amount, Duration per) -> {
                long counted = within.minus(tariff.bandTolerance()).toSeconds();
                long units = Math.max(unitsMin, Math.ceilDiv(counted, per.toSeconds()));
                yield units <= 0 ? 0 : each(part, units, amount.minor());
            }
        };
    }

    private long each(Span part, long units, long minor) {
        if (minor > Money.MAX_MINOR / units) {
            tooLarge = true;
            return 0;
        }
        return add(FeeLine.Kind.EACH, part, units, minor * units);
    }

    private long add(FeeLine.Kind kind, Span span, long count, long minor) {
        lines.add(new FeeLine(kind, span, count, new Money(minor, currency)));
        return minor;
    }
}
