package gatebook.cli;

import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.Policy;
import gatebook.rules.merge.Strategy;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Chooses for a site how a kind of conflict is settled, at every desk alike. */
@CommandLine.Command(
        name = "set-strategy",
        description = "chooses how a kind of conflict is settled at all desks of a site",
        sortOptions = false)
final class SetStrategyCommand implements Command {
    @ParentCommand
    private @Nullable ServerCommand server;

    @Parameters(index = "0", paramLabel = "SITE", description = "the site_id that create-site printed")
    private String site = "";

    @Parameters(index = "1", paramLabel = "TYPE", description = "VERSION_MISMATCH; the others always go to a person")
    private String type = "";

    @Parameters(
            index = "2",
            paramLabel = "GROUP",
            description = "of fields: PLATE, ENTRY_TIME, STAY, PAYMENT or DESCRIPTION")
    private String group = "";

    @Parameters(
            index = "3",
            paramLabel = "STRATEGY",
            description = "LOCAL_WINS, REMOTE_WINS, MERGE_INTELLIGENT or MANUAL_REVIEW")
    private String strategy = "";

    @Override
    public Optional<Path> logFolder() {
        return Objects.requireNonNull(server).logFolder();
    }

    @Override
    public Ending run() {
        List<FieldError> faults = new ArrayList<>();
        Optional<ConflictType> kind = word("type", type, ConflictType.values(), faults);
        Optional<FieldGroup> fields = word("group", group, FieldGroup.values(), faults);
        Optional<Strategy> chosen = word("strategy", strategy, Strategy.values(), faults);
        if (kind.isEmpty() || fields.isEmpty() || chosen.isEmpty()) {
            return Ending.badValues(faults);
        }
        return set(kind.get(), fields.get(), chosen.get());
    }

    private Ending set(ConflictType kind, FieldGroup fields, Strategy chosen) {
        Optional<String> objection = Policy.objection(kind, fields, chosen);
        if (objection.isPresent()) {
            return Ending.badValues(List.of(new FieldError("strategy", FieldFault.NOT_ONE_OF, objection.get())));
        }
        ServerCommand cloud = Objects.requireNonNull(server);
        return cloud.atSite(
                site,
                (office, id) -> office.choose(id, fields, chosen)
                        .map(policy -> StrategiesCommand.tell(cloud.program(), policy)));
    }

    private static <E extends Enum<E>> Optional<E> word(
            String name, String typed, E[] allowed, List<FieldError> faults) {
        String wanted = typed.strip().toUpperCase(Locale.ROOT);
        Optional<E> found =
                Stream.of(allowed).filter(one -> one.name().equals(wanted)).findFirst();
        if (found.isEmpty()) {
            String words = Stream.of(allowed).map(Enum::name).collect(Collectors.joining(", "));
            faults.add(new FieldError(name, FieldFault.NOT_ONE_OF, "one of " + words));
        }
        return found;
    }
}
