package gatebook.ledger.news;

import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.SiteTransaction;
import gatebook.wire.feed.Cursor;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of this process that listens for all its readers, begun with the first of them. Whatever it misses while
 * it is away is made up by telling everyone so when it is back. Thread-safe.
 */
public final class News implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(News.class);
    private static final String LISTEN = "listen gatebook_news";

    /** Through the site's row, so that it comes from the node that holds the site. */
    private static final String TELL = """
            select pg_notify('gatebook_news', site_id::text || ' ' || ?) from sites where site_id = ?
            """;

    /** After this long without a word the connection is asked whether it still lives. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(10);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final LedgerSettings settings;
    private final Map<SiteId, List<NewsReader>> readers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread listening;
    private volatile @Nullable Connection connection;

    public News(LedgerSettings settings) {
        this.settings = settings;
    }

    /** Says in a transaction where its site's order will end; heard when it commits. */
    public static void tell(SiteTransaction transaction, SiteId site, Cursor end) throws SQLException {
        transaction.row(TELL, row -> true, end.token(), site.value());
    }

    /** Tells a reader of every commit that changed the site, in their order, until closed. */
    public AutoCloseable subscribe(SiteId site, NewsReader reader) {
        readers.computeIfAbsent(site, key -> new CopyOnWriteArrayList<>()).add(reader);
        begin();
        return () -> readers.computeIfPresent(site, (key, list) -> {
            list.remove(reader);
            return list.isEmpty() ? null : list;
        });
    }

    @Override
    public void close() {
        closed.countDown();
        Connection open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException gone) {
                LOG.debug("the listening connection was gone already", gone);
            }
        }
    }

    private synchronized void begin() {
        if (listening == null && closed.getCount() > 0) {
            listening = Thread.ofPlatform().daemon().name("gatebook-news").start(this::listen);
        }
    }

    private void listen() {
        Duration pause = FIRST_PAUSE;
        while (closed.getCount() > 0) {
            try (Connection fresh = DriverManager.getConnection(
                    settings.jdbcUrl(), settings.app().user(), settings.app().password())) {
                connection = fresh;
                try (Statement statement = fresh.createStatement()) {
                    statement.execute(LISTEN);
                }
                pause = FIRST_PAUSE;
                readers.values().forEach(waiting -> tell(waiting, new Heard.Missed()));
                hear(fresh);
            } catch (SQLException lost) {
                if (closed.getCount() > 0) {
                    LOG.warn("the news of other processes cannot be heard, trying again: {}", lost.getMessage());
                }
            }
            if (closedWithin(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private void hear(Connection open) throws SQLException {
        PGConnection postgres = open.unwrap(PGConnection.class);
        while (closed.getCount() > 0) {
            PGNotification[] heard = postgres.getNotifications((int) SILENCE_MAX.toMillis());
            if ((heard == null || heard.length == 0) && !open.isValid((int) SILENCE_MAX.toSeconds())) {
                throw new SQLException("no answer in " + SILENCE_MAX);
            }
            if (heard != null) {
                for (PGNotification one : heard) {
                    hear(one.getParameter());
                }
            }
        }
    }

    /** Anybody with a login may notify: what is none of ours wakes nobody, or makes its readers ask. */
    private void hear(String message) {
        String[] words = message.split(" ", 2);
        siteOf(words[0])
                .map(readers::get)
                .ifPresent(waiting -> tell(waiting, words.length == 2 ? endOf(words[1]) : new Heard.Missed()));
    }

    private static Optional<SiteId> siteOf(String text) {
        try {
            return Optional.of(new SiteId(UUID.fromString(text)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Heard endOf(String token) {
        return Cursor.isWellFormed(token) ? new Heard.EndsNow(new Cursor(token)) : new Heard.Missed();
    }

    private static void tell(List<NewsReader> waiting, Heard heard) {
        waiting.forEach(reader -> reader.hear(heard));
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
