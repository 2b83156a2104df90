package gatebook.files.importing;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.PaymentStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds up a reading as it goes; of the issues it keeps the first ones and the number of all. Not thread-safe. */
final class Tally {
    private final Map<PaymentStatus, BigDecimal> fees = new EnumMap<>(PaymentStatus.class);
    private final List<Issue> issues = new ArrayList<>();
    private long rows;
    private long parked;
    private long setAside;
    private long issueCount;
    private BigDecimal feesSetAside;

    Tally(Currency currency) {
        BigDecimal zero = BigDecimal.valueOf(0, currency.getDefaultFractionDigits());
        feesSetAside = zero;
        for (PaymentStatus status : PaymentStatus.values()) {
            fees.put(status, zero);
        }
    }

    void issue(Issue issue) {
        issueCount++;
        if (issues.size() < Reading.ISSUES_KEPT_MAX) {
            issues.add(issue);
        }
    }

    void add(Finding finding) {
        finding.issues().forEach(this::issue);
        feesSetAside = feesSetAside.add(finding.feeSetAside());
        switch (finding) {
            case Finding.SetAside aside -> setAside++;
            case Finding.Kept kept -> {
                Entry entry = kept.entry();
                rows++;
                parked += entry.isInside() ? 1 : 0;
                fees.merge(entry.payment().status(), entry.stay().fee().major(), BigDecimal::add);
            }
        }
    }

    boolean isEmpty() {
        return rows + setAside + issueCount == 0;
    }

    Totals totals() {
        return new Totals(rows, parked, rows - parked, fees, setAside, feesSetAside, issueCount);
    }

    List<Issue> issues() {
        return List.copyOf(issues);
    }
}
