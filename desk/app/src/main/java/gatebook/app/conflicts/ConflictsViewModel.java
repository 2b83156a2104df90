package gatebook.app.conflicts;

import gatebook.app.desk.GateWork;
import gatebook.app.desk.Newest;
import gatebook.app.desk.OpenDesk;
import gatebook.rules.merge.Decision;
import gatebook.store.exchange.BothSides;
import gatebook.store.exchange.Resolution;
import gatebook.store.operation.DiscardOperation;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.ResolveConflict;
import gatebook.store.operation.RetryOperation;
import gatebook.store.query.AuditRow;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.QueueItem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The inbox and what is decided of it. Lives on the window's thread. */
public final class ConflictsViewModel {
    private final OpenDesk desk;
    private final GateWork work;
    private final Newest newest;
    private final ReadOnlyObjectWrapper<List<Waiting>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private boolean shown;

    /**
     * @param work carries decisions out
     */
    public ConflictsViewModel(OpenDesk desk, GateWork work) {
        this.desk = desk;
        this.work = work;
        this.newest = new Newest(desk.background());
        desk.bell().listen(() -> {
            if (shown) {
                refresh();
            }
        });
    }

    /**
     * All that a person needs to decide one conflict.
     *
     * @param alike how many have the same shape, this one included
     * @param writtenHere the newest change of the record at this desk; null where none is known
     */
    record Case(
            BothSides sides,
            int alike,
            String deskCode,
            @Nullable AuditRow writtenHere) {}

    ReadOnlyObjectProperty<List<Waiting>> lines() {
        return lines.getReadOnlyProperty();
    }

    void shown(boolean now) {
        shown = now;
        if (now) {
            refresh();
        }
    }

    void refresh() {
        newest.ask(
                () -> Waiting.lines(new Waiting.Open(
                        desk.exchange().conflicts(ConflictItem.Which.OPEN),
                        desk.exchange().queue(QueueItem.Status.FAILED))),
                lines::set);
    }

    /** Lays a conflict open as it is now; empty where it was decided meanwhile. */
    void open(long id, Consumer<Optional<Case>> then) {
        desk.background().beside(() -> read(id), then);
    }

    private Optional<Case> read(long id) {
        List<ConflictItem> alike = desk.exchange().conflictsLike(id);
        return alike.stream().filter(item -> item.id() == id).findFirst().map(item -> {
            AuditRow here = desk.entries().history(item.record()).reversed().stream()
                    .filter(row ->
                            row.by().cause().equals("local") || row.by().cause().equals("resolution"))
                    .findFirst()
                    .orElse(null);
            BothSides sides = desk.database().read(session -> BothSides.read(session, item));
            return new Case(sides, alike.size(), desk.profile().deskCode().text(), here);
        });
    }

    /** Decides it as it was looked at; what was heard of the other side since makes it a refusal. */
    void decide(Case looked, Decision decision, @Nullable String reason, Consumer<Outcome> then) {
        ConflictItem item = looked.sides().item();
        Resolution.Order order =
                new Resolution.Order(item.id(), item.sides().remoteVersion(), decision, work.attendant(), reason);
        work.run(() -> resolving().resolve(order), GateWork.Hearing.of(then));
    }

    /**
     * Decides all of the same shape alike.
     *
     * @param broken runs where a fault ended it; those decided before it stay so
     */
    void decideAllLike(
            Case looked,
            Decision decision,
            @Nullable String reason,
            Consumer<ResolveConflict.Alike> then,
            Runnable broken) {
        Resolution.Order order =
                new Resolution.Order(looked.sides().item().id(), null, decision, work.attendant(), reason);
        desk.background()
                .inOrder(
                        () -> resolving().resolveAllLike(order),
                        done -> {
                            desk.bell().ring();
                            then.accept(done);
                        },
                        broken);
    }

    /** Sends a refused operation once more, with the next sync. */
    void retry(QueueItem operation, Consumer<Outcome> then) {
        String actor = work.attendant();
        RetryOperation retry =
                new RetryOperation(desk.database(), desk.options().clock());
        work.run(() -> retry.retry(operation.id(), actor), GateWork.Hearing.of(then));
    }

    /** Gives a refused operation up. */
    void discard(QueueItem operation, String reason, Consumer<Outcome> then) {
        String actor = work.attendant();
        DiscardOperation discard =
                new DiscardOperation(desk.database(), desk.options().clock());
        work.run(() -> discard.discard(operation.id(), reason, actor), GateWork.Hearing.of(then));
    }

    private ResolveConflict resolving() {
        return new ResolveConflict(
                desk.database(), desk.options().clock(), desk.options().ids());
    }
}
