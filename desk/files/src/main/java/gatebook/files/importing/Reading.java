package gatebook.files.importing;

import gatebook.store.operation.ImportedRow;
import java.util.List;

/**
 * An old file as a whole.
 *
 * @param issues the first {@value #ISSUES_KEPT_MAX}; the totals have the number of all
 */
public record Reading(List<ImportedRow> rows, List<Issue> issues, Totals totals) {
    /** How many issues are kept; a file that has more is not read by going through them one by one. */
    public static final int ISSUES_KEPT_MAX = 10_000;

    public Reading {
        rows = List.copyOf(rows);
        issues = List.copyOf(issues);
    }
}
