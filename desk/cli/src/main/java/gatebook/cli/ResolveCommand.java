package gatebook.cli;

import gatebook.rules.entry.Field;
import gatebook.rules.merge.Choice;
import gatebook.rules.merge.Decision;
import gatebook.rules.merge.Side;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.refusal.Refusal;
import gatebook.store.exchange.Resolution;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.ResolveConflict;
import gatebook.store.record.EntryRow;
import gatebook.wire.json.JsonOut;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides a conflict, or brings back what lost in one that is settled. */
@CommandLine.Command(
        name = "resolve",
        description = "decides a conflict; of a settled one it brings a side's values back",
        sortOptions = false)
final class ResolveCommand implements Command {
    private final Program program;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "as conflicts shows it")
    private List<String> words = new ArrayList<>();

    @Option(names = "--keep", required = true, paramLabel = "SIDE", description = "local, remote or merge")
    private String keep = "";

    @Option(
            names = "--take",
            paramLabel = "FIELD=SIDE",
            description = "with merge: from which side a field comes; what belongs together comes along")
    private List<String> takes = new ArrayList<>();

    @Option(names = "--all-like", description = "all open conflicts of the same kind about the same fields as well")
    private boolean allLike;

    @Option(names = "--seen", paramLabel = "VERSION", description = "only if the cloud's side is still at this version")
    private @Nullable Long seen;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the history")
    private @Nullable String reason;

    @Option(names = "--by", paramLabel = "WHO", description = "who decides (Attendant)")
    private String by = "Attendant";

    ResolveCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        // --take notes=local fee=remote: what stands behind the first is another one.
        takes.addAll(words.subList(1, words.size()));
        if (!words.getFirst().matches("[0-9]{1,18}")) {
            return new Ending.WrongUsage("a conflict has a number, not " + Shown.brief(words.getFirst()));
        }
        List<FieldError> faults = new ArrayList<>();
        Optional<Decision> decision = decision(faults);
        if (decision.isEmpty()) {
            return new Ending.WrongUsage("--keep is local, remote or merge; --take FIELD=local|remote goes with merge");
        }
        return program.atDesk(desk -> {
            Typed typed = new Typed(desk.profile().zone());
            typed.words("reason", reason);
            typed.words("by", by);
            faults.addAll(typed.faults());
            return faults.isEmpty() ? resolve(desk, decision.get()) : Ending.badValues(faults);
        });
    }

    private Ending resolve(OpenDesk desk, Decision decision) {
        ResolveConflict operation = new ResolveConflict(
                desk.database(), desk.around().clock(), desk.around().ids());
        long item = Long.parseLong(words.getFirst());
        Resolution.Order order = new Resolution.Order(item, seen, decision, by, reason);
        if (allLike) {
            return resolved(desk, item, operation.resolveAllLike(order));
        }
        return switch (operation.resolve(order)) {
            case Outcome.Done(EntryRow row, var _) -> {
                EntryAnswer.of(desk).give(desk.voice(), row);
                yield new Ending.Done();
            }
            case Outcome.Refused refused -> Ending.refused(refused);
        };
    }

    private static Ending resolved(OpenDesk desk, long item, ResolveConflict.Alike alike) {
        List<ResolveConflict.Left> left = alike.left();
        if (alike.decided() == 0 && left.isEmpty()) {
            return new Ending.Refused(Refusal.NO_SUCH_CONFLICT, "There is no open conflict " + item);
        }
        desk.voice()
                .answer(
                        out -> out.object(() -> out.field("decided", alike.decided())
                                .name("left")
                                .array(() -> left.forEach(one -> document(out, one)))),
                        out -> out.println(alike.decided() + " decided, " + left.size() + " left open"));
        left.forEach(one -> desk.voice()
                .aside("conflict " + one.item() + ": " + one.why().refusal().code() + " "
                        + one.why().detail()));
        return left.isEmpty()
                ? new Ending.Done()
                : new Ending.NeedsPerson(left.size() + " could not be decided so, and are open still (see: conflicts)");
    }

    private static void document(JsonOut out, ResolveConflict.Left left) {
        out.object(() -> out.field("id", left.item())
                .field("code", left.why().refusal().code())
                .field("detail", left.why().detail()));
    }

    private Optional<Decision> decision(List<FieldError> faults) {
        Map<Field, Side> taken = new EnumMap<>(Field.class);
        for (String take : takes) {
            int mark = take.indexOf('=');
            Optional<Side> side = side(take.substring(mark + 1));
            if (mark < 1 || side.isEmpty()) {
                return Optional.empty();
            }
            String name = take.substring(0, mark).strip();
            Optional<Field> field = Field.named(name);
            if (field.isEmpty()) {
                faults.add(new FieldError(Shown.name(name), FieldFault.UNKNOWN_FIELD, "no entry has such a field"));
            } else if (taken.put(field.get(), side.get()) != null) {
                faults.add(new FieldError(name, FieldFault.DUPLICATE_FIELD, "given twice"));
            }
        }
        boolean chosen = !takes.isEmpty();
        return switch (keep.strip().toLowerCase(Locale.ROOT)) {
            case "local" -> chosen ? Optional.empty() : Optional.of(new Decision.KeepLocal());
            case "remote" -> chosen ? Optional.empty() : Optional.of(new Decision.AcceptRemote());
            case "merge" -> Optional.of(new Decision.MergeFields(new Choice(taken)));
            default -> Optional.empty();
        };
    }

    private static Optional<Side> side(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "local" -> Optional.of(Side.LOCAL);
            case "remote" -> Optional.of(Side.REMOTE);
            default -> Optional.empty();
        };
    }
}
