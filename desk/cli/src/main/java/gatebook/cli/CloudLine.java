package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.metadata.DeskProfile;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.transport.HttpCloud;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The desk's way to a cloud, and what its failures are called in the catalogue. */
final class CloudLine {
    private final Surroundings around;

    CloudLine(Surroundings around) {
        this.around = around;
    }

    /** The line of a desk that has joined a site; the caller closes it. */
    HttpCloud of(DeskProfile desk, DeskProfile.Membership membership) {
        return to(desk, URI.create(membership.server()), membership.token());
    }

    /** A line to a server that this desk has no token for yet. */
    HttpCloud to(DeskProfile desk, URI server) {
        return to(desk, server, null);
    }

    private HttpCloud to(DeskProfile desk, URI server, @Nullable String token) {
        return new HttpCloud(
                new HttpCloud.Access(server, token, desk.zone(), desk.currency()),
                around.clock(),
                around.nanos(),
                around.random());
    }

    static Ending.Refused refused(Failure failure) {
        return new Ending.Refused(refusal(failure), failure.detail());
    }

    private static Refusal refusal(Failure failure) {
        return switch (failure.kind()) {
            case UNREACHABLE, STALLED, CLOUD_DOWN -> Refusal.OFFLINE;
            case NOT_OUR_CLOUD -> Refusal.NOT_OUR_CLOUD;
            case SIGN_IN_NEEDED -> Refusal.SIGN_IN_REFUSED;
            case DESK_CLONED -> Refusal.DESK_CLONED;
            case TOO_BUSY, TOO_LARGE, MALFORMED, HISTORY_CHANGED, REFUSED -> Refusal.CLOUD_REFUSED;
            case HISTORY_REWRITTEN -> Refusal.CLOUD_REWRITTEN;
        };
    }
}
