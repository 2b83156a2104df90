package gatebook.cli;

import gatebook.api.ServerNotStarted;
import gatebook.api.SiteAdministration;
import gatebook.rules.entry.EntryId;
import gatebook.rules.refusal.Refusal;
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
        Ending objection = cloud.objection();
        if (objection != null) {
            return objection;
        }
        // Ids of sites are written like those of entries.
        Optional<SiteAdministration.Site> id =
                EntryId.parse(site.strip()).map(parsed -> new SiteAdministration.Site(parsed.value()));
        if (id.isEmpty()) {
            return new Ending.Refused(Refusal.NO_SUCH_SITE, Shown.brief(site) + " is no site_id");
        }
        try (SiteAdministration office = SiteAdministration.open(cloud.database())) {
            Optional<SiteAdministration.JoiningCode> code = office.joiningCode(id.get());
            if (code.isEmpty()) {
                return new Ending.Refused(Refusal.NO_SUCH_SITE, "there is no site " + site);
            }
            cloud.program()
                    .voice()
                    .document(
                            out -> out.object(() -> out.field("code", code.get().text())
                                    .field("valid_until", code.get().validUntil())));
            return new Ending.Done();
        } catch (ServerNotStarted closed) {
            return new Ending.Refused(Refusal.SERVER_FAILED, String.valueOf(closed.getMessage()));
        }
    }
}
