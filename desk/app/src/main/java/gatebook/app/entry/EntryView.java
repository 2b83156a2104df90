package gatebook.app.entry;

import gatebook.app.frame.Screen;
import gatebook.app.frame.Surface;
import gatebook.app.frame.Target;
import gatebook.app.look.FollowFocus;
import gatebook.app.look.KeyHint;
import gatebook.app.words.Amounts;
import gatebook.app.words.Refusals;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.rules.refusal.FieldError;
import gatebook.store.operation.Outcome;
import gatebook.store.record.EntryRow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The form of an arrival: Enter leads from field to field and saves, and the ticket that was given out stands large beside it. */
public final class EntryView implements Screen {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination CLEAR = new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);
    private static final Duration KEPT_AFTER = Duration.millis(400);

    private final EntryViewModel model;
    private final Surface surface;
    private final Words words;
    private final Times times;
    private final Refusals refusals;
    private final PauseTransition typing = new PauseTransition(KEPT_AFTER);
    private @Nullable EntryForm form;

    @FXML
    private ScrollPane entry;

    @FXML
    private GridPane fields;

    @FXML
    private Button save;

    @FXML
    private Button clear;

    @FXML
    private Label ticket;

    @FXML
    private Label written;

    @FXML
    private Label inside;

    public EntryView(EntryViewModel model, Surface surface, Times times) {
        this.model = model;
        this.surface = surface;
        this.words = times.words();
        this.times = times;
        this.refusals = new Refusals(times);
    }

    @FXML
    private void initialize() {
        EntryForm made = new EntryForm(words, fields, this::changed, this::advance);
        form = made;
        FollowFocus.in(entry);
        KeyHint.on(save, "Ctrl+Enter");
        KeyHint.on(clear, "Ctrl+D");
        save.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                save();
                event.consume();
            }
        });
        save.disableProperty().bind(model.saving());
        entry.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        typing.setOnFinished(event -> model.keep());
        model.draft().addListener((of, before, now) -> {
            made.show(now);
            typing.playFromStart();
        });
        model.inside().addListener((of, before, now) -> warn(now));
        warn(List.of());
        model.prepare(prepared -> {
            made.showRates(prepared.yard(), new Amounts(words));
            if (model.draft().get().isBlank() && !prepared.draft().isBlank()) {
                model.draft().set(prepared.draft());
                model.lookUp(() -> surface.tell(words.say("entry.draft-is-back")));
            }
        });
    }

    private EntryForm form() {
        return Objects.requireNonNull(form, "the layout was loaded");
    }

    @Override
    public Node root() {
        return entry;
    }

    @Override
    public void show(Target target) {
        model.learnNames();
        if (target instanceof Target.Arriving(String vehicleNumber)) {
            arriving(vehicleNumber);
        }
        form().focus(EntryField.VEHICLE_NUMBER);
    }

    private void arriving(String vehicleNumber) {
        Draft draft = model.draft().get();
        if (draft.isBlank()) {
            model.draft().set(draft.with(EntryField.VEHICLE_NUMBER, vehicleNumber));
            advance(EntryField.VEHICLE_NUMBER);
        } else if (!draft.text(EntryField.VEHICLE_NUMBER).equals(vehicleNumber)) {
            surface.warn(words.say("entry.unfinished", draft.text(EntryField.VEHICLE_NUMBER)));
        }
    }

    @Override
    public void hide() {
        model.keep();
    }

    @Override
    public boolean back() {
        return form().closeSuggestions();
    }

    private void pressed(KeyEvent event) {
        if (SAVE.match(event)) {
            save();
            event.consume();
        } else if (CLEAR.match(event)) {
            clear();
            event.consume();
        }
    }

    private void changed(EntryField field, String text) {
        form().showFault(field, "");
        model.draft().set(model.draft().get().with(field, text));
        if (field == EntryField.TRANSPORT_NAME) {
            form().complete(Completion.of(text, model.transportNames().get()));
        }
    }

    private void advance(EntryField from) {
        if (from == EntryField.VEHICLE_NUMBER) {
            model.lookUp(() -> focusAfter(from));
        } else if (from == EntryField.NOTES) {
            save();
        } else {
            focusAfter(from);
        }
    }

    private void focusAfter(EntryField from) {
        Optional<EntryField> next = model.draft().get().after(from);
        next.ifPresentOrElse(form()::focus, save::requestFocus);
    }

    @FXML
    private void save() {
        model.save(this::heard);
    }

    @FXML
    private void clear() {
        Draft stood = model.clear();
        form().clearFaults();
        form().focus(EntryField.VEHICLE_NUMBER);
        if (!stood.isBlank()) {
            surface.tell(words.say("entry.cleared"));
            surface.canTakeBack(new Surface.TakingBack(
                    words.say("entry.cleared"), () -> model.draft().set(stood)));
        }
    }

    private void heard(Outcome outcome) {
        form().clearFaults();
        switch (outcome) {
            case Outcome.Done(EntryRow row, List<EntryRow> insideAlready) -> done(row);
            case Outcome.Refused refused -> refused(refused);
        }
    }

    private void done(EntryRow row) {
        String number = row.entry().ticket().number().text();
        String plate = row.entry().plate().typed();
        ticket.setText(number);
        written.setText(
                words.say("entry.written", plate, times.brief(row.entry().entryTime())));
        surface.tell(words.say("entry.told", plate, number));
        surface.canTakeBack(new Surface.TakingBack(plate, () -> takeBack(row)));
        form().focus(EntryField.VEHICLE_NUMBER);
    }

    private void takeBack(EntryRow row) {
        String plate = row.entry().plate().typed();
        model.takeBack(row, words.say("entry.taken-back-reason"), outcome -> {
            switch (outcome) {
                case Outcome.Done _ -> {
                    ticket.setText("—");
                    written.setText("");
                    surface.tell(words.say("entry.taken-back", plate));
                }
                case Outcome.Refused refused -> surface.warn(refusals.say(refused));
            }
        });
    }

    private void refused(Outcome.Refused refused) {
        for (FieldError fault : refused.faults().reversed()) {
            EntryField.of(fault).ifPresent(field -> {
                form().showFault(field, refusals.say(fault));
                form().focus(field);
            });
        }
        surface.warn(refusals.say(refused.refusal(), refused.detail()));
    }

    private void warn(List<EntryRow> already) {
        inside.setText(already.stream()
                .map(row -> words.say(
                        "entry.inside-already",
                        row.entry().plate().typed(),
                        times.brief(row.entry().entryTime()),
                        row.entry().ticket().number().text()))
                .collect(Collectors.joining("\n")));
        inside.setVisible(!already.isEmpty());
        inside.setManaged(!already.isEmpty());
    }
}
