package gatebook.app.settings;

import gatebook.app.frame.Screen;
import gatebook.app.frame.Surface;
import gatebook.app.frame.Target;
import gatebook.app.look.Choices;
import gatebook.app.look.Choosing;
import gatebook.app.look.Look;
import gatebook.app.words.Amounts;
import gatebook.app.words.Spans;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.files.importing.ImportOutcome;
import gatebook.files.importing.Totals;
import gatebook.store.backup.Backup;
import gatebook.store.backup.BackupResult;
import gatebook.store.file.RestorePlan;
import gatebook.store.file.UnsentWork;
import gatebook.store.metadata.DeskProfile;
import gatebook.sync.joining.Joining;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The settings: one column of cards. */
public final class SettingsView implements Screen {
    private static final List<Duration> INTERVALS =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final SettingsViewModel model;
    private final Surface surface;
    private final SettingsHost host;
    private final Words words;
    private final Times times;
    private final Amounts amounts;

    @FXML
    private StackPane settings;

    @FXML
    private Label deskIs;

    @FXML
    private TextField attendant;

    @FXML
    private FlowPane languages;

    @FXML
    private FlowPane shades;

    @FXML
    private FlowPane sizes;

    @FXML
    private Label siteIs;

    @FXML
    private TextField server;

    @FXML
    private TextField code;

    @FXML
    private TextField deskName;

    @FXML
    private Button join;

    @FXML
    private Label joinAnswer;

    @FXML
    private FlowPane intervals;

    @FXML
    private ListView<Backup> backups;

    @FXML
    private Label backupAnswer;

    @FXML
    private FlowPane restorePane;

    @FXML
    private Button planRestore;

    @FXML
    private VBox tariff;

    @FXML
    private TextField oldFile;

    @FXML
    private Button importKeep;

    @FXML
    private Label importAnswer;

    @FXML
    private VBox health;

    private @Nullable Path restoring;

    public SettingsView(SettingsViewModel model, Surface surface, SettingsHost host, Times times) {
        this.model = model;
        this.surface = surface;
        this.host = host;
        this.times = times;
        this.words = times.words();
        this.amounts = new Amounts(words);
    }

    @FXML
    private void initialize() {
        model.desk().addListener((of, before, now) -> now.ifPresent(this::fill));
        backups.setCellFactory(list -> new BackupCell());
        backups.setPlaceholder(new Label(words.say("health.no-backup")));
        planRestore
                .disableProperty()
                .bind(backups.getSelectionModel().selectedItemProperty().isNull());
        attendant.focusedProperty().addListener((of, before, now) -> chooseAttendant());
        oldFile.textProperty().addListener((of, before, now) -> importKeep.setDisable(true));
        importKeep.setDisable(true);
        closeRestore();
        choices();
    }

    private void choices() {
        Choices now = host.choices();
        attendant.setText(now.attendant());
        ChoiceRow.fill(
                languages,
                Words.LANGUAGES,
                words.locale(),
                language -> language.getDisplayLanguage(language),
                chosen -> choose(host.choices().withLanguage(chosen)));
        for (int at = 0; at < Words.LANGUAGES.size(); at++) {
            languages.getChildren().get(at).setStyle(Look.script(Words.LANGUAGES.get(at)));
        }
        ChoiceRow.fill(
                shades,
                List.of(Choices.Shade.values()),
                now.shade(),
                shade -> words.say("settings.shade." + shade.name().toLowerCase(Locale.ROOT)),
                chosen -> choose(host.choices().withShade(chosen)));
        ChoiceRow.fill(
                sizes,
                List.of(Choices.TextSize.values()),
                now.size(),
                size -> words.say("settings.size." + size.name().toLowerCase(Locale.ROOT)),
                chosen -> choose(host.choices().withSize(chosen)));
        ChoiceRow.fill(
                intervals,
                INTERVALS,
                now.interval(),
                span -> words.say("settings.every", Spans.of(span, words)),
                chosen -> choose(host.choices().withInterval(chosen)));
    }

