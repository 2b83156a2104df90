package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.IdSource;
import gatebook.rules.merge.Policy;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.SitePolicy;
import gatebook.store.record.Cause;
import gatebook.store.record.Origin;
import gatebook.store.record.Recorder;
import gatebook.store.sqlite.Session;
import gatebook.wire.entry.EntryDefaults;
import gatebook.wire.entry.EntryJson;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one transaction of the exchange works with. */
record Context(Session session, Recorder recorder, DeskProfile desk, Policy policy, IdSource ids, Marks marks) {
    /** Who is named in the audit trail when no person acted here. */
    static final String ENGINE = "System";

    private static final EntryId UNNAMED = new EntryId(new UUID(0, 0));

    static Context of(Session session, IdSource ids, Marks marks) {
        return new Context(
                session, new Recorder(session), DeskProfile.read(session), SitePolicy.read(session), ids, marks);
    }

    Instant now() {
        return marks.now();
    }

    @Nullable
    Long runId() {
        return marks.runId();
    }

    Origin origin(Cause cause) {
        return origin(cause, ENGINE);
    }

    /** As the other, for what somebody did at another desk. */
    Origin origin(Cause cause, String actor) {
        return new Origin(cause, actor, desk.deviceId(), marks.runId(), marks.now(), null);
    }

    /** An image that came from the cloud, or was kept of it. */
    Entry entry(String image) {
        EntryDefaults defaults = new EntryDefaults(
                UNNAMED, EntryDefaults.IdRule.SUGGESTED, marks.now(), ENGINE, desk.zone(), desk.currency());
        return EntryJson.decode(image, defaults).orDamaged("an image of the cloud's");
    }
}
