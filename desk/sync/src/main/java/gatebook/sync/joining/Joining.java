package gatebook.sync.joining;

import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.DeskProfile.Membership;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.metadata.Numbers;
import gatebook.store.metadata.SitePolicy;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Turn;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.transport.Answer;
import gatebook.sync.transport.Cloud;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * Joins a desk to a site by a code of the office's, or signs it in anew; its records and its queue stay. Only the process
 * that holds the sync lock may do it: another one would go on under the old sign-in.
 */
public final class Joining {
    private static final int NAME_MAX = 100;

    /** The cloud's own word for it. */
    private static final String CODE_REFUSED = "ENROLMENT_CODE_REFUSED";

    private final Database database;
    private final Clock clock;

    public Joining(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What became of it; but for {@link Joined} nothing was changed here. */
    public sealed interface Result {
        record Joined(DeskProfile desk) implements Result {}

        /** The code is unknown, used or too old. */
        record CodeRefused() implements Result {}

        /** The code is another site's than the one that this desk belongs to. */
        record OtherSite(String ofCode, String ofDesk) implements Result {}

        /** The site counts in another currency than the entries here. */
        record OtherCurrency(String site, Currency ofSite, Currency ofDesk) implements Result {}

        /** The cloud could not be asked, or refused to answer. */
        record Unheard(Failure failure) implements Result {}
    }

    /**
     * The address of a cloud as a person types it: http or https, with a host, and nothing behind the path; empty for what
     * cannot be one.
     */
    public static Optional<URI> address(String typed) {
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

    /**
     * Asks the cloud; blocks until it has answered.
     *
     * @param cloud the line to {@code server}
     * @param name what this desk is to be called; cut at {@value #NAME_MAX} characters
     */
    public Result join(Cloud cloud, URI server, String code, String name) {
        DeskProfile before = database.read(DeskProfile::read);
        Optional<String> wish = hasTickets() ? Optional.of(before.deskCode().text()) : Optional.empty();
        String called = name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name;
        return switch (cloud.enrol(new EnrolmentRequest(code.strip(), called, wish))) {
            case Answer.Heard<EnrolmentAnswer>(EnrolmentAnswer answer) -> join(server, answer, before);
            case Answer.Failed<EnrolmentAnswer>(Failure failure) ->
                failure.detail().contains(CODE_REFUSED) ? new Result.CodeRefused() : new Result.Unheard(failure);
        };
    }

    private Result join(URI server, EnrolmentAnswer answer, DeskProfile before) {
        Membership site = before.membership();
        if (site != null && !site.siteId().equals(answer.siteId())) {
            return new Result.OtherSite(answer.siteName(), site.siteName());
        }
        if (hasTickets() && !before.currency().equals(answer.currency())) {
            return new Result.OtherCurrency(answer.siteName(), answer.currency(), before.currency());
        }
        DeskProfile joined = new DeskProfile(
                answer.deviceId().toString(),
                answer.deskCode(),
                answer.zone(),
                answer.currency(),
                new Membership(answer.siteId(), answer.siteName(), server.toString(), answer.token()));
        database.write(Turn.GATE, session -> {
            joined.write(session, clock.instant());
            SitePolicy.hear(session, answer.policy(), clock.instant());
            Metadata.remove(session, MetadataKey.CONNECTION_CAUSE);
            return session;
        });
        return new Result.Joined(joined);
    }

    private boolean hasTickets() {
        return database.read(Numbers::read).ticket() > 0;
    }
}
