package gatebook.ledger;

import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.enrolment.DeskSummary;
import gatebook.ledger.enrolment.DeskToken;
import gatebook.ledger.enrolment.Enrolment;
import gatebook.ledger.enrolment.EnrolmentCode;
import gatebook.ledger.entries.EntriesFound;
import gatebook.ledger.entries.EntryFilter;
import gatebook.ledger.entries.IdempotencyKey;
import gatebook.ledger.entries.PageToken;
import gatebook.ledger.entries.StoredEntry;
import gatebook.ledger.entries.Written;
import gatebook.ledger.feed.Changes;
import gatebook.ledger.feed.Snapshot;
import gatebook.ledger.history.ChainVerdict;
import gatebook.ledger.history.HistoryRow;
import gatebook.ledger.intake.PushVerdict;
import gatebook.ledger.site.Actor;
import gatebook.ledger.site.Desk;
import gatebook.ledger.site.DeviceId;
import gatebook.ledger.site.IdSource;
import gatebook.ledger.site.Site;
import gatebook.ledger.site.SiteId;
import gatebook.ledger.stats.DayTotals;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.PushRequest;
import java.time.Clock;
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
    private Ledger() {}

    /**
     * Brings the database up to date and opens it.
     *
     * @param secrets tokens and codes are made from it: a {@link java.security.SecureRandom} wherever people depend on it
     * @throws IllegalStateException if the database could lose acknowledged work, or row-level security would not hold
     *     for the role of the requests; the message says why and what to do
     */
    public static Ledger open(LedgerSettings settings, Clock clock, IdSource ids, RandomGenerator secrets) {
        return pending();
    }

    /** Whether the database answers just now. */
    public boolean isReachable() {
        return pending();
    }

    /**
     * Founds a site.
     *
     * @param name 1 to 200 characters, for people
     */
    public SiteId createSite(String name, ZoneId zone, Currency currency) {
        return pending();
    }

    public Optional<Site> site(SiteId site) {
        return pending();
    }

    /** A new code with which one desk may join the site; empty if there is no such site. */
    public Optional<EnrolmentCode> enrolmentCode(SiteId site) {
        return pending();
    }

    public Enrolment enrol(EnrolmentRequest request) {
        return pending();
    }

    /** The desk whose token this is; empty for any other text and once the desk is revoked. */
    public Optional<Desk> deskOf(DeskToken token) {
        return pending();
    }

    /** All desks that ever joined the site, in the order in which they did. */
    public List<DeskSummary> desks(SiteId site) {
        return pending();
    }

    /** Shuts a desk out at once; what it sent stays. False if the site has no such desk. */
    public boolean revoke(SiteId site, DeviceId device) {
        return pending();
    }

    /** Judges a whole request in one transaction. The same operation sent again takes effect once. */
    public PushVerdict push(Desk desk, PushRequest request) {
        return pending();
    }

    /** Where the site's order of changes ends now. */
    public Cursor cursor(Desk desk) {
        return pending();
    }

    /**
     * The site's changes from the beginning.
     *
     * @param limitRows 1 to {@link gatebook.wire.feed.ChangesPage#CHANGES_MAX}; anything else is brought into it
     */
    public Changes changes(Desk desk, int limitRows) {
        return pending();
    }

    /** The site's changes after a cursor. */
    public Changes changes(Desk desk, Cursor after, int limitRows) {
        return pending();
    }

    /**
     * Hands over every record of the site, tombstones too, in the order of their ids, with flat memory and no transaction
     * open while the sink works.
     */
    public Snapshot snapshot(Desk desk, Consumer<Change.Stored> sink) {
        return pending();
    }

    /**
     * A snapshot that goes on after a record.
     *
     * @param cursor of the snapshot's first part, or one taken by {@link #cursor} before it
     */
    public Snapshot snapshot(Desk desk, Cursor cursor, EntryId after, Consumer<Change.Stored> sink) {
        return pending();
    }

    /**
     * Live entries, the latest entry time first.
     *
     * @param limitRows 1 to {@link gatebook.wire.feed.ChangesPage#CHANGES_MAX}; anything else is brought into it
     */
    public EntriesFound find(SiteId site, EntryFilter filter, int limitRows) {
        return pending();
    }

    /** The page after the one that gave the token, to be asked with the same filter. */
    public EntriesFound find(SiteId site, EntryFilter filter, PageToken page, int limitRows) {
        return pending();
    }

    /** A live entry. */
    public Optional<StoredEntry> entry(SiteId site, EntryId id) {
        return pending();
    }

    /** Keeps a new entry; the same key with the same body gives the first answer again. */
    public Written.Creation create(Desk desk, Actor actor, IdempotencyKey key, Entry entry) {
        return pending();
    }

    /** Keeps a new entry; calling again makes another one, or clashes. */
    public Written.Creation create(Desk desk, Actor actor, Entry entry) {
        return pending();
    }

    /**
     * Puts an entry in the place of its older version.
     *
     * @param version the version that the caller saw
     */
    public Written.Replacement replace(Desk desk, Actor actor, Entry entry, long version) {
        return pending();
    }

    /** Voids an entry; its tombstone stays. */
    public Written.Voiding voidEntry(Desk desk, Actor actor, EntryId id, long version) {
        return pending();
    }

    /** Every change of a record, the oldest first; empty if the site never held it. */
    public List<HistoryRow> history(SiteId site, EntryId id) {
        return pending();
    }

    /** Reads the site's whole history and checks every hash of it. */
    public ChainVerdict verifyHistory(SiteId site) {
        return pending();
    }

    /** A day of the site in numbers; empty if there is no such site. */
    public Optional<DayTotals> stats(SiteId site, LocalDate date) {
        return pending();
    }

    /**
     * Runs {@code news} soon after any process on this database committed a change of the site, and once whenever the
     * connection that listens was lost and is there again. It runs on the listening thread and must be quick.
     */
    public AutoCloseable subscribe(SiteId site, Runnable news) {
        return pending();
    }

    /** Ends the listening and the pool. */
    @Override
    public void close() {
        pending();
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <T> T pending() {
        throw new UnsupportedOperationException("not built yet");
    }
}
