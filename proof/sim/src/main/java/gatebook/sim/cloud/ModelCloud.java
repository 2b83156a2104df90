package gatebook.sim.cloud;

import gatebook.rules.entry.DeskCode;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.entry.IdSource;
import gatebook.rules.merge.ConflictType;
import gatebook.rules.merge.Policy;
import gatebook.rules.merge.Strategy;
import gatebook.wire.audit.TrailHead;
import gatebook.wire.compare.CompareAnswer;
import gatebook.wire.compare.CompareRequest;
import gatebook.wire.compare.Fingerprint;
import gatebook.wire.compare.Listing;
import gatebook.wire.compare.LostState;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.compare.RecordsRequest;
import gatebook.wire.compare.Span;
import gatebook.wire.compare.SpanHash;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import gatebook.wire.device.Health;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.feed.PastQuestion;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cloud as the documents describe it, in memory and as plainly as it can be said: a second statement of what the
 * ledger does, held to it by the contract that both pass.
 */
public final class ModelCloud implements SiteCloud {
    private static final String VERSION = "model";
    private static final int WALKED_AT_ONCE = 2_000;

    private final Yard yard;
    private final Clock clock;
    private final IdSource ids;
    private ModelDesks desks = new ModelDesks();
    private ModelSite site;
    private Policy policy = Policy.DEFAULT;

    /** Founds a site. */
    public ModelCloud(Yard yard, Clock clock, IdSource ids) {
        this.yard = yard;
        this.clock = clock;
        this.ids = ids;
        this.site = new ModelSite(new HistoryId(ids.next()));
    }

    /** All that a restore brings back. */
    private record Backup(ModelDesks desks, ModelSite site, Policy policy) implements Memento {}

    @Override
    public String enrolmentCode() {
        String code = ids.next().toString();
        desks.admit(code, now());
        return code;
    }

    @Override
    public Reply<EnrolmentAnswer> enrol(EnrolmentRequest request) {
        return Door.read(request).then(wish -> {
            if (!desks.use(wish.code(), now())) {
                return Refusals.codeRefused();
            }
            UUID device = ids.next();
            DeskKey key = new DeskKey("key-" + ids.next());
            DeskCode code = desks.join(key, device, wish.wishedDeskCode().orElse(null));
            return new Reply.Heard<>(new EnrolmentAnswer(
                    device, code, yard.id(), yard.name(), yard.zone(), yard.currency(), key.token(), policy));
        });
    }

    @Override
    public void revoke(DeskKey desk) {
        desks.revoke(desk);
    }

    @Override
    public Reply<Health> health() {
        return new Reply.Heard<>(new Health(Health.UP, VERSION, now()));
    }

    @Override
    public Reply<PushAnswer> push(DeskKey desk, PushRequest request) {
        return known(desk, member -> {
            if (request.operations().size() > PushRequest.OPERATIONS_MAX) {
                return Refusals.tooManyOperations();
            }
            if (!desks.count(desk, request.deviceSeq())) {
                return Refusals.deskCloned();
            }
            Cursor after = request.after();
            if (after != null && place(after).isEmpty()) {
                return lost(after);
            }
            TrailHead head = request.dryRun() ? null : desks.hear(desk, request.trail());
            Mark before = site.end();
            ModelSite judging = request.dryRun() ? site.copy(site.history()) : site;
            ModelIntake intake = new ModelIntake(judging, member.device(), now());
            List<PushAnswer.Result> results = new ArrayList<>();
            request.operations()
                    .forEach(operation -> results.add(new PushAnswer.Result(operation.opId(), intake.take(operation))));
            boolean sawAllBefore = after != null && place(after).equals(Optional.of(before));
            Cursor end = site.end().cursor();
            return new Reply.Heard<>(
                    new PushAnswer(site.history(), results, sawAllBefore && !request.dryRun() ? end : null, end, head));
        });
    }

    @Override
    public Reply<ChangesPage> changes(DeskKey desk, @Nullable Cursor after, @Nullable Cursor seen, int limit) {
        return known(desk, member -> {
            if (after == null) {
                return new Reply.Heard<>(page(site.mark(0), limit));
            }
            Optional<Mark> from = place(after);
            if (from.isEmpty()) {
                return lost(after);
            }
            return seen != null && place(seen).isEmpty() ? lost(seen) : new Reply.Heard<>(page(from.get(), limit));
        });
    }

    /** Nothing that the model ever wrote is altered, so that what a cursor saw either stands or is lost. */
    @Override
    public Reply<PastAnswer> past(DeskKey desk, PastQuestion question) {
        return known(desk, member -> {
            Map<Boolean, List<Cursor>> stands = question.confirm().stream()
                    .collect(Collectors.partitioningBy(cursor -> place(cursor).isPresent()));
            long from = question.walked() < site.lastSeq() ? question.walked() : 0;
            long upTo = from + WALKED_AT_ONCE;
            return new Reply.Heard<>(new PastAnswer(
                    stands.getOrDefault(true, List.of()),
                    stands.getOrDefault(false, List.of()),
                    List.of(),
                    upTo < site.lastSeq() ? upTo : 0,
                    null,
                    member.head(),
                    member.lastNumber() < 0 ? null : member.lastNumber()));
        });
    }

    @Override
    public Reply<SiteSnapshot> snapshot(DeskKey desk) {
        return known(
                desk, member -> new Reply.Heard<>(new SiteSnapshot(site.end().cursor(), changes(site.records()))));
    }

