package gatebook.app.settings;

import gatebook.app.desk.Newest;
import gatebook.app.desk.OpenDesk;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.files.importing.ImportOutcome;
import gatebook.files.importing.LegacyImport;
import gatebook.store.backup.Backup;
import gatebook.store.backup.BackupResult;
import gatebook.store.backup.Backups;
import gatebook.store.file.Restore;
import gatebook.store.file.RestorePlan;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.operation.ImportEntries;
import gatebook.sync.joining.Joining;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the settings show and do, off the window's thread. */
public final class SettingsViewModel {
    private final OpenDesk desk;
    private final Newest newest;
    private final ReadOnlyObjectWrapper<Optional<Desk>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());

    public SettingsViewModel(OpenDesk desk) {
        this.desk = desk;
        this.newest = new Newest(desk.background());
    }

    /** The desk as the settings show it. */
    record Desk(DeskProfile profile, List<Backup> backups) {
        Desk {
            backups = List.copyOf(backups);
        }
    }

    /** Whether an import is kept. */
    enum Import {
        REHEARSED,
        KEPT
    }

    ReadOnlyObjectProperty<Optional<Desk>> desk() {
        return shown.getReadOnlyProperty();
    }

    void refresh() {
        newest.ask(
                () -> new Desk(desk.profile(), desk.register().backups().list()), seen -> shown.set(Optional.of(seen)));
    }

    /** Joins a site; hears nothing where another program of this desk syncs. */
    void join(URI server, String code, String name, Consumer<Optional<Joining.Result>> then) {
        desk.background().beside(() -> desk.sync().join(server, code, name), result -> {
            refresh();
            desk.bell().ring();
            then.accept(result);
        });
    }

    void backUp(Consumer<BackupResult> then) {
        backUp(backups -> backups.make(desk.register().home().register(), Backup.Occasion.REGULAR), then);
    }

    /** Makes one outside the desk's folder, as on a stick. */
    void backUpTo(Path target, Consumer<BackupResult> then) {
        backUp(backups -> backups.copy(desk.register().home().register(), target), then);
    }

    private void backUp(Function<Backups, BackupResult> how, Consumer<BackupResult> then) {
        desk.background().beside(() -> how.apply(desk.register().backups()), result -> {
            refresh();
            then.accept(result);
        });
    }

    /** What putting a backup in the register's place would change. */
    void planRestore(Path backup, Consumer<RestorePlan> then) {
        Restore restore = new Restore(
                desk.register().home(), desk.options().clock(), desk.options().ids());
        desk.background()
                .beside(
                        () -> {
                            try {
                                return restore.plan(backup);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        then);
    }

    /** Goes through an old file of the earlier program, and keeps what came of it or not. */
    void importFile(Path file, Import how, Consumer<ImportOutcome> then) {
        LegacyImport old = new LegacyImport(new ImportEntries(
                desk.database(), desk.options().clock(), desk.options().ids()));
        desk.background()
                .inOrder(
                        () -> {
                            DeskProfile profile = desk.profile();
                            return how == Import.REHEARSED
                                    ? old.rehearse(file, profile.zone(), profile.currency())
                                    : old.run(file, profile.zone(), profile.currency());
                        },
                        outcome -> {
                            desk.bell().ring();
                            then.accept(outcome);
                        });
    }

    void look(Words words, Times times, Consumer<Health> then) {
        desk.background().beside(() -> Health.of(desk, words, times), then);
    }

    /** Writes the bundle into a folder. */
    void bundle(Path folder, Consumer<Path> then) {
        desk.background()
                .beside(
                        () -> {
                            try {
                                return new SupportBundle(desk).write(folder);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        then);
    }

    Path home() {
        return desk.register().home().folder();
    }
}