    @Override
    public Node root() {
        return settings;
    }

    @Override
    public void show(Target target) {
        model.refresh();
        if (target instanceof Target.BackingUp) {
            backUp();
        }
        attendant.requestFocus();
    }

    @Override
    public boolean back() {
        if (restorePane.isVisible()) {
            closeRestore();
            return true;
        }
        return false;
    }

    private void fill(SettingsViewModel.Desk desk) {
        DeskProfile profile = desk.profile();
        DeskProfile.Membership site = profile.membership();
        deskIs.setText(words.say(
                "settings.desk-is", profile.deskCode().text(), profile.zone(), profile.currency(), model.home()));
        siteIs.setText(
                site == null
                        ? words.say("settings.no-site")
                        : words.say("settings.site-is", site.siteName(), site.server()));
        join.setText(words.say(site == null ? "settings.join" : "settings.join-again"));
        if (site != null && server.getText().isBlank()) {
            server.setText(site.server());
        }
        backups.getItems().setAll(desk.backups());
        tariff.getChildren()
                .setAll(Tariff.of(profile.yard())
                        .map(each ->
                                new Label(words.say("settings.rate", each.type().name(), amounts.say(each.rate()))))
                        .toList());
    }

    private void choose(Choices chosen) {
        host.choose(chosen);
    }

    @FXML
    private void chooseAttendant() {
        String name = attendant.getText().strip();
        if (!name.isEmpty() && !name.equals(host.choices().attendant())) {
            choose(host.choices().withAttendant(name));
            surface.tell(words.say("settings.attendant-is", name));
        }
    }

    @FXML
    private void join() {
        Optional<URI> address = Joining.address(server.getText());
        if (address.isEmpty() || code.getText().isBlank()) {
            joinAnswer.setText(words.say("settings.join-needs"));
            return;
        }
        joinAnswer.setText(words.say("settings.joining"));
        String name = deskName.getText().isBlank() ? "desk" : deskName.getText().strip();
        model.join(
                address.get(),
                code.getText(),
                name,
                result -> joinAnswer.setText(result.map(this::joined).orElse(words.say("status.no-sync.elsewhere"))));
    }

    private String joined(Joining.Result result) {
        return switch (result) {
            case Joining.Result.Joined(DeskProfile desk) -> {
                code.clear();
                yield words.say("settings.joined", desk.deskCode().text());
            }
            case Joining.Result.CodeRefused() -> words.say("settings.code-refused");
            case Joining.Result.OtherSite(String ofCode, String ofDesk) ->
                words.say("settings.other-site", ofCode, ofDesk);
            case Joining.Result.OtherCurrency(String site, var ofSite, var ofDesk) ->
                words.say("settings.other-currency", site, ofSite, ofDesk);
            case Joining.Result.Unheard(var failure) -> words.say("settings.unheard", failure.detail());
        };
    }

    @FXML
    private void backUp() {
        model.backUp(this::backedUp);
    }

    @FXML
    private void backUpTo() {
        Path suggested = model.home().resolve("gatebook-" + times.today() + ".db");
        Choosing.toSave(settings.getScene().getWindow(), suggested)
                .ifPresent(target -> model.backUpTo(target, this::backedUp));
    }

    private void backedUp(BackupResult result) {
        backupAnswer.setText(
                switch (result) {
                    case BackupResult.Made(Path file, var holdings, var _) ->
                        words.say("settings.backed-up", file.getFileName(), holdings.entries());
                    case BackupResult.NoRoom(long needed, long free) -> words.say("settings.no-room", needed, free);
                    case BackupResult.Failed(List<String> findings) ->
                        words.say("settings.backup-failed", String.join("; ", findings));
                    case BackupResult.TargetTaken(Path file) -> words.say("settings.backup-failed", file);
                    case BackupResult.NotDue(), BackupResult.Unchanged(var _) -> words.say("settings.backup-unchanged");
                });
    }

