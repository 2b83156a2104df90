package gatebook.app.search;

import gatebook.app.frame.Screen;
import gatebook.app.frame.Surface;
import gatebook.app.frame.Target;
import gatebook.app.words.FieldWords;
import gatebook.app.words.Refusals;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.files.exporting.ExportOutcome;
import gatebook.files.exporting.Heading;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.store.operation.Outcome;
import gatebook.store.record.EntryRow;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The list of entries with its filters: every stroke narrows it; Enter corrects, Del voids, Ctrl+E writes it out. */
public final class SearchView implements Screen {
    private final SearchViewModel model;
    private final Surface frame;
    private final Words words;
    private final Times times;
    private final FieldWords fields;
    private final Refusals refusals;
    private final Path folder;
    private @Nullable Filters filters;
    private boolean setting;

    @FXML
    private BorderPane screen;

    @FXML
    private TextField number;

    @FXML
    private TextField transport;

    @FXML
    private ComboBox<Status> status;

    @FXML
    private ComboBox<String> type;

    @FXML
    private ComboBox<PaymentStatus> payment;

    @FXML
    private DatePicker from;

    @FXML
    private DatePicker to;

    @FXML
    private ComboBox<Order> sort;

    @FXML
    private Label count;

    @FXML
    private TableView<EntryRow> table;

    @FXML
    private StackPane side;

    /**
     * @param folder where files are offered to be written
     */
    public SearchView(SearchViewModel model, Surface frame, Times times, Path folder) {
        this.model = model;
        this.frame = frame;
        this.words = times.words();
        this.times = times;
        this.fields = new FieldWords(times);
        this.refusals = new Refusals(times);
        this.folder = folder;
    }

