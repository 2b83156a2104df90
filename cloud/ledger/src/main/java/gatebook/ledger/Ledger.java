package gatebook.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.enrolment.DeskSummary;
import gatebook.ledger.enrolment.DeskToken;
import gatebook.ledger.enrolment.Desks;
import gatebook.ledger.enrolment.Enrolment;
import gatebook.ledger.enrolment.EnrolmentCode;
import gatebook.ledger.entries.EntriesFound;
import gatebook.ledger.entries.EntryFilter;
import gatebook.ledger.entries.IdempotencyKey;
import gatebook.ledger.entries.PageToken;
import gatebook.ledger.entries.Register;
import gatebook.ledger.entries.Search;
import gatebook.ledger.entries.StoredEntry;
import gatebook.ledger.entries.Written;
import gatebook.ledger.feed.Changes;
import gatebook.ledger.feed.Comparing;
import gatebook.ledger.feed.Feed;
import gatebook.ledger.feed.PastLook;
import gatebook.ledger.feed.Snapshot;
import gatebook.ledger.history.Chain;
import gatebook.ledger.history.ChainVerdict;
import gatebook.ledger.history.History;
import gatebook.ledger.history.HistoryRow;
import gatebook.ledger.history.RecordsApart;
import gatebook.ledger.intake.Intake;
import gatebook.ledger.intake.PushVerdict;
import gatebook.ledger.news.News;
import gatebook.ledger.news.NewsReader;
import gatebook.ledger.schema.Safeguards;
import gatebook.ledger.schema.Schema;
import gatebook.ledger.site.Actor;
import gatebook.ledger.site.Desk;
import gatebook.ledger.site.DeviceId;
import gatebook.ledger.site.IdSource;
import gatebook.ledger.site.Site;
import gatebook.ledger.site.SiteBook;
import gatebook.ledger.site.SiteChoices;
import gatebook.ledger.site.SiteDoor;
import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.SitePolicy;
import gatebook.ledger.site.Unavailable;
import gatebook.ledger.stats.DayTotals;
import gatebook.ledger.stats.Stats;
import gatebook.ledger.trail.TrailBreak;
import gatebook.ledger.trail.TrailHeads;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.Policy;
import gatebook.rules.merge.Strategy;
import gatebook.wire.compare.CompareAnswer;
import gatebook.wire.compare.Listing;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.Span;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.feed.PastQuestion;
import gatebook.wire.push.PushRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The shared truth of all sites, on PostgreSQL. Any number of processes may open one database; none keeps anything in
 * memory that another would have to know. Thread-safe. Every method may throw {@link gatebook.ledger.site.Unavailable}.
 */
public final class Ledger implements AutoCloseable {
    /** What a request may wait for another, and how long one may run; longer is answered with "later". */
    private static final String LIMITS =
            "-c lock_timeout=5s -c statement_timeout=20s -c idle_in_transaction_session_timeout=30s";

    /** Everything here is a few steps into an index: plans made for spinning disks or for reports do harm. */
    private static final String PLANS = " -c random_page_cost=1.1 -c jit=off -c timezone=UTC";

    private static final String ALIVE = "select 1";
    private static final int SITE_NAME_MAX = 200;
    private static final Duration CONNECTION_WAIT_MAX = Duration.ofSeconds(5);

    private final HikariDataSource pool;
    private final SiteDoor door;
    private final Clock clock;
    private final IdSource ids;
    private final Desks desks;
    private final Intake intake;
    private final Feed feed;
    private final Comparing comparing;
    private final PastLook past;
    private final TrailHeads trails;
    private final Register register;
    private final Search search;
    private final History history;
    private final RecordsApart recordsApart;
    private final Stats stats;
    private final News news;

    private Ledger(LedgerSettings settings, HikariDataSource pool, Clock clock, IdSource ids, RandomGenerator secrets) {
        this.pool = pool;
        this.door = new SiteDoor(pool);
        this.clock = clock;
        this.ids = ids;
        this.desks = new Desks(door, clock, ids, secrets);
        this.intake = new Intake(door, clock, ids);
        this.feed = new Feed(door);
        this.comparing = new Comparing(door);
        this.past = new PastLook(door);
        this.trails = new TrailHeads(door);
        this.register = new Register(door, intake, clock, ids);
        this.search = new Search(door);
        this.history = new History(door);
        this.recordsApart = new RecordsApart(door);
        this.stats = new Stats(door);
        this.news = new News(settings);
    }

