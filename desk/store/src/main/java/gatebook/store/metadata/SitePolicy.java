package gatebook.store.metadata;

import gatebook.rules.merge.Policy;
import gatebook.store.sqlite.Session;
import gatebook.wire.policy.PolicyJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the site chose for conflicts, as the cloud last told it to this desk. */
public final class SitePolicy {
    private static final LastRead<Policy> LAST = new LastRead<>();

    private SitePolicy() {}

    /** The choice in force; the defaults for a desk that was never told another. */
    public static Policy read(Session session) {
        return Metadata.get(session, MetadataKey.STRATEGIES)
                .map(json -> LAST.of(json, PolicyJson::decode))
                .orElse(Policy.DEFAULT);
    }

    /** Takes in what the cloud told, from this transaction on; where it told nothing, what was known holds. */
    public static void hear(Session session, @Nullable Policy told, Instant now) {
        if (told != null && !told.equals(read(session))) {
            Metadata.put(session, MetadataKey.STRATEGIES, PolicyJson.encode(told), now);
        }
    }
}
