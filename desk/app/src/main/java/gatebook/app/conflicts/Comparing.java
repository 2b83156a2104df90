package gatebook.app.conflicts;

import gatebook.app.words.FieldWords;
import gatebook.app.words.Refusals;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.Choice;
import gatebook.rules.merge.Decided;
import gatebook.rules.merge.Image;
import gatebook.rules.merge.Side;
import gatebook.rules.refusal.FieldError;
import gatebook.store.exchange.BothSides;
import gatebook.store.query.AuditRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Both sides next to each other, field by field, what differs marked; and when merging, a choice of each with its result. */
final class Comparing {
    private static final int NAMES = 22;
    private static final int MERGED = 26;
    private static final int SIDES = 39;

    private final ConflictsViewModel.Case looked;
    private final BothSides sides;
    private final Times times;
    private final Words words;
    private final FieldWords fields;
    private final GridPane grid = new GridPane();
    private final Map<Field, Side> taken = new EnumMap<>(Field.class);
    private final Map<Field, ToggleGroup> choices = new EnumMap<>(Field.class);
    private final Map<Field, Label> results = new EnumMap<>(Field.class);
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");
    private boolean merging;

    Comparing(ConflictsViewModel.Case looked, Times times) {
        this.looked = looked;
        this.sides = looked.sides();
        this.times = times;
        this.words = times.words();
        this.fields = new FieldWords(times);
        grid.setId("conflict-comparison");
        grid.getStyleClass().add("comparison");
        show();
    }

    Node root() {
        return grid;
    }

    /** Why what is chosen cannot stand; empty where it can. */
    ReadOnlyStringProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    Choice choice() {
        return new Choice(taken);
    }

    /** Whether each differing field is chosen by itself. */
    void merging(boolean now) {
        merging = now;
        taken.clear();
        sides.suggested().ifPresent(this::take);
        show();
    }

    /** What the rules would take is chosen to begin with. */
    private void take(Entry suggested) {
        Entry here = sides.local();
        for (Field field : sides.differing()) {
            boolean local = here != null && Objects.equals(field.in(suggested), field.in(here));
            taken.put(field, local ? Side.LOCAL : Side.REMOTE);
        }
        Map<Field, Side> first = Map.copyOf(taken);
        first.forEach((field, side) -> together(field, leading(field, first)));
    }

    /** Fields that only make sense together follow the first of them. */
    private static Side leading(Field field, Map<Field, Side> all) {
        return Arrays.stream(Field.values())
                .filter(other -> all.containsKey(other) && other.movesWith(field))
                .findFirst()
                .map(all::get)
                .orElse(Side.LOCAL);
    }

    private void together(Field field, Side side) {
        sides.differing().stream().filter(field::movesWith).forEach(other -> taken.put(other, side));
    }

    private void show() {
        grid.getChildren().clear();
        grid.getColumnConstraints()
                .setAll(
                        merging
                                ? List.of(column(NAMES), column(MERGED), column(MERGED), column(MERGED))
                                : List.of(column(NAMES), column(SIDES), column(SIDES)));
        choices.clear();
        results.clear();
        List<Field> differing = sides.differing();
        head();
        int row = 2;
        for (Field field : shown()) {
            boolean differs = differing.contains(field);
            line(row++, field, differs);
        }
        preview();
    }

