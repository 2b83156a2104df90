package gatebook.cli;

import gatebook.api.SiteAdministration;
import gatebook.rules.refusal.Refusal;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Walks a site's history in the cloud, and tells which desks' audit trails were found to be others than they had told. */
@CommandLine.Command(
        name = "audit",
        description = "walks a site's history, and names desks whose audit trail is not the one they had told of",
        sortOptions = false)
final class SiteAuditCommand implements Command {
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
        return cloud.atSite(site, (office, id) -> office.audit(id).map(audit -> tell(cloud.program(), audit)));
    }

    private static Ending tell(Program program, SiteAdministration.Audit audit) {
        program.voice()
                .document(out -> out.array(() -> audit.trailBreaks()
                        .forEach(found -> out.object(() -> out.field("desk_code", found.deskCode())
                                .field("found_at", found.foundAt())
                                .field("trail_ended_at_row", found.endedAt())
                                .field("known_row", found.knownRow())
                                .field("known_hash", found.knownHash())))));
        if (audit.firstBadChange() > 0) {
            return new Ending.Refused(
                    Refusal.CLOUD_REWRITTEN, "change " + audit.firstBadChange() + " is not what was written");
        }
        if (audit.recordApart() != null) {
            return new Ending.Refused(
                    Refusal.CLOUD_REWRITTEN, "record " + audit.recordApart() + " is not as its newest change left it");
        }
        return audit.trailBreaks().isEmpty()
                ? new Ending.Done()
                : new Ending.NeedsPerson("desks whose audit trail was another one than they had told of: "
                        + audit.trailBreaks().size() + "; ask there, and see: audit findings");
    }
}
