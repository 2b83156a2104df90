package gatebook.app.search;

import gatebook.app.look.Choosing;
import gatebook.app.words.Words;
import gatebook.files.exporting.ExportFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/** Asks for the file and its format; the ending of the name follows the format. */
final class ExportPanel {
    private static final List<ExportFormat> OFFERED = List.of(ExportFormat.CSV, ExportFormat.XLSX, ExportFormat.PDF);

    private final Panel panel;
    private final TextField file = new TextField();

    ExportPanel(Path suggested, Words words, Runnable onClose) {
        this.panel = new Panel(
                "export",
                words.say("search.export.title"),
                words.say("search.save"),
                words.say("search.close"),
                onClose);
        ToggleGroup formats = new ToggleGroup();
        FlowPane offered = new FlowPane(12, 6);
        for (ExportFormat format : OFFERED) {
            RadioButton button = new RadioButton(format.name());
            button.setId("export-" + ending(format));
            button.setToggleGroup(formats);
            button.setSelected(format == ExportFormat.CSV);
            button.setOnAction(event -> end(format));
            offered.getChildren().add(button);
        }
        file.setId("export-file");
        file.setText(suggested + "." + ending(ExportFormat.CSV));
        panel.ask(words.say("search.export.format"), offered);
        Button browse = new Button(words.say("settings.browse"));
        browse.setId("export-browse");
        browse.setOnAction(event -> browse());
        panel.ask(words.say("search.export.file"), file);
        panel.add(browse);
        panel.say(words.say("search.export.what"));
    }

    Panel panel() {
        return panel;
    }

    /** Empty where what was typed can be no file's name. */
    Optional<Path> file() {
        try {
            return Optional.of(Path.of(file.getText().strip()));
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    private void browse() {
        file().flatMap(named -> Choosing.toSave(file.getScene().getWindow(), named))
                .ifPresent(chosen -> file.setText(chosen.toString()));
        focus();
    }

    void focus() {
        file.requestFocus();
        file.end();
    }

    private void end(ExportFormat format) {
        file.setText(file.getText().replaceFirst("\\.[A-Za-z]{1,4}$", "") + "." + ending(format));
    }

    private static String ending(ExportFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