    /**
     * Brings the database up to date and opens it.
     *
     * @param secrets tokens and codes are made from it: a {@link java.security.SecureRandom} wherever people depend on it
     * @throws IllegalStateException if the database could lose acknowledged work, or row-level security would not hold
     *     for the role of the requests; the message says why and what to do
     */
    public static Ledger open(LedgerSettings settings, Clock clock, IdSource ids, RandomGenerator secrets) {
        Schema.bringUpToDate(settings, clock);
        HikariDataSource pool = pool(settings);
        try {
            Safeguards.demand(pool);
        } catch (IllegalStateException unsafe) {
            pool.close();
            throw unsafe;
        }
        return new Ledger(settings, pool, clock, ids, secrets);
    }

    /** Whether the database answers just now. */
    public boolean isReachable() {
        try {
            return door.glance(transaction -> transaction.row(ALIVE, row -> true))
                    .isPresent();
        } catch (Unavailable | IllegalStateException down) {
            return false;
        }
    }

    /**
     * Founds a site.
     *
     * @param name 1 to 200 characters, for people
     */
    public SiteId createSite(String name, ZoneId zone, Currency currency) {
        if (name.isBlank() || name.length() > SITE_NAME_MAX) {
            throw new IllegalArgumentException("a site's name has 1 to " + SITE_NAME_MAX + " characters");
        }
        Site site = new Site(new SiteId(ids.next()), name, zone, currency);
        HistoryId life = new HistoryId(ids.next());
        SiteBook empty = new SiteBook(0, 0, life, Chain.beginning(site.id(), life), Instant.EPOCH);
        return door.outside(transaction -> {
            SiteBook.found(transaction, site, empty, clock.instant());
            return site.id();
        });
    }

    public Optional<Site> site(SiteId site) {
        return door.inside(site, transaction -> SiteBook.about(transaction, site));
    }

    /** What the site chose for conflicts of its desks; empty if there is no such site. */
    public Optional<Policy> policy(SiteId site) {
        return door.inside(site, transaction -> SitePolicy.read(transaction, site));
    }

    /** Sets the strategy for overlaps in a group; the site's choice from now on, empty if there is no such site. */
    public Optional<Policy> choose(SiteId site, FieldGroup group, Strategy strategy) {
        if (Policy.objection(ConflictType.VERSION_MISMATCH, group, strategy).isPresent()) {
            throw new IllegalArgumentException("no choice for " + group + ": " + strategy);
        }
        return door.inside(site, transaction -> {
            if (SiteBook.locked(transaction, site).isEmpty()) {
                return Optional.empty();
            }
            Policy chosen = SitePolicy.read(transaction, site).orElseThrow().with(group, strategy);
            SitePolicy.write(transaction, site, chosen);
            SiteChoices.add(transaction, site, new SiteChoices.Choice(group, strategy, chosen), clock.instant());
            return Optional.of(chosen);
        });
    }

    /** A new code with which one desk may join the site; empty if there is no such site. */
    public Optional<EnrolmentCode> enrolmentCode(SiteId site) {
        return desks.code(site);
    }

    public Enrolment enrol(EnrolmentRequest request) {
        return desks.enrol(request);
    }

    /** The desk whose token this is; empty for any other text and once the desk is revoked. */
    public Optional<Desk> deskOf(DeskToken token) {
        return desks.byToken(token);
    }

    /** All desks that ever joined the site, in the order in which they did. */
    public List<DeskSummary> desks(SiteId site) {
        return desks.of(site);
    }

    /** Shuts a desk out at once; what it sent stays. False if the site has no such desk. */
    public boolean revoke(SiteId site, DeviceId device) {
        return desks.revoke(site, device);
    }

    /** Judges a whole request in one transaction. The same operation sent again takes effect once. */
    public PushVerdict push(Desk desk, PushRequest request) {
        return intake.push(desk, request);
    }

    /** Where the site's order of changes ends now. */
    public Cursor cursor(Desk desk) {
        return feed.end(desk.site());
    }

    /**
     * The site's changes from the beginning.
     *
     * @param limitRows 1 to {@link gatebook.wire.feed.ChangesPage#CHANGES_MAX}; anything else is brought into it
     */
    public Changes changes(Desk desk, int limitRows) {
        return feed.changes(desk.site(), limitRows);
    }

    /** The site's changes after a cursor. */
    public Changes changes(Desk desk, Cursor after, int limitRows) {
        return feed.changes(desk.site(), after, limitRows);
    }

    /**
     * The site's changes after a cursor, for a desk that has seen the site's order end at {@code seen}; a history that has
     * lost that place is told as changed.
     */
    public Changes changes(Desk desk, Cursor after, Cursor seen, int limitRows) {
        return feed.changes(desk.site(), after, seen, limitRows);
    }

