package gatebook.ledger;

import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.cluster.TestDatabases;
import gatebook.ledger.enrolment.DeskToken;
import gatebook.ledger.enrolment.Enrolment;
import gatebook.ledger.feed.Changes;
import gatebook.ledger.intake.PushVerdict;
import gatebook.ledger.site.Desk;
import gatebook.ledger.site.SiteId;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import gatebook.wire.push.ReceivedOperation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A site of its own with a desk, in the database that all tests share or in one of its own. */
public final class TestLedger implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2026-11-22T06:30:00.000Z");
    public static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    public static final Currency RUPEES = Currency.getInstance("INR");

    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    public final String database;
    public final Ledger ledger;
    public final SiteId site;
    public final Desk desk;
    private final Map<Desk, AtomicLong> deviceSeqs = new ConcurrentHashMap<>();

    /** A new site in the shared database. */
    public TestLedger() {
        this(Shared.DATABASE, Shared.LEDGER);
    }

    private TestLedger(String database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
        this.site = ledger.createSite("Yard", KOLKATA, RUPEES);
        this.desk = desk(site);
    }

    /** A new site in a database where nobody else is. */
    public static TestLedger alone() {
        String database = TestDatabases.fresh();
        return new TestLedger(database, open(database));
    }

    /** Opened once for all tests that do not ask for more. */
    private static final class Shared {
        static final String DATABASE = TestDatabases.fresh();
        static final Ledger LEDGER = open(DATABASE);
    }

    public static Ledger open(String database) {
        return open(TestDatabases.settings(database));
    }

    public static Ledger open(LedgerSettings settings) {
        return Ledger.open(settings, CLOCK, Samples::id, new Random(Samples.id().getLeastSignificantBits()));
    }

    /** Another site in the same database. */
    public TestLedger another() {
        return new TestLedger(database, ledger);
    }

    /** Another process on the same database, so to speak. */
    public Ledger open() {
        return open(database);
    }

    public LedgerSettings settings() {
        return TestDatabases.settings(database);
    }

    public Desk desk(SiteId of) {
        return ledger.deskOf(new DeskToken(token(of, Optional.empty()).token())).orElseThrow();
    }

    public gatebook.wire.device.EnrolmentAnswer token(SiteId of, Optional<String> wish) {
        String code = ledger.enrolmentCode(of).orElseThrow().text();
        return switch (ledger.enrol(new EnrolmentRequest(code, "gate", wish))) {
            case Enrolment.Enrolled(var answer) -> answer;
            case Enrolment.CodeRefused() -> throw new AssertionError("code refused");
        };
    }

    /** The next request of a desk. */
    public PushRequest request(Desk by, ReceivedOperation... operations) {
        return new PushRequest(nextSeq(by), false, null, List.of(operations));
    }

    public long nextSeq(Desk by) {
        return deviceSeqs.computeIfAbsent(by, desk -> new AtomicLong()).incrementAndGet();
    }

    public List<OpOutcome> push(ReceivedOperation... operations) {
        return push(desk, operations);
    }

    public List<OpOutcome> push(Desk by, ReceivedOperation... operations) {
        return outcomes(ledger.push(by, request(by, operations)));
    }

    public OpOutcome pushed(ReceivedOperation operation) {
        return push(operation).getFirst();
    }

    public static List<OpOutcome> outcomes(PushVerdict verdict) {
        return switch (verdict) {
            case PushVerdict.Judged(var answer) ->
                answer.results().stream().map(PushAnswer.Result::outcome).toList();
            case PushVerdict.DeskCloned() -> throw new AssertionError("taken for a clone");
            case PushVerdict.HistoryChanged(var detail) -> throw new AssertionError(detail);
        };
    }

    public ChangesPage.Stored all() {
        return page(ledger.changes(desk, ChangesPage.CHANGES_MAX));
    }

    public ChangesPage.Stored after(Cursor cursor) {
        return page(ledger.changes(desk, cursor, ChangesPage.CHANGES_MAX));
    }

    public static ChangesPage.Stored page(Changes changes) {
        return switch (changes) {
            case Changes.Page(var page) -> page;
            case Changes.HistoryChanged(var detail) -> throw new AssertionError(detail);
        };
    }

    @Override
    public void close() {
        if (!database.equals(Shared.DATABASE)) {
            ledger.close();
            TestDatabases.drop(database);
        }
    }
}
