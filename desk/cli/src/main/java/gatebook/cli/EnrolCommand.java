package gatebook.cli;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.refusal.Refusal;
import gatebook.store.file.SyncLock;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.DeskProfile.Membership;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.joining.Joining;
import gatebook.sync.transport.HttpCloud;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Joins this desk to a site, or signs it in anew. */
@CommandLine.Command(name = "enrol", description = "joins this desk to a site", sortOptions = false)
final class EnrolCommand implements Command {
    private final Program program;

    @Option(names = "--server", paramLabel = "URL", description = "address of the cloud, as https://…")
    private @Nullable String server;

    @Option(names = "--code", required = true, paramLabel = "CODE", description = "as the office gave it out")
    private String code = "";

    @Option(names = "--name", paramLabel = "NAME", description = "what this desk is called (this machine's name)")
    private @Nullable String name;

    @Option(names = "--again", description = "signs a desk in anew that has joined the site before; its queue is kept")
    private boolean again;

    EnrolCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        return program.atDesk(desk -> {
            Membership before = desk.profile().membership();
            if (before != null && !again) {
                return new Ending.Refused(Refusal.ALREADY_ENROLLED, "this desk belongs to " + before.siteName());
            }
            String typed = server == null && before != null ? before.server() : server;
            if (typed == null) {
                return new Ending.WrongUsage("--server is missing: the address of the cloud");
            }
            Optional<URI> address = Joining.address(typed);
            if (address.isEmpty()) {
                return Ending.badValues(List.of(
                        new FieldError("server", FieldFault.WRONG_TYPE, "an address such as https://cloud.example")));
            }
            return alone(desk, address.get());
        });
    }

    /** A process that syncs would go on under the old sign-in. */
    private Ending alone(OpenDesk desk, URI address) {
        try (SyncLock lock = desk.register().lockSync().orElse(null)) {
            return lock == null
                    ? new Ending.Refused(Refusal.SYNC_HELD, "another process of this desk syncs; end it to enrol")
                    : ask(desk, address);
        }
    }

    private Ending ask(OpenDesk desk, URI address) {
        Joining joining = new Joining(desk.database(), desk.around().clock());
        try (HttpCloud cloud = new CloudLine(desk.around()).to(desk.profile(), address)) {
            return switch (joining.join(cloud, address, code, deskName())) {
                case Joining.Result.Joined(DeskProfile joined) -> {
                    tell(desk.voice(), joined);
                    yield new Ending.Done();
                }
                case Joining.Result.CodeRefused() ->
                    new Ending.Refused(Refusal.CODE_REFUSED, "the code is unknown, used or too old");
                case Joining.Result.OtherSite(String ofCode, String ofDesk) ->
                    new Ending.Refused(
                            Refusal.ALREADY_ENROLLED,
                            "the code is one of " + ofCode + ", and this desk belongs to " + ofDesk);
                case Joining.Result.OtherCurrency(String site, Currency ofSite, Currency ofDesk) ->
                    new Ending.Refused(
                            Refusal.OTHER_CURRENCY, site + " counts in " + ofSite + ", the entries here in " + ofDesk);
                case Joining.Result.Unheard(Failure failure) -> CloudLine.refused(failure);
            };
        }
    }

    private static void tell(Voice voice, DeskProfile joined) {
        Membership site = Objects.requireNonNull(joined.membership());
        voice.answer(
                out -> out.object(() -> out.field("device_id", joined.deviceId())
                        .field("desk_code", joined.deskCode().text())
                        .field("site_id", site.siteId().toString())
                        .field("site_name", site.siteName())
                        .field("zone", joined.zone().getId())
                        .field("currency", joined.currency().getCurrencyCode())),
                out -> out.println("This desk is " + joined.deskCode() + " of " + site.siteName() + " now ("
                        + joined.zone() + ", " + joined.currency() + ")."));
    }

    private String deskName() {
        String host = program.around().environment().getOrDefault("HOSTNAME", "");
        return name == null ? host.isBlank() ? "desk" : host : name.strip();
    }
}
