package gatebook.sync.service;

import gatebook.rules.entry.IdSource;
import gatebook.store.exchange.Healing;
import gatebook.store.exchange.Inbox;
import gatebook.store.exchange.Outbox;
import gatebook.store.exchange.RetryDelays;
import gatebook.store.exchange.Runs;
import gatebook.store.sqlite.Database;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What a desk's synchronization works with.
 *
 * @param clock the wall clock, for what is written down
 * @param nanos a clock that only goes forward, for what is waited for
 */
public record Desk(
        Database database, Outbox outbox, Inbox inbox, Healing healing, Runs runs, Clock clock, LongSupplier nanos) {

    public static Desk of(Database database, IdSource ids, Clock clock, LongSupplier nanos, RandomGenerator random) {
        return new Desk(
                database,
                new Outbox(database, ids, new RetryDelays(random)),
                new Inbox(database, ids),
                new Healing(database, ids),
                new Runs(database),
                clock,
                nanos);
    }
}
