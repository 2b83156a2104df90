package gatebook.sim.cloud;

import gatebook.ledger.Ledger;
import gatebook.ledger.enrolment.DeskToken;
import gatebook.ledger.enrolment.Enrolment;
import gatebook.ledger.feed.Changes;
import gatebook.ledger.feed.HistoryFault;
import gatebook.ledger.feed.Snapshot;
import gatebook.ledger.history.HistoryRow;
import gatebook.ledger.intake.PushVerdict;
import gatebook.ledger.site.Desk;
import gatebook.ledger.site.DeviceId;
import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.Unavailable;
import gatebook.rules.entry.DeskCode;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.Strategy;
import gatebook.wire.compare.CompareAnswer;
import gatebook.wire.compare.CompareRequest;
import gatebook.wire.compare.Listing;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.RecordsRequest;
import gatebook.wire.compare.Span;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.device.Health;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.feed.PastQuestion;
import gatebook.wire.feed.SnapshotLine;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonOut;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A site of the real ledger: what the HTTP surface makes of its results, through the bytes of the wire. */
final class LedgerCloud implements SiteCloud {
    private static final String VERSION = "ledger";

    private final Ledger ledger;
    private final Vault vault;
    private final Clock clock;
    private final Yard yard;
    private final SiteId site;
    private final Desk owner;

    /** Keeps states of single sites of a ledger, and puts them back behind its back, as a restore does. */
    public interface Vault {
        /** Keeps all rows of the site. */
        SiteCloud.Memento keep(SiteId site);

        /** Puts the rows of the site back to what they were. */
        void putBack(SiteId site, SiteCloud.Memento state, SiteCloud.History history);
    }

    /**
     * Founds a site in a ledger, which stays open when this is closed.
     *
     * @param yard the site; the ledger gives it another id
     * @param clock the ledger's
     */
    public LedgerCloud(Ledger ledger, Vault vault, Yard yard, Clock clock) {
        this.ledger = ledger;
        this.vault = vault;
        this.clock = clock;
        this.yard = yard;
        this.site = ledger.createSite(yard.name(), yard.zone(), yard.currency());
        this.owner = new Desk(site, new DeviceId(site.value()), DeskCode.FIRST, yard.zone(), yard.currency());
    }

    @Override
    public String enrolmentCode() {
        return ledger.enrolmentCode(site).orElseThrow().text();
    }

    @Override
    public Reply<EnrolmentAnswer> enrol(EnrolmentRequest request) {
        return served(() -> Door.read(request).then(wish -> switch (ledger.enrol(wish)) {
            case Enrolment.Enrolled(EnrolmentAnswer answer) -> told(answer.json(), EnrolmentAnswer::read);
            case Enrolment.CodeRefused() -> Refusals.codeRefused();
        }));
    }

    @Override
    public void revoke(DeskKey desk) {
        ledger.deskOf(new DeskToken(desk.token())).ifPresent(open -> ledger.revoke(site, open.device()));
    }

    @Override
    public Reply<Health> health() {
        return ledger.isReachable()
                ? told(new Health(Health.UP, VERSION, clock.instant()).json(), Health::read)
                : Refusals.unavailable();
    }

    @Override
    public Reply<PushAnswer> push(DeskKey desk, PushRequest request) {
        return known(desk, sender -> {
            if (request.operations().size() > PushRequest.OPERATIONS_MAX) {
                return Refusals.tooManyOperations();
            }
            return switch (ledger.push(sender, request)) {
                case PushVerdict.Judged(PushAnswer answer) ->
                    told(answer::write, body -> PushAnswer.read(body, yard.zone(), yard.currency()));
                case PushVerdict.DeskCloned() -> Refusals.deskCloned();
                case PushVerdict.HistoryChanged(HistoryFault fault) -> Refusals.ofThePast(fault);
            };
        });
    }

    @Override
    public Reply<ChangesPage> changes(DeskKey desk, @Nullable Cursor after, @Nullable Cursor seen, int limit) {
        return known(desk, reader -> {
            Changes changes = after == null
                    ? ledger.changes(reader, limit)
                    : ledger.changes(reader, after, seen == null ? after : seen, limit);
            return switch (changes) {
                case Changes.Page(ChangesPage.Stored page) ->
                    told(page::write, body -> ChangesPage.read(body, yard.zone(), yard.currency()));
                case Changes.HistoryChanged(HistoryFault fault) -> Refusals.ofThePast(fault);
            };
        });
    }

