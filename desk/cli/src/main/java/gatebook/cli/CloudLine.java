package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.metadata.DeskProfile;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.transport.HttpCloud;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
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

    /** The address of a server as a person types it; empty for what cannot be one. */
    static Optional<URI> address(String typed) {
        try {
            URI server = new URI(typed.strip());
            String scheme = server.getScheme() == null ? "" : server.getScheme().toLowerCase(Locale.ROOT);
            boolean usable = (scheme.equals("http") || scheme.equals("https"))
                    && server.getHost() != null
                    && server.getQuery() == null
                    && server.getFragment() == null
                    && server.getUserInfo() == null;
            return usable ? Optional.of(server) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
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
        };
    }
}
