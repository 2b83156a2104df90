package gatebook.sim.site;

import gatebook.sim.cloud.Deed;
import gatebook.store.exchange.Outbox;
import gatebook.store.query.QueueItem;
import gatebook.wire.feed.Cursor;
import java.util.List;

/** Is shown what happens at a site, at the moment it does, and throws {@link LawBroken} where it must not. */
public interface Witness {
    /** A person was told that this is in the book. */
    default void saved(SimDesk desk, List<QueueItem> operations) {}

    /** A desk puts a request on the wire. */
    default void sends(SimDesk desk, Outbox.Batch batch) {}

    /** A desk asks for what came after a place of the cloud's order. */
    default void follows(SimDesk desk, Cursor after) {}

    /** The cloud has written. */
    default void wrote(Site site, List<Deed> deeds) {}

    /** The cloud has gone back to an earlier state. */
    default void cloudWentBack(Site site) {}

    /** A desk was shut out. */
    default void revoked(Site site, String deviceId) {}

    /** A desk has opened its register, after a start or a crash. */
    default void opened(SimDesk desk) {}

    /** A desk's register was put back to an older copy, and is about to be opened. */
    default void wentBack(SimDesk desk) {}

    /** A second machine is about to go on with the files of a desk. */
    default void copied(SimDesk desk, SimDesk copy) {}

    /** Something was done; cheap looks only. */
    default void stepped(Site site) {}

    /** The world has healed, and all has come to rest. */
    default void quiet(Site site) {}
}