    @Override
    public Reply<SiteSnapshot> snapshot(DeskKey desk, EntryId after, Cursor cursor) {
        return known(
                desk,
                member -> place(cursor).isEmpty()
                        ? lost(cursor)
                        : new Reply.Heard<>(new SiteSnapshot(cursor, changes(site.recordsAfter(after)))));
    }

    @Override
    public Reply<Cursor> end(DeskKey desk) {
        return known(desk, member -> new Reply.Heard<>(site.end().cursor()));
    }

    @Override
    public Reply<CompareAnswer> compare(DeskKey desk, CompareRequest request) {
        return known(desk, member -> {
            List<Span> spans = request.spans();
            boolean backwards = spans.stream().anyMatch(span -> span.from().compareTo(span.to()) > 0);
            if (spans.isEmpty() || spans.size() > CompareRequest.SPANS_MAX || backwards) {
                return Refusals.contentInvalid("spans");
            }
            return new Reply.Heard<>(new CompareAnswer(
                    site.history(),
                    site.end().cursor(),
                    spans.stream().map(this::hash).toList()));
        });
    }

    @Override
    public Reply<Listing> list(DeskKey desk, Span span) {
        return known(desk, member -> {
            List<Listing.Row> rows = live(span).stream()
                    .map(record -> new Listing.Row(record.id(), record.version(), Fingerprint.of(record.image())))
                    .toList();
            int most = Math.min(rows.size(), Listing.ROWS_MAX);
            return new Reply.Heard<>(new Listing(rows.subList(0, most), most < rows.size()));
        });
    }

    @Override
    public Reply<RecordsAnswer> records(DeskKey desk, RecordsRequest request) {
        return known(desk, member -> {
            if (request.records().isEmpty() || request.records().size() > RecordsRequest.RECORDS_MAX) {
                return Refusals.contentInvalid("records");
            }
            Map<EntryId, List<Deed>> past = new HashMap<>();
            site.deeds()
                    .reversed()
                    .forEach(deed -> past.computeIfAbsent(deed.record(), id -> new ArrayList<>())
                            .add(deed));
            return new Reply.Heard<>(new RecordsAnswer(new TreeSet<>(request.records())
                    .stream()
                            .flatMap(id -> site.record(id).stream())
                            .map(record -> held(record, past.getOrDefault(record.id(), List.of())))
                            .toList()));
        });
    }

    @Override
    public void choose(FieldGroup group, Strategy strategy) {
        Optional<String> objection = Policy.objection(ConflictType.VERSION_MISMATCH, group, strategy);
        if (objection.isPresent()) {
            throw new IllegalArgumentException(objection.get());
        }
        policy = policy.with(group, strategy);
    }

    @Override
    public Memento save() {
        return new Backup(desks.copy(), site.copy(site.history()), policy);
    }

    @Override
    public void restore(Memento state, History history) {
        Backup backup = (Backup) state;
        desks = backup.desks().copy();
        policy = backup.policy();
        site = backup.site()
                .copy(
                        switch (history) {
                            case SAME -> backup.site().history();
                            case NEW -> new HistoryId(ids.next());
                        });
    }

    @Override
    public List<Deed> deeds() {
        return site.deeds();
    }

    @Override
    public void close() {
        // Memory needs no closing.
    }

    private <T> Reply<T> known(DeskKey desk, Function<ModelDesks.Member, Reply<T>> answer) {
        return desks.of(desk).map(answer).orElseGet(Refusals::tokenUnknown);
    }

    /** The place of a cursor in this history; empty if it has none. */
    private Optional<Mark> place(Cursor cursor) {
        return Mark.of(cursor).filter(site::holds);
    }

    private <T> Reply<T> lost(Cursor cursor) {
        return Refusals.historyChanged("no place of the history " + site.history() + ": " + cursor);
    }

    private ChangesPage page(Mark from, int limit) {
        List<Kept> page = site.changesAfter(from.seq(), Math.clamp(limit, 1, ChangesPage.CHANGES_MAX));
        Mark upTo = page.isEmpty() ? from : site.mark(page.getLast().seq());
        return new ChangesPage(site.history(), changes(page), upTo.cursor(), upTo.seq() < site.lastSeq(), policy);
    }

    private List<Change> changes(Collection<Kept> records) {
        return records.stream().map(this::change).toList();
    }

    private Change change(Kept record) {
        return new Change(
                record.seq(),
                record.id(),
                record.version(),
                record.life(),
                record.changedAt(),
                record.changedBy().toString(),
                record.actor(),
                site.joined(record.id()).stream()
                        .limit(Change.Stored.JOINED_MAX)
                        .toList(),
                record.entry());
    }

    private SpanHash hash(Span span) {
        Fingerprint sum = new Fingerprint();
        live(span).forEach(record -> sum.add(record.id(), record.version(), record.image()));
        return sum.end();
    }

    private List<Kept> live(Span span) {
        return site.recordsBetween(span.from(), span.to()).values().stream()
                .filter(Kept::isLive)
                .toList();
    }

    /**
     * @param deeds of this record, the newest first
     */
    private RecordsAnswer.Held held(Kept record, List<Deed> deeds) {
        return new RecordsAnswer.Held(
                change(record),
                deeds.stream()
                        .skip(1)
                        .limit(RecordsAnswer.PAST_MAX)
                        .map(deed -> deed.image().map(Fingerprint::of).orElse(Fingerprint.VOID))
                        .toList(),
                site.lost(record.id()).stream().limit(LostState.STATES_MAX).toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
