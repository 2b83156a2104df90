package gatebook.cli;

import gatebook.rules.entry.Field;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.store.operation.Correct;
import gatebook.store.operation.Outcome;
import gatebook.store.record.EntryRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Corrects fields of an entry. */
@CommandLine.Command(name = "edit", description = "corrects an entry", sortOptions = false)
final class EditCommand implements Command {
    /** No field comes near it; what is longer is not even looked at. */
    private static final int CHARS_MAX = 100_000;

    private final Program program;

    @Parameters(arity = "1..*", paramLabel = "ENTRY", description = "the uuid, or what exit takes")
    private List<String> words = new ArrayList<>();

    @Option(names = "--set", paramLabel = "FIELD=VALUE", required = true, description = "a field; FIELD= empties it")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--by", paramLabel = "WHO", description = "who corrects it (System)")
    private String by = "System";

    EditCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        // --set a=1 b=2: what stands behind the first is another one.
        List<String> pairs = new ArrayList<>(sets);
        pairs.addAll(words.subList(1, words.size()));
        for (String pair : pairs) {
            if (pair.indexOf('=') < 1) {
                return new Ending.WrongUsage("--set takes FIELD=VALUE, not " + Shown.brief(pair));
            }
        }
        return program.atDesk(desk -> edit(desk, pairs));
    }

    private Ending edit(OpenDesk desk, List<String> pairs) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        List<FieldError> faults = new ArrayList<>();
        Typed typed = new Typed(desk.profile().zone());
        for (String pair : pairs) {
            int mark = pair.indexOf('=');
            String name = pair.substring(0, mark).strip();
            String value = pair.substring(mark + 1);
            Optional<Field> field = Field.named(name);
            if (field.isEmpty()) {
                faults.add(new FieldError(Shown.name(name), FieldFault.UNKNOWN_FIELD, "no entry has such a field"));
            } else if (value.length() > CHARS_MAX) {
                faults.add(
                        new FieldError(name, FieldFault.TOO_LONG, "far too long: " + value.length() + " characters"));
            } else if (values.put(field.get(), value) != null) {
                faults.add(new FieldError(name, FieldFault.DUPLICATE_FIELD, "given twice"));
            }
            typed.readable(name, value);
        }
        typed.words("by", by);
        faults.addAll(typed.faults());
        return faults.isEmpty()
                ? new EntryLookup(desk).one(words.getFirst(), row -> correct(desk, row, values))
                : Ending.badValues(faults);
    }

    private Ending correct(OpenDesk desk, EntryRow row, Map<Field, String> values) {
        Correct correct = new Correct(
                desk.database(), desk.around().clock(), desk.around().ids());
        return switch (correct.correct(row.entry().id(), values, by)) {
            case Outcome.Done(EntryRow corrected, var _) -> {
                if (corrected.entry().equals(row.entry())) {
                    desk.voice().aside("nothing changed: it was so already");
                }
                EntryAnswer.of(desk).give(desk.voice(), corrected);
                yield new Ending.Done();
            }
            case Outcome.Refused refused -> Ending.refused(refused);
        };
    }
}
