package gatebook.app.history;

import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.store.query.RunItem;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** What the list of sync runs tells of each: its columns, each as wide as what stands in it at any size of letters. */
final class RunColumns {
    private final Words words;
    private final Times times;

    RunColumns(Words words, Times times) {
        this.words = words;
        this.times = times;
    }

    /** Gives the table its columns; {@code letters} is a label of the screen, whose letters are as large as the table's. */
    void into(TableView<RunItem> table, Label letters) {
        add(table, letters, 3, "run", run -> words.count(run.id()));
        add(table, letters, 12.8, "began", run -> times.whole(run.startedAt()));
        add(table, letters, 6.8, "why", run -> word("history.trigger.", run.trigger()));
        add(table, letters, 8.5, "outcome", this::outcome);
        add(table, letters, 4.2, "pushed", run -> words.count(run.counts().pushed()));
        add(table, letters, 5.2, "pulled", run -> words.count(run.counts().pulled()));
        add(table, letters, 5.2, "merged", run -> words.count(run.counts().merged()));
        add(table, letters, 6, "conflicts", run -> words.count(run.counts().conflicts()));
        add(
                table,
                letters,
                5.5,
                "rejected",
                run -> words.count(run.counts().rejected() + run.counts().failed()));
        add(table, letters, 11, "undone", this::undone);
    }

    private void add(TableView<RunItem> table, Label letters, double wide, String key, Function<RunItem, String> text) {
        TableColumn<RunItem, String> column = new TableColumn<>(words.say("history." + key));
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(wide * letters.getFont().getSize());
        letters.fontProperty().addListener((of, before, now) -> column.setPrefWidth(wide * now.getSize()));
        table.getColumns().add(column);
    }

    private String outcome(RunItem run) {
        if (run.outcome() == null) {
            return words.say("history.under-way");
        }
        String word = word("history.outcome.", run.outcome());
        return run.error() == null ? word : word + ": " + run.error();
    }

    private String undone(RunItem run) {
        Long of = run.undoing().undoes();
        if (of != null) {
            return words.say("history.undoes", of, run.undoing().restored());
        }
        return run.undoing().undoneBy().isEmpty()
                ? ""
                : words.say("history.undone-by", run.undoing().undoneBy().getLast());
    }

    private String word(String prefix, String name) {
        String key = prefix + name.toLowerCase(Locale.ROOT);
        return words.knows(key) ? words.say(key) : name;
    }
}
