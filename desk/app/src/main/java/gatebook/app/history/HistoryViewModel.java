package gatebook.app.history;

import gatebook.app.desk.Newest;
import gatebook.app.desk.OpenDesk;
import gatebook.rules.entry.EntryId;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.undo.RunId;
import gatebook.rules.undo.Scope;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.operation.WrittenWords;
import gatebook.store.query.Found;
import gatebook.store.query.RunItem;
import gatebook.store.record.AuditLog;
import gatebook.store.record.EntryRow;
import gatebook.store.rollback.UndoOutcome;
import gatebook.store.rollback.UndoPlan;
import gatebook.store.rollback.UndoRun;
import gatebook.store.rollback.UndoneBy;
import gatebook.store.sqlite.Turn;
import gatebook.store.witness.Finding;
import gatebook.store.witness.Findings;
import gatebook.sync.service.DryRun;
import gatebook.wire.entry.EntryDefaults;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What happened to one entry, or with each sync. Lives on the window's thread. */
public final class HistoryViewModel {
    private final OpenDesk desk;
    private final Newest newest;
    private final Newest newestPreview; // a run that ends meanwhile reads the list anew, and takes no preview's place
    private final ReadOnlyObjectWrapper<List<RunItem>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Story>> story = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable EntryId told;
    private boolean shown;

    public HistoryViewModel(OpenDesk desk) {
        this.desk = desk;
        this.newest = new Newest(desk.background());
        this.newestPreview = new Newest(desk.background());
        desk.bell().listen(this::refresh);
    }

    /** The life of one entry. */
    record Story(EntryRow entry, List<Moment> moments) {}

    /** Sync runs, newest first. */
    ReadOnlyObjectProperty<List<RunItem>> runs() {
        return runs.getReadOnlyProperty();
    }

    /** The entry whose life is told; empty while the runs are shown. */
    ReadOnlyObjectProperty<Optional<Story>> story() {
        return story.getReadOnlyProperty();
    }

    void tellOf(EntryId entry) {
        told = entry;
        shown = true;
        refresh();
    }

    void tellOfRuns() {
        told = null;
        story.set(Optional.empty());
        shown = true;
        refresh();
    }

    void hide() {
        shown = false;
    }

    /** What undoing a run would do now. */
    void preview(RunItem run, Scope scope, Consumer<UndoPlan> then) {
        newestPreview.ask(() -> undo().preview(new RunId(run.id()), scope), plan -> plan.ifPresent(then));
    }

    /** Undoes a run in the names of the attendant and of whoever else agrees. */
    void undo(RunItem run, Scope scope, UndoneBy by, Consumer<UndoOutcome> then) {
        desk.background().inOrder(() -> undo().undo(new RunId(run.id()), scope, by), outcome -> {
            desk.bell().ring();
            then.accept(outcome);
        });
    }

    /** What a sync would do now; hears nothing where this window does not sync. */
    void rehearse(Consumer<Optional<DryRun.Result>> then) {
        desk.background().beside(() -> desk.sync().rehearse(), then);
    }

    /** Walks the whole audit trail, and looks at what was found out about it. */
    void verify(Consumer<TrailWords.Look> then) {
        desk.background()
                .beside(
                        () -> desk.database()
                                .read(session ->
                                        new TrailWords.Look(AuditLog.verify(session), Findings.unexplained(session))),
                        then);
    }

    /** What became of acknowledging a finding. */
    sealed interface Acknowledged {
        /** It is kept, whoever was first; these are left. */
        record Kept(List<Finding> left) implements Acknowledged {
            public Kept {
                left = List.copyOf(left);
            }
        }

        /** Nothing was kept. */
        record BadWords(List<FieldError> faults) implements Acknowledged {
            public BadWords {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Keeps what a person says that a finding was, in the audit trail as well. */
    void acknowledge(Finding finding, String by, String reason, Consumer<Acknowledged> then) {
        desk.background().inOrder(() -> acknowledged(finding, by.strip(), reason.strip()), answer -> {
            desk.bell().ring();
            then.accept(answer);
        });
    }

    private Acknowledged acknowledged(Finding finding, String by, String reason) {
        List<FieldError> faults = WrittenWords.faults(by, reason);
        if (!faults.isEmpty()) {
            return new Acknowledged.BadWords(faults);
        }
        Finding.Acknowledgement said =
                new Finding.Acknowledgement(desk.now().truncatedTo(ChronoUnit.MILLIS), by, reason);
        desk.database().write(Turn.GATE, session -> Findings.acknowledge(session, finding.id(), said));
        return new Acknowledged.Kept(desk.database().read(Findings::unexplained));
    }

    private UndoRun undo() {
        return new UndoRun(
                desk.database(), desk.options().clock(), desk.options().ids());
    }

    private void refresh() {
        if (!shown) {
            return;
        }
        EntryId entry = told;
        if (entry == null) {
            newest.ask(() -> desk.exchange().runs(), runs::set);
        } else {
            newest.ask(() -> read(entry), story::set);
        }
    }

    private Optional<Story> read(EntryId entry) {
        DeskProfile profile = desk.profile();
        EntryDefaults reading = new EntryDefaults(
                new EntryId(new UUID(0, 0)),
                EntryDefaults.IdRule.SUGGESTED,
                Instant.EPOCH,
                "System",
                profile.zone(),
                profile.currency());
        return desk.entries().find(entry.toString()) instanceof Found.One(EntryRow row)
                ? Optional.of(new Story(row, Moment.of(desk.entries().history(entry), reading)))
                : Optional.empty();
    }
}
