package gatebook.app.desk;

import gatebook.store.backup.BackupResult;
import gatebook.store.query.SearchIndex;
import gatebook.store.query.SyncQueries;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the register while the window is open: takes up syncing where that becomes possible, hears of what other
 * processes of this desk write, keeps searching quick, and makes the hourly backup. Works on a thread of its own.
 */
public final class Minding implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Minding.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration BACKUP_LOOK_EVERY = Duration.ofMinutes(1);

    private static final int SEARCH_ROWS = 200;
    private static final int STRETCHES_A_LOOK = 20;

    private final OpenDesk desk;
    private final SearchIndex search;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gatebook-minding").daemon().factory());
    private volatile Consumer<BackupResult> backups = result -> {};
    private @Nullable ScheduledFuture<?> looking;
    private long newest = -1;
    private Instant nextBackup = Instant.MIN;

    Minding(OpenDesk desk) {
        this.desk = desk;
        this.search = new SearchIndex(desk.database());
    }

    /** Begins to look. */
    public void start() {
        looking = thread.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The listener hears what each backup that was due came to; it is called on this thread. */
    public void onBackup(Consumer<BackupResult> listener) {
        backups = listener;
    }

    private void look() {
        try {
            desk.sync().look();
            long now = new SyncQueries(desk.database()).newestOperation();
            if (now != newest) {
                newest = now;
                desk.bell().ring();
            }
            followWithSearch();
            backUp();
        } catch (RuntimeException | Error fault) {
            // An edge: what is wrong with the disk is told by whoever works at the gate; this thread looks again.
            LOG.warn("could not look after the register", fault);
        }
    }

    /** Whoever syncs brings up the index that searching uses; where this window does not, nobody else might. */
    private void followWithSearch() {
        if (desk.sync().state() == SyncLine.State.HERE) {
            return;
        }
        for (int stretch = 0; stretch < STRETCHES_A_LOOK && search.follow(SEARCH_ROWS) > 0; stretch++) {
            // A little at a time, so that the gate goes first.
        }
    }

    private void backUp() {
        if (desk.now().isBefore(nextBackup)) {
            return;
        }
        nextBackup = desk.now().plus(BACKUP_LOOK_EVERY);
        backups.accept(desk.register().backups().hourly(desk.register().home().register()));
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(false);
        }
        thread.close();
    }
}
