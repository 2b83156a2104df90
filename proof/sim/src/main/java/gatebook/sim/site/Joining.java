package gatebook.sim.site;

import gatebook.sim.cloud.DeskKey;
import gatebook.sim.cloud.Reply;
import gatebook.sim.cloud.SiteCloud;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.metadata.Numbers;
import gatebook.store.metadata.SitePolicy;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Turn;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings a desk to the site, or signs it in anew, as the command {@code enrol} does it. */
final class Joining {
    private Joining() {}

    /** Somebody who looks at the cloud's records and has no desk. */
    static DeskKey office(SiteCloud cloud) {
        return DeskKey.of(asked(cloud, "office", null));
    }

    private static EnrolmentAnswer asked(SiteCloud cloud, String name, @Nullable String wish) {
        Reply<EnrolmentAnswer> reply =
                cloud.enrol(new EnrolmentRequest(cloud.enrolmentCode(), name, Optional.ofNullable(wish)));
        if (reply instanceof Reply.Heard<EnrolmentAnswer>(EnrolmentAnswer answer)) {
            return answer;
        }
        throw new IllegalStateException("the cloud refuses a desk: " + reply);
    }

    static void join(Database database, SiteCloud cloud, String name, Instant now) {
        DeskProfile before = database.read(DeskProfile::read);
        boolean hasTickets = database.read(Numbers::read).ticket() > 0;
        String wish = hasTickets ? before.deskCode().text() : null;
        EnrolmentAnswer answer = asked(cloud, name, wish);
        DeskProfile joined = new DeskProfile(
                answer.deviceId().toString(),
                answer.deskCode(),
                answer.zone(),
                answer.currency(),
                new DeskProfile.Membership(
                        answer.siteId(), answer.siteName(), "https://cloud.example", answer.token()));
        database.write(Turn.GATE, session -> {
            joined.write(session, now);
            SitePolicy.hear(session, answer.policy(), now);
            Metadata.remove(session, MetadataKey.CONNECTION_CAUSE);
            return session;
        });
    }
}
