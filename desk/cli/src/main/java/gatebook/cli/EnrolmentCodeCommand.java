package gatebook.cli;

import gatebook.api.SiteAdministration;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Gives out a code with which one desk may join a site. */
@CommandLine.Command(
        name = "enrolment-code",
        description = "prints a code with which one desk may join within a day",
        sortOptions = false)
final class EnrolmentCodeCommand implements Command {
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
        return cloud.atSite(site, (office, id) -> office.joiningCode(id).map(code -> tell(cloud, code)));
    }

    private static Ending tell(ServerCommand cloud, SiteAdministration.JoiningCode code) {
        cloud.program()
                .voice()
                .document(out ->
                        out.object(() -> out.field("code", code.text()).field("valid_until", code.validUntil())));
        return new Ending.Done();
    }
}