    @FXML
    private void planRestore() {
        planRestore(backups.getSelectionModel().getSelectedItem().file());
    }

    @FXML
    private void restoreFrom() {
        Choosing.toOpen(settings.getScene().getWindow(), model.home()).ifPresent(this::planRestore);
    }

    private void planRestore(Path file) {
        model.planRestore(file, plan -> {
            switch (plan) {
                case RestorePlan.Unusable(List<String> findings) ->
                    backupAnswer.setText(words.say("settings.bad-backup", String.join("; ", findings)));
                case RestorePlan.Possible possible -> {
                    restoring = file;
                    backupAnswer.setText(words.say(
                            "settings.restore-plan",
                            possible.coming().entries(),
                            possible.present() == null ? 0 : possible.present().entries(),
                            possible.unsentOnlyHere(),
                            possible.ticketReached()));
                    restorePane.setVisible(true);
                    restorePane.setManaged(true);
                }
            }
        });
    }

    @FXML
    private void restore() {
        Path file = restoring;
        if (file != null) {
            host.restore(file, UnsentWork.CARRY_OVER);
        }
    }

    @FXML
    private void closeRestore() {
        restoring = null;
        restorePane.setVisible(false);
        restorePane.setManaged(false);
    }

    @FXML
    private void browse() {
        Choosing.toOpen(settings.getScene().getWindow(), model.home())
                .ifPresent(chosen -> oldFile.setText(chosen.toString()));
    }

    @FXML
    private void rehearseImport() {
        importFile(SettingsViewModel.Import.REHEARSED);
    }

    @FXML
    private void keepImport() {
        importFile(SettingsViewModel.Import.KEPT);
    }

    private void importFile(SettingsViewModel.Import how) {
        if (oldFile.getText().isBlank()) {
            importAnswer.setText(words.say("settings.no-file", "parking_data.json"));
            return;
        }
        importKeep.setDisable(true);
        importAnswer.setText(words.say("settings.importing"));
        model.importFile(
                Path.of(oldFile.getText().strip()),
                how,
                outcome -> importAnswer.setText(
                        switch (outcome) {
                            case ImportOutcome.NoFile(Path file) -> words.say("settings.no-file", file);
                            case ImportOutcome.Rehearsed(Totals totals, var _, var imported) -> {
                                importKeep.setDisable(false);
                                yield totals("settings.import-would", totals, imported.added());
                            }
                            case ImportOutcome.Done(Totals totals, var _, var imported) ->
                                totals("settings.imported", totals, imported.added());
                        }));
    }

    private String totals(String key, Totals totals, long added) {
        return words.say(
                key,
                added,
                totals.rows(),
                totals.parked(),
                totals.exited(),
                totals.paid().toPlainString(),
                totals.unpaid().toPlainString(),
                totals.issues());
    }

    @FXML
    private void look() {
        health.getChildren().setAll(new Label(words.say("history.verifying")));
        model.look(
                words,
                times,
                seen -> health.getChildren()
                        .setAll(seen.findings().stream().map(SettingsView::line).toList()));
    }

    private static Label line(Health.Finding finding) {
        String mark = switch (finding.state()) {
            case OK -> "✓ ";
            case LOOK -> "! ";
            case BAD -> "✗ ";
        };
        Label line = new Label(mark + finding.words());
        line.getStyleClass().add("finding-" + finding.state().name().toLowerCase(Locale.ROOT));
        line.setWrapText(true);
        return line;
    }

    @FXML
    private void bundle() {
        model.bundle(model.home(), file -> surface.tell(words.say("settings.bundled", file)));
    }

    private final class BackupCell extends ListCell<Backup> {
        @Override
        protected void updateItem(@Nullable Backup backup, boolean empty) {
            super.updateItem(backup, empty);
            setText(
                    backup == null || empty
                            ? null
                            : words.say(
                                    "settings.backup-of",
                                    times.whole(backup.at()),
                                    words.say("settings.occasion."
                                            + backup.occasion()
                                                    .name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-'))));
        }
    }
}
