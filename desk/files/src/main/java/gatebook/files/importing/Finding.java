package gatebook.files.importing;

import gatebook.rules.entry.Entry;
import java.math.BigDecimal;
import java.util.List;

/** What was made of one object of the old file. */
sealed interface Finding {
    List<Issue> issues();

    /** An amount of the file that stands in no entry; zero if there is none. */
    BigDecimal feeSetAside();

    /** It became an entry, without numbers of its own yet. */
    record Kept(Entry entry, List<Issue> issues, BigDecimal feeSetAside) implements Finding {}

    /** It cannot be kept honestly. */
    record SetAside(List<Issue> issues, BigDecimal feeSetAside) implements Finding {}
}