    @FXML
    private void initialize() {
        Filters boxes = new Filters(number, transport, status, type, payment, from, to);
        filters = boxes;
        boxes.prepare(words, this::seek);
        type.getItems().setAll("Trailer", "6 Wheeler", "4 Wheeler", "2 Wheeler");
        Column.ALL.forEach(field -> {
            TableColumn<EntryRow, EntryRow> column = Column.of(field, fields);
            table.getColumns().add(column);
            count.fontProperty().addListener((of, before, now) -> Column.fit(column, now.getSize()));
            Column.fit(column, count.getFont().getSize());
        });
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label(words.say("search.nothing")));
        table.setAccessibleText(words.say("place.search"));
        table.setRowFactory(view -> row());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        sort.getItems().setAll(Order.values());
        sort.setConverter(new Named());
        sort.setValue(Order.NEWEST);
        sort.valueProperty().addListener((of, before, now) -> list());
        model.listed().addListener((of, before, now) -> list());
    }

    @Override
    public Node root() {
        return screen;
    }

    @Override
    public void show(Target target) {
        model.shown(true);
        switch (target) {
            case Target.InsideNow _ -> seekInside();
            case Target.Exporting _ -> export();
            case Target.Correcting(EntryId entry) -> model.find(entry, this::edit);
            case Target.At _, Target.Leaving _, Target.Story _, Target.Arriving _, Target.BackingUp _ ->
                number.requestFocus();
        }
    }

    @Override
    public void hide() {
        model.shown(false);
    }

    @Override
    public boolean back() {
        boolean open = !side.getChildren().isEmpty();
        close();
        return open;
    }

    private void seekInside() {
        set(Sought.INSIDE);
        table.requestFocus();
    }

    @FXML
    private void clear() {
        set(Sought.ANYTHING);
        number.requestFocus();
    }

    private void set(Sought sought) {
        setting = true;
        boxes().set(sought);
        setting = false;
        seek();
    }

    private Filters boxes() {
        if (filters == null) {
            throw new IllegalStateException("the layout is not loaded");
        }
        return filters;
    }

    private void seek() {
        if (!setting) {
            model.seek(boxes().read());
        }
    }

    private void list() {
        SearchViewModel.Listed now = model.listed().get();
        List<EntryId> chosen = chosen().stream().map(row -> row.entry().id()).toList();
        List<EntryRow> rows =
                now.rows().stream().sorted(sort.getValue().comparator()).toList();
        table.getItems().setAll(rows);
        table.sort();
        for (int at = 0; at < table.getItems().size(); at++) {
            if (chosen.contains(table.getItems().get(at).entry().id())) {
                table.getSelectionModel().select(at);
            }
        }
        count.setText(
                now.more()
                        ? words.say("search.more", SearchViewModel.ROWS_MAX)
                        : words.say("search.all", now.rows().size()));
    }

    private List<EntryRow> chosen() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    private TableRow<EntryRow> row() {
        TableRow<EntryRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && row.getItem() != null) {
                edit(row.getItem());
            }
        });
        return row;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            edit();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            voiding();
            event.consume();
        }
    }

    private void open(Panel panel) {
        side.getChildren().setAll(panel.root());
        // What scrolls takes its content in when it is dressed; before that nothing in it can have the focus.
        side.applyCss();
    }

    private void close() {
        if (!side.getChildren().isEmpty()) {
            side.getChildren().clear();
            table.requestFocus();
        }
    }

    @FXML
    private void edit() {
        EntryRow row = table.getSelectionModel().getSelectedItem();
        if (row == null) {
            frame.tell(words.say("search.choose-first"));
        } else {
            edit(row);
        }
    }

    private void edit(EntryRow row) {
        EditPanel editing = new EditPanel(row, times.zone(), words, fields, this::close);
        editing.panel().onAct(() -> correct(row, editing));
        open(editing.panel());
        editing.focus();
    }

    private void correct(EntryRow row, EditPanel editing) {
        Map<Field, String> changes = editing.changes();
        EntryId id = row.entry().id();
        model.correct(id, changes, outcome -> {
            switch (outcome) {
                case Outcome.Refused refused -> editing.panel().tell(refusals.say(refused));
                case Outcome.Done _ -> {
                    close();
                    frame.tell(words.say("search.saved", row.entry().plate().typed()));
                    Map<Field, String> back = editing.correction().back(changes);
                    frame.canTakeBack(new Surface.TakingBack(
                            words.say("search.edit"), () -> model.correct(id, back, undone -> model.refresh())));
                }
            }
        });
    }

    @FXML
    private void voiding() {
        List<EntryRow> rows = chosen();
        if (rows.isEmpty()) {
            frame.tell(words.say("search.choose-first"));
            return;
        }
        VoidPanel asking = new VoidPanel(rows.size(), words, this::close);
        asking.panel().onAct(() -> voidAll(rows, asking));
        open(asking.panel());
        asking.focus();
    }

    private void voidAll(List<EntryRow> rows, VoidPanel asking) {
        if (asking.reason().isBlank()) {
            asking.panel().tell(words.say("search.reason-missing"));
            return;
        }
        model.voidAll(rows.stream().map(row -> row.entry().id()).toList(), asking.reason(), done -> {
            close();
            if (done.left().isEmpty()) {
                frame.tell(words.say("search.voided", done.voided()));
            } else {
                frame.warn(words.say(
                                "search.voided-but", done.voided(), done.left().size())
                        + done.left().stream().map(refusals::say).collect(Collectors.joining("; ")));
            }
        });
    }

    @FXML
    private void export() {
        ExportPanel asking = new ExportPanel(folder.resolve("gatebook-" + times.today()), words, this::close);
        asking.panel().onAct(() -> write(asking));
        open(asking.panel());
        asking.focus();
    }

    private void write(ExportPanel asking) {
        Optional<Path> file = asking.file();
        if (file.isEmpty()) {
            asking.panel().tell(words.say("search.export.no-place"));
            return;
        }
        model.export(file.get(), heading(), List.copyOf(table.getItems()), exported -> {
            switch (exported.outcome()) {
                case null -> asking.panel().tell(exported.fault());
                case ExportOutcome.Written(Path written, var _, long entries) -> {
                    close();
                    frame.tell(words.say("search.exported", entries, written));
                }
                case ExportOutcome.UnknownEnding _ -> asking.panel().tell(words.say("search.export.unknown-ending"));
                case ExportOutcome.NoPlace _ -> asking.panel().tell(words.say("search.export.no-place"));
            }
        });
    }

    private Heading heading() {
        Map<Field, String> names = new EnumMap<>(Field.class);
        Column.ALL.forEach(field -> names.put(field, fields.name(field)));
        return new Heading(
                words.say("search.export.heading", times.today()),
                model.sought().told(words),
                names,
                new Heading.Totals(
                        words.say("search.total.entries"),
                        words.say("search.total.fees"),
                        words.say("search.total.paid"),
                        words.say("search.total.page")));
    }

    private final class Named extends StringConverter<Order> {
        @Override
        public String toString(@Nullable Order order) {
            return order == null ? "" : words.say(order.key());
        }

        @Override
        public Order fromString(String shown) {
            return sort.getValue();
        }
    }
}