    @Override
    public Reply<PastAnswer> past(DeskKey desk, PastQuestion question) {
        return known(desk, reader -> new Reply.Heard<>(ledger.past(reader, question)));
    }

    @Override
    public Reply<SiteSnapshot> snapshot(DeskKey desk) {
        return known(desk, reader -> snapshot(sink -> ledger.snapshot(reader, sink)));
    }

    @Override
    public Reply<SiteSnapshot> snapshot(DeskKey desk, EntryId after, Cursor cursor) {
        return known(desk, reader -> snapshot(sink -> ledger.snapshot(reader, cursor, after, sink)));
    }

    @Override
    public Reply<Cursor> end(DeskKey desk) {
        return known(desk, reader -> new Reply.Heard<>(ledger.cursor(reader)));
    }

    @Override
    public Reply<CompareAnswer> compare(DeskKey desk, CompareRequest request) {
        return known(
                desk,
                reader -> Door.read(request.json(), CompareRequest::read)
                        .then(asked ->
                                told(ledger.compare(reader, asked.spans()).json(), CompareAnswer::read)));
    }

    @Override
    public Reply<Listing> list(DeskKey desk, Span span) {
        return known(desk, reader -> told(ledger.list(reader, span).json(), Listing::read));
    }

    @Override
    public Reply<RecordsAnswer> records(DeskKey desk, RecordsRequest request) {
        return known(
                desk,
                reader -> Door.read(request.json(), RecordsRequest::read)
                        .then(asked -> told(
                                ledger.records(reader, asked.records())::write,
                                body -> RecordsAnswer.read(body, yard.zone(), yard.currency()))));
    }

    @Override
    public void choose(FieldGroup group, Strategy strategy) {
        if (ledger.choose(site, group, strategy).isEmpty()) {
            throw new IllegalStateException("the site is gone");
        }
    }

    @Override
    public Memento save() {
        return vault.keep(site);
    }

    @Override
    public void restore(Memento state, History history) {
        vault.putBack(site, state, history);
    }

    @Override
    public List<Deed> deeds() {
        List<EntryId> records = new ArrayList<>();
        ledger.snapshot(owner, change -> records.add(change.record()));
        return records.stream()
                .flatMap(record -> ledger.history(site, record).stream())
                .map(LedgerCloud::deed)
                .sorted(Comparator.comparingLong(Deed::seq))
                .toList();
    }

    @Override
    public void close() {
        // The site stays where it is: its database goes as a whole.
    }

    private Reply<SiteSnapshot> snapshot(Function<Consumer<Change.Stored>, Snapshot> sending) {
        List<Change> changes = new ArrayList<>();
        return switch (sending.apply(change -> changes.add(line(JsonOut.text(change::write))))) {
            case Snapshot.Sent(Cursor cursor) -> new Reply.Heard<>(new SiteSnapshot(cursor, changes));
            case Snapshot.HistoryChanged(HistoryFault fault) -> Refusals.ofThePast(fault);
        };
    }

    private Change line(String text) {
        return switch (SnapshotLine.read(text, yard.zone(), yard.currency()).orDamaged("a line of the snapshot")) {
            case SnapshotLine.Record(Change change) -> change;
            case SnapshotLine.End end -> throw new IllegalStateException("a record that ends the snapshot: " + end);
        };
    }

    private <T> Reply<T> known(DeskKey desk, Function<Desk, Reply<T>> answer) {
        return served(() -> {
            Optional<Desk> open = ledger.deskOf(new DeskToken(desk.token()));
            return open.isPresent() ? answer.apply(open.get()) : Refusals.tokenUnknown();
        });
    }

    private static <T> Reply<T> served(Supplier<Reply<T>> answer) {
        try {
            return answer.get();
        } catch (Unavailable later) {
            return Refusals.unavailable();
        }
    }

    private static <T> Reply<T> told(String json, Function<InputStream, Decoded<T>> reading) {
        return new Reply.Heard<>(reading.apply(Door.bytes(json)).orDamaged("the cloud's answer"));
    }

    private static <T> Reply<T> told(Consumer<OutputStream> writing, Function<InputStream, Decoded<T>> reading) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        writing.accept(body);
        return new Reply.Heard<>(
                reading.apply(new ByteArrayInputStream(body.toByteArray())).orDamaged("the cloud's answer"));
    }

    private static Deed deed(HistoryRow row) {
        return new Deed(
                row.seq(),
                row.record(),
                row.version(),
                row.device().value(),
                row.actor().name(),
                row.opId(),
                row.operation(),
                row.madeAt(),
                row.committedAt(),
                row.after());
    }
}
