package gatebook.cli;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.refusal.Refusal;
import gatebook.store.file.SyncLock;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.DeskProfile.Membership;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.metadata.Numbers;
import gatebook.store.metadata.SitePolicy;
import gatebook.store.sqlite.Turn;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.transport.Answer;
import gatebook.sync.transport.HttpCloud;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Joins this desk to a site, or signs it in anew. */
@CommandLine.Command(name = "enrol", description = "joins this desk to a site", sortOptions = false)
final class EnrolCommand implements Command {
    private static final int NAME_MAX = 100;

    /** The cloud's own word for it. */
    private static final String CODE_REFUSED = "ENROLMENT_CODE_REFUSED";

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
            Optional<URI> address = CloudLine.address(typed);
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
        boolean hasTickets = desk.read(Numbers::read).ticket() > 0;
        Optional<String> wish =
                hasTickets ? Optional.of(desk.profile().deskCode().text()) : Optional.empty();
        try (HttpCloud cloud = new CloudLine(desk.around()).to(desk.profile(), address)) {
            return switch (cloud.enrol(new EnrolmentRequest(code.strip(), deskName(), wish))) {
                case Answer.Heard<EnrolmentAnswer>(EnrolmentAnswer answer) -> join(desk, address, answer);
                case Answer.Failed<EnrolmentAnswer>(Failure failure) -> refused(failure);
            };
        }
    }

    private static Ending refused(Failure failure) {
        return failure.detail().contains(CODE_REFUSED)
                ? new Ending.Refused(Refusal.CODE_REFUSED, "the code is unknown, used or too old")
                : CloudLine.refused(failure);
    }

    private Ending join(OpenDesk desk, URI address, EnrolmentAnswer answer) {
        DeskProfile before = desk.profile();
        if (before.membership() != null && !before.membership().siteId().equals(answer.siteId())) {
            return new Ending.Refused(
                    Refusal.ALREADY_ENROLLED,
                    "the code is one of " + answer.siteName() + ", and this desk belongs to "
                            + before.membership().siteName());
        }
        boolean hasEntries = desk.read(Numbers::read).ticket() > 0;
        if (hasEntries && !before.currency().equals(answer.currency())) {
            return new Ending.Refused(
                    Refusal.OTHER_CURRENCY,
                    answer.siteName() + " counts in " + answer.currency() + ", the entries here in "
                            + before.currency());
        }
        DeskProfile joined = new DeskProfile(
                answer.deviceId().toString(),
                answer.deskCode(),
                answer.zone(),
                answer.currency(),
                new Membership(answer.siteId(), answer.siteName(), address.toString(), answer.token()));
        desk.database().write(Turn.GATE, session -> {
            joined.write(session, desk.around().clock().instant());
            SitePolicy.hear(session, answer.policy(), desk.around().clock().instant());
            Metadata.remove(session, MetadataKey.CONNECTION_CAUSE);
            return session;
        });
        tell(desk.voice(), joined, answer);
        return new Ending.Done();
    }

    private static void tell(Voice voice, DeskProfile joined, EnrolmentAnswer answer) {
        voice.answer(
                out -> out.object(() -> out.field("device_id", joined.deviceId())
                        .field("desk_code", joined.deskCode().text())
                        .field("site_id", answer.siteId().toString())
                        .field("site_name", answer.siteName())
                        .field("zone", joined.zone().getId())
                        .field("currency", joined.currency().getCurrencyCode())),
                out -> out.println("This desk is " + joined.deskCode() + " of " + answer.siteName() + " now ("
                        + joined.zone() + ", " + joined.currency() + ")."));
    }

    private String deskName() {
        String host = program.around().environment().getOrDefault("HOSTNAME", "");
        String wished = name == null ? host.isBlank() ? "desk" : host : name.strip();
        return wished.length() > NAME_MAX ? wished.substring(0, NAME_MAX) : wished;
    }
}