    /** Whether what the desk kept of the past still stands here. */
    public PastAnswer past(Desk desk, PastQuestion question) {
        return past.answer(desk, question);
    }

    /** Times at which desks' audit trails were found to be others than they had told. */
    public List<TrailBreak> trailBreaks(SiteId site) {
        return trails.breaks(site);
    }

    /** What spans of the site's records come to. */
    public CompareAnswer compare(Desk desk, List<Span> spans) {
        return comparing.spans(desk.site(), spans);
    }

    /** The live records of a span, without images. */
    public Listing list(Desk desk, Span span) {
        return comparing.rows(desk.site(), span);
    }

    /** How single records stand and what they went through; those that the site does not hold are absent. */
    public RecordsAnswer.Stored records(Desk desk, List<EntryId> records) {
        return comparing.records(desk.site(), records);
    }

    /**
     * Hands over every record of the site, tombstones too, in the order of their ids, with flat memory and no transaction
     * open while the sink works.
     */
    public Snapshot snapshot(Desk desk, Consumer<Change.Stored> sink) {
        return feed.snapshot(desk.site(), sink);
    }

    /**
     * A snapshot that goes on after a record.
     *
     * @param cursor of the snapshot's first part, or one taken by {@link #cursor} before it
     */
    public Snapshot snapshot(Desk desk, Cursor cursor, EntryId after, Consumer<Change.Stored> sink) {
        return feed.snapshot(desk.site(), cursor, after, sink);
    }

    /**
     * Live entries, the latest entry time first.
     *
     * @param limitRows 1 to {@link gatebook.wire.feed.ChangesPage#CHANGES_MAX}; anything else is brought into it
     */
    public EntriesFound find(SiteId site, EntryFilter filter, int limitRows) {
        return search.find(site, filter, limitRows);
    }

    /** The page after the one that gave the token, to be asked with the same filter. */
    public EntriesFound find(SiteId site, EntryFilter filter, PageToken page, int limitRows) {
        return search.find(site, filter, page, limitRows);
    }

    /** A live entry. */
    public Optional<StoredEntry> entry(SiteId site, EntryId id) {
        return register.entry(site, id);
    }

    /** Keeps a new entry; the same key with the same body gives the first answer again. */
    public Written.Creation create(Desk desk, Actor actor, IdempotencyKey key, Entry entry) {
        return register.create(desk, actor, key, entry);
    }

    /** Keeps a new entry; calling again makes another one, or clashes. */
    public Written.Creation create(Desk desk, Actor actor, Entry entry) {
        return register.create(desk, actor, entry);
    }

    /**
     * Puts an entry in the place of its older version.
     *
     * @param version the version that the caller saw
     */
    public Written.Replacement replace(Desk desk, Actor actor, Entry entry, long version) {
        return register.replace(desk, actor, entry, version);
    }

    /** Voids an entry; its tombstone stays. */
    public Written.Voiding voidEntry(Desk desk, Actor actor, EntryId id, long version) {
        return register.voidEntry(desk, actor, id, version);
    }

    /** Every change of a record, the oldest first; empty if the site never held it. */
    public List<HistoryRow> history(SiteId site, EntryId id) {
        return history.of(site, id);
    }

    /** Reads the site's whole history and checks every hash of it. */
    public ChainVerdict verifyHistory(SiteId site) {
        return history.verify(site);
    }

    /** One of the site's records that are not as its history left them, or whose outcomes are not; empty if all agree. */
    public Optional<EntryId> recordApart(SiteId site) {
        return recordsApart.first(site);
    }

    /** A day of the site in numbers; empty if there is no such site. */
    public Optional<DayTotals> stats(SiteId site, LocalDate date) {
        return stats.of(site, date);
    }

    /**
     * Tells a reader soon after any process on this database committed a change of the site, and once whenever the
     * connection that listens was lost and is there again, until closed.
     */
    public AutoCloseable subscribe(SiteId site, NewsReader reader) {
        return news.subscribe(site, reader);
    }

    /** Ends the listening and the pool. */
    @Override
    public void close() {
        news.close();
        pool.close();
    }

    private static HikariDataSource pool(LedgerSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("gatebook-ledger");
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.app().user());
        config.setPassword(settings.app().password());
        config.setMaximumPoolSize(settings.connectionsMax());
        config.setAutoCommit(false);
        config.setConnectionTimeout(CONNECTION_WAIT_MAX.toMillis());
        config.addDataSourceProperty("options", LIMITS + PLANS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", "30");
        config.addDataSourceProperty("connectTimeout", "5");
        return new HikariDataSource(config);
    }
}
