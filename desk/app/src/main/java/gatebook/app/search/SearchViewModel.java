package gatebook.app.search;

import gatebook.app.desk.GateWork;
import gatebook.app.desk.Newest;
import gatebook.app.desk.OpenDesk;
import gatebook.files.exporting.Export;
import gatebook.files.exporting.ExportOutcome;
import gatebook.files.exporting.Heading;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.store.operation.Outcome;
import gatebook.store.query.EntryFilter;
import gatebook.store.query.Found;
import gatebook.store.record.EntryRow;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the list shows and does. Lives on the window's thread. */
public final class SearchViewModel {
    /** More rows than anybody reads; who looks further back says what for. */
    static final int ROWS_MAX = 500;

    private final OpenDesk desk;
    private final GateWork work;
    private final Newest newest;
    private final ReadOnlyObjectWrapper<Listed> listed = new ReadOnlyObjectWrapper<>(new Listed(List.of(), false));
    private Sought sought = Sought.ANYTHING;
    private boolean shown;

    /**
     * @param work corrects and voids
     */
    public SearchViewModel(OpenDesk desk, GateWork work) {
        this.desk = desk;
        this.work = work;
        this.newest = new Newest(desk.background());
        desk.bell().listen(this::refreshIfShown);
    }

    /**
     * The newest entries that match.
     *
     * @param more whether there are others beyond them
     */
    record Listed(List<EntryRow> rows, boolean more) {
        Listed {
            rows = List.copyOf(rows);
        }
    }

    /** What became of voiding several. */
    record Voided(int voided, List<Outcome.Refused> left) {
        Voided {
            left = List.copyOf(left);
        }

        private static Voided of(List<Outcome> heard) {
            List<Outcome.Refused> left = heard.stream()
                    .filter(Outcome.Refused.class::isInstance)
                    .map(Outcome.Refused.class::cast)
                    .toList();
            return new Voided(heard.size() - left.size(), left);
        }
    }

    ReadOnlyObjectProperty<Listed> listed() {
        return listed.getReadOnlyProperty();
    }

    Sought sought() {
        return sought;
    }

    void seek(Sought wanted) {
        sought = wanted;
        refresh();
    }

    void shown(boolean now) {
        shown = now;
        refreshIfShown();
    }

    void refresh() {
        Sought wanted = sought;
        newest.ask(() -> list(wanted), listed::set);
    }

    private void refreshIfShown() {
        if (shown) {
            refresh();
        }
    }

    private Listed list(Sought wanted) {
        EntryFilter filter = wanted.filter(desk.profile().zone(), ROWS_MAX + 1);
        List<EntryRow> rows = desk.entries().list(filter);
        boolean more = rows.size() > ROWS_MAX;
        return new Listed(more ? rows.subList(0, ROWS_MAX) : rows, more);
    }

    /** One entry, wherever it stands; nothing is heard where there is none. */
    void find(EntryId id, Consumer<EntryRow> then) {
        desk.background()
                .beside(
                        () -> desk.entries().find(id.toString()),
                        found -> one(found).ifPresent(then));
    }

    private static Optional<EntryRow> one(Found found) {
        return found instanceof Found.One(EntryRow row) ? Optional.of(row) : Optional.empty();
    }

    void correct(EntryId entry, Map<Field, String> typed, Consumer<Outcome> then) {
        work.correct(entry, typed, GateWork.Hearing.of(then));
    }

    /** Each by an operation of its own; what cannot be voided is told. */
    void voidAll(List<EntryId> entries, String reason, Consumer<Voided> then) {
        List<Outcome> heard = new ArrayList<>();
        GateWork.Hearing hearing = GateWork.Hearing.of(outcome -> {
            heard.add(outcome);
            if (heard.size() == entries.size()) {
                then.accept(Voided.of(heard));
            }
        });
        entries.forEach(entry -> work.voidEntry(entry, reason, hearing));
    }

    /**
     * What an export came to.
     *
     * @param outcome null where the disk refused; the fault is then in the disk's words
     */
    record Exported(@Nullable ExportOutcome outcome, String fault) {}

    /**
     * Writes what is listed to a file, in the order shown; where more match than are listed, all of them, newest first.
     */
    void export(Path file, Heading heading, List<EntryRow> inOrder, Consumer<Exported> then) {
        Listed now = listed.get();
        Sought wanted = sought;
        desk.background().beside(() -> written(file, heading, now.more() ? all(wanted) : inOrder), then);
    }

    private List<EntryRow> all(Sought wanted) {
        return desk.entries().list(wanted.filter(desk.profile().zone(), EntryFilter.LIMIT_MAX));
    }

    private Exported written(Path file, Heading heading, List<EntryRow> rows) {
        Export export = new Export(desk.profile().zone());
        try {
            Consumer<Consumer<Entry>> source = taker -> rows.forEach(row -> taker.accept(row.entry()));
            return new Exported(export.write(file, heading, source::accept), "");
        } catch (UncheckedIOException e) {
            return new Exported(null, file + ": " + e.getMessage());
        }
    }
}
