package gatebook.cli;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.Refusal;
import gatebook.rules.undo.RunId;
import gatebook.rules.undo.Scope;
import gatebook.store.rollback.UndoOutcome;
import gatebook.store.rollback.UndoPlan;
import gatebook.store.rollback.UndoRun;
import gatebook.store.rollback.UndoneBy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a sync run back: says what that comes to, and does it. */
@CommandLine.Command(name = "undo", description = "takes back what a sync run changed here", sortOptions = false)
final class UndoCommand implements Command {
    private final Program program;

    @Parameters(paramLabel = "RUN", description = "as runs shows it; an undo is a run too")
    private String typedRun = "";

    @Option(names = "--all", description = "also voids what the run brought in for the first time")
    private boolean all;

    @Option(names = "--dry-run", description = "says what would change, and changes nothing")
    private boolean dryRun;

    @Option(names = "--by", paramLabel = "WHO", description = "who undoes it (System)")
    private String by = "System";

    @Option(
            names = "--approved-by",
            paramLabel = "PERSON",
            description = "who else agrees; needed where payments are taken back")
    private @Nullable String approvedBy;

    UndoCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        OptionalLong number = Typed.number(typedRun);
        if (number.isEmpty()) {
            return new Ending.WrongUsage("a run has a number, not " + Shown.brief(typedRun));
        }
        long run = number.getAsLong();
        return program.atDesk(desk -> {
            Typed typed = new Typed(desk.profile().zone());
            typed.words("by", by);
            if (approvedBy != null) {
                typed.words("approved_by", approvedBy);
            }
            if (!typed.faults().isEmpty()) {
                return Ending.badValues(typed.faults());
            }
            UndoRun undoing = new UndoRun(
                    desk.database(), desk.around().clock(), desk.around().ids());
            Scope scope = all ? Scope.ALL : Scope.CHANGES;
            Optional<UndoPlan> plan = run < 1 ? Optional.empty() : undoing.preview(new RunId(run), scope);
            if (plan.isEmpty()) {
                return noSuchRun(typedRun);
            }
            return dryRun ? rehearsed(desk, plan.get()) : carryOut(desk, undoing, plan.get(), scope);
        });
    }

    private Ending rehearsed(OpenDesk desk, UndoPlan plan) {
        UndoAnswer answer = new UndoAnswer(plan, desk.profile());
        desk.voice().answer(out -> out.object(() -> answer.rehearsal(out)), out -> {
            answer.plan(out);
            out.println("nothing was changed");
        });
        return ending(plan);
    }

    private Ending carryOut(OpenDesk desk, UndoRun undoing, UndoPlan plan, Scope scope) {
        new UndoAnswer(plan, desk.profile()).plan(program.wordsOut());
        return switch (undoing.undo(plan.run(), scope, new UndoneBy(by, approvedBy))) {
            case UndoOutcome.Undone(UndoPlan did, @Nullable RunId undo) -> {
                UndoAnswer answer = new UndoAnswer(did, desk.profile());
                desk.voice().answer(out -> out.object(() -> answer.done(out, undo)), out -> answer.result(out, undo));
                yield ending(did);
            }
            case UndoOutcome.NeedsSecondPerson(long payments) ->
                new Ending.Refused(
                        Refusal.SECOND_PERSON_MISSING,
                        "Undoing run " + typedRun + " takes back " + payments
                                + (payments == 1 ? " payment" : " payments") + "; nobody else has agreed");
            case UndoOutcome.NoSuchRun() -> noSuchRun(typedRun);
            case UndoOutcome.BadWords(List<FieldError> faults) -> Ending.badValues(faults);
        };
    }

    private static Ending noSuchRun(String run) {
        return new Ending.Refused(Refusal.NO_SUCH_RUN, "there is no run " + run);
    }

    private static Ending ending(UndoPlan plan) {
        return plan.needsPerson()
                ? new Ending.NeedsPerson("Something that the run changed stays as it is; the list says what and why")
                : new Ending.Done();
    }
}
