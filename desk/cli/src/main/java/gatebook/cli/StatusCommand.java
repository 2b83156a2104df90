package gatebook.cli;

import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.query.SyncCounts;
import gatebook.store.query.SyncQueries;
import gatebook.store.witness.Findings;
import gatebook.wire.json.JsonOut;
import java.io.PrintStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Says whether the cloud can be reached and what waits. */
@CommandLine.Command(name = "status", description = "the connection, what waits, the desk", sortOptions = false)
final class StatusCommand implements Command {
    private final Program program;

    StatusCommand(Program program) {
        this.program = program;
    }

    private record Status(
            ConnectionCheck.Found found,
            SyncCounts counts,
            @Nullable Instant lastPushAt,
            @Nullable Instant lastPullAt,
            DeskProfile profile,
            int findings) {}

    @Override
    public Ending run() {
        return program.atDesk(desk -> {
            Status status = new Status(
                    new ConnectionCheck(desk).look(),
                    new SyncQueries(desk.database()).counts(),
                    mark(desk, MetadataKey.LAST_PUSH_AT),
                    mark(desk, MetadataKey.LAST_PULL_AT),
                    desk.profile(),
                    desk.read(Findings::open).size());
            desk.voice().answer(out -> document(out, status), out -> words(out, desk.clocks(), status));
            return new Ending.Done();
        });
    }

    private static @Nullable Instant mark(OpenDesk desk, MetadataKey key) {
        return desk.read(session -> Metadata.get(session, key))
                .map(Instant::parse)
                .orElse(null);
    }

    private static void document(JsonOut out, Status status) {
        DeskProfile.Membership membership = status.profile().membership();
        out.object(() -> {
            out.field("connection", status.found().connection())
                    .field("cause", status.found().causeText())
                    .field("pending", status.counts().pending())
                    .field("failed", status.counts().failed())
                    .field("conflicts", status.counts().conflicts())
                    .field("oldest_pending_at", status.counts().oldestPendingAt())
                    .field("last_push_at", status.lastPushAt())
                    .field("last_pull_at", status.lastPullAt())
                    .field("desk_code", status.profile().deskCode().text())
                    .field(
                            "site_id",
                            membership == null ? null : membership.siteId().toString());
            Long skew = status.found().skewMillis();
            if (skew == null) {
                out.none("clock_skew_ms");
            } else {
                out.field("clock_skew_ms", skew);
            }
            out.field("audit_findings", status.findings()).field("database", "ok");
        });
    }

    private static void words(PrintStream out, Clocks clocks, Status status) {
        DeskProfile.Membership membership = status.profile().membership();
        SyncCounts counts = status.counts();
        out.println("desk        " + status.profile().deskCode()
                + (membership == null ? ", of no site yet" : " of " + membership.siteName()));
        out.println("connection  " + status.found().connection()
                + (status.found().cause() == null
                        ? ""
                        : " (" + status.found().causeText() + ": "
                                + status.found().detail() + ")"));
        out.println("waiting     "
                + (counts.pending() == 0
                        ? "nothing"
                        : counts.pending() + ", the oldest since " + clocks.show(counts.oldestPendingAt())));
        out.println("to decide   " + counts.conflicts() + " conflicts, " + counts.failed() + " refused for good");
        out.println("last sent   " + never(clocks, status.lastPushAt()));
        out.println("last got    " + never(clocks, status.lastPullAt()));
        out.println("audit       "
                + (status.findings() == 0 ? "nothing found" : status.findings() + " found out (see: audit findings)"));
        out.println("database    ok");
    }

    private static String never(Clocks clocks, @Nullable Instant at) {
        return at == null ? "never" : clocks.show(at);
    }
}