    private static ColumnConstraints column(int percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private void head() {
        Label local = label("conflict-local", words.say("conflicts.local"), "side-name");
        Label remote = label("conflict-remote", words.say("conflicts.remote"), "side-name");
        grid.addRow(0, new Label(), local, remote);
        grid.addRow(
                1,
                new Label(),
                label("conflict-local-who", whoHere(), "side-who"),
                label("conflict-remote-who", whoThere(), "side-who"));
        if (merging) {
            grid.add(label("conflict-result", words.say("conflicts.result"), "side-name"), 3, 0);
        }
    }

    /** What is set at a side, what differs first. */
    private List<Field> shown() {
        List<Field> differing = sides.differing();
        List<Field> shown = new ArrayList<>(differing);
        Arrays.stream(Field.values())
                .filter(field -> field == Field.TICKET_NO || field.group() != FieldGroup.IDENTITY)
                .filter(field ->
                        !differing.contains(field) && (isSet(sides.local(), field) || isSet(sides.remote(), field)))
                .forEach(shown::add);
        return shown;
    }

    private static boolean isSet(@Nullable Entry side, Field field) {
        return side != null && field.in(side) != null;
    }

    private void line(int row, Field field, boolean differs) {
        Label name = label("conflict-name-" + field.text(), (differs ? "≠ " : "") + fields.name(field), "field-name");
        name.setAccessibleText(fields.name(field) + (differs ? " " + words.say("conflicts.differs") : ""));
        ToggleGroup group = new ToggleGroup();
        Node local = side(field, Side.LOCAL, sides.local(), group, differs);
        Node remote = side(field, Side.REMOTE, sides.remote(), group, differs);
        grid.addRow(row, name, local, remote);
        if (merging) {
            Label result = label("conflict-result-" + field.text(), "", differs ? "differs" : "same");
            results.put(field, result);
            grid.add(result, 3, row);
        }
        if (merging && differs) {
            choices.put(field, group);
        }
    }

    private Node side(Field field, Side side, @Nullable Entry entry, ToggleGroup group, boolean differs) {
        String value = entry == null ? words.say("conflicts.voided") : fields.value(field, entry);
        String id = "conflict-" + (side == Side.LOCAL ? "local-" : "remote-") + field.text();
        String shown = value.isEmpty() ? "–" : value;
        if (!merging || !differs) {
            return label(id, shown, differs ? "differs" : "same");
        }
        RadioButton choose = new RadioButton(shown);
        choose.setId(id);
        choose.setWrapText(true);
        choose.getStyleClass().add("differs");
        choose.setToggleGroup(group);
        choose.setSelected(taken.get(field) == side);
        choose.setAccessibleText(fields.name(field) + ", "
                + words.say(side == Side.LOCAL ? "conflicts.local" : "conflicts.remote") + ": " + shown);
        choose.setOnAction(event -> choose(field, side));
        return choose;
    }

    private void choose(Field field, Side side) {
        together(field, side);
        choices.forEach((each, group) ->
                group.getToggles().get(taken.get(each) == Side.LOCAL ? 0 : 1).setSelected(true));
        preview();
    }

    private void preview() {
        if (!merging) {
            wrong.set("");
            return;
        }
        switch (sides.preview(choice())) {
            case Decided.Stands(Image image) -> {
                wrong.set("");
                result(image instanceof Image.Present(Entry entry) ? entry : null);
            }
            case Decided.AtFault(List<FieldError> faults) -> wrong.set(new Refusals(times).named(faults));
            case Decided.NothingToMerge() -> wrong.set(words.say("conflicts.means.nothing-to-merge"));
        }
    }

    private void result(@Nullable Entry entry) {
        String voided = words.say("conflicts.voided");
        results.forEach((field, label) -> label.setText(entry == null ? voided : fields.value(field, entry)));
    }

    private String whoHere() {
        AuditRow here = looked.writtenHere();
        Entry local = sides.local();
        if (here != null) {
            return words.say(
                    "conflicts.who-here", times.whole(here.at()), here.by().actor(), looked.deskCode());
        }
        return local == null ? words.say("conflicts.voided") : written(local);
    }

    private String whoThere() {
        Entry remote = sides.remote();
        String what = remote == null ? words.say("conflicts.voided") : written(remote);
        long version = sides.item().sides().remoteVersion();
        return version == 0 ? what : words.say("conflicts.version", what, version);
    }

    private String written(Entry entry) {
        return words.say(
                "conflicts.who-there",
                times.whole(entry.authorship().lastModified()),
                entry.authorship().createdBy(),
                entry.ticket().number().text());
    }

    private static Label label(String id, String text, String style) {
        Label label = new Label(text);
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
