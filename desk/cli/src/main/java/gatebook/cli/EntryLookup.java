package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.query.EntryQueries;
import gatebook.store.query.Found;
import gatebook.store.record.EntryRow;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the one entry that a person means by what was typed. */
final class EntryLookup {
    private static final int SHOWN_MAX = 10;

    private final OpenDesk desk;

    EntryLookup(OpenDesk desk) {
        this.desk = desk;
    }

    /** Does work with the entry, or says why it is not known which one is meant. */
    Ending one(String typed, Function<EntryRow, Ending> work) {
        return switch (new EntryQueries(desk.database()).find(typed)) {
            case Found.One(EntryRow row) -> work.apply(row);
            case Found.None() -> new Ending.Refused(Refusal.NO_SUCH_ENTRY, "No entry matches " + Shown.brief(typed));
            case Found.Several(List<EntryRow> rows) -> ambiguous(typed, rows);
        };
    }

    private Ending ambiguous(String typed, List<EntryRow> rows) {
        String some = rows.stream()
                .limit(SHOWN_MAX)
                .map(row -> row.entry().ticket().number() + " (" + row.entry().plate() + ", in "
                        + desk.clocks().show(row.entry().entryTime()) + ")")
                .collect(Collectors.joining(", "));
        String more = rows.size() > SHOWN_MAX ? ", …" : "";
        return new Ending.Refused(
                Refusal.AMBIGUOUS_ENTRY, "More than one entry matches " + Shown.brief(typed) + ": " + some + more);
    }
}
