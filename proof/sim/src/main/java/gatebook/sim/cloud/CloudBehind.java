package gatebook.sim.cloud;

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
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.PastAnswer;
import gatebook.wire.feed.PastQuestion;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cloud that hands everything on to another one, but for what a variant does otherwise. */
public abstract class CloudBehind implements SiteCloud {
    protected final SiteCloud behind;

    protected CloudBehind(SiteCloud behind) {
        this.behind = behind;
    }

    @Override
    public String enrolmentCode() {
        return behind.enrolmentCode();
    }

    @Override
    public Reply<EnrolmentAnswer> enrol(EnrolmentRequest request) {
        return behind.enrol(request);
    }

    @Override
    public void revoke(DeskKey desk) {
        behind.revoke(desk);
    }

    @Override
    public Reply<Health> health() {
        return behind.health();
    }

    @Override
    public Reply<PushAnswer> push(DeskKey desk, PushRequest request) {
        return behind.push(desk, request);
    }

    @Override
    public Reply<ChangesPage> changes(DeskKey desk, @Nullable Cursor after, @Nullable Cursor seen, int limit) {
        return behind.changes(desk, after, seen, limit);
    }

    @Override
    public Reply<PastAnswer> past(DeskKey desk, PastQuestion question) {
        return behind.past(desk, question);
    }

    @Override
    public Reply<SiteSnapshot> snapshot(DeskKey desk) {
        return behind.snapshot(desk);
    }

    @Override
    public Reply<SiteSnapshot> snapshot(DeskKey desk, EntryId after, Cursor cursor) {
        return behind.snapshot(desk, after, cursor);
    }

    @Override
    public Reply<Cursor> end(DeskKey desk) {
        return behind.end(desk);
    }

    @Override
    public Reply<CompareAnswer> compare(DeskKey desk, CompareRequest request) {
        return behind.compare(desk, request);
    }

    @Override
    public Reply<Listing> list(DeskKey desk, Span span) {
        return behind.list(desk, span);
    }

    @Override
    public Reply<RecordsAnswer> records(DeskKey desk, RecordsRequest request) {
        return behind.records(desk, request);
    }

    @Override
    public void choose(FieldGroup group, Strategy strategy) {
        behind.choose(group, strategy);
    }

    @Override
    public Memento save() {
        return behind.save();
    }

    @Override
    public void restore(Memento state, History history) {
        behind.restore(state, history);
    }

    @Override
    public List<Deed> deeds() {
        return behind.deeds();
    }

    @Override
    public void close() {
        behind.close();
    }
}
