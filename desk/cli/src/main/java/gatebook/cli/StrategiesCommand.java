package gatebook.cli;

import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.Policy;
import gatebook.rules.merge.Strategy;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints how conflicts of a site's desks are settled. */
@CommandLine.Command(
        name = "strategies",
        description = "prints how conflicts of a site's desks are settled",
        sortOptions = false)
final class StrategiesCommand implements Command {
    @ParentCommand
    private @Nullable ServerCommand server;

    @Parameters(paramLabel = "SITE", description = "the site_id that create-site printed")
    private String site = "";

    @Override
    public Optional<Path> logFolder() {
        return Objects.requireNonNull(server).logFolder();
    }

    @Override
    public Ending run() {
        ServerCommand cloud = Objects.requireNonNull(server);
        return cloud.atSite(site, (office, id) -> office.policy(id).map(policy -> tell(cloud.program(), policy)));
    }

    /** All that is in force, whether it was chosen or is the default. */
    static Ending tell(Program program, Policy policy) {
        program.voice()
                .document(out -> out.object(() -> {
                    out.name(ConflictType.VERSION_MISMATCH.name())
                            .object(() -> groups().forEach(group ->
                                    out.field(group.name(), policy.on(group).name())));
                    out.field(ConflictType.BUSINESS_RULE_VIOLATION.name(), Strategy.MANUAL_REVIEW.name())
                            .field(ConflictType.DATA_INCONSISTENCY.name(), Strategy.MANUAL_REVIEW.name());
                }));
        return new Ending.Done();
    }

    private static Stream<FieldGroup> groups() {
        return Stream.of(FieldGroup.values()).filter(group -> group != FieldGroup.IDENTITY);
    }
}
