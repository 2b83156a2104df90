package gatebook.store.exchange;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.undo.RunId;
import gatebook.store.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A desk and the cloud that it syncs with, run by run as the engine does, for tests of what a run leaves behind. */
public final class SyncedDesk implements AutoCloseable {
    private static final int PAGE = 100;

    private final Desk desk;
    private final CloudModel cloud;

    private SyncedDesk(Desk desk, CloudModel cloud) {
        this.desk = desk;
        this.cloud = cloud;
    }

    public static SyncedDesk in(Path folder) {
        return new SyncedDesk(Desk.in(folder), new CloudModel());
    }

    /** Another desk of the same site. */
    public SyncedDesk besides(Path folder, String code) {
        return new SyncedDesk(Desk.in(folder, code), cloud);
    }

    public Desk desk() {
        return desk;
    }

    /** Another desk's doing: the record stands so at the cloud from now on. */
    public void put(Entry entry) {
        cloud.put(entry);
    }

    public void voided(EntryId id) {
        cloud.voided(id);
    }

    /** What the cloud holds of a live record. */
    public Optional<Entry> atCloud(EntryId id) {
        return Optional.ofNullable(cloud.records().get(id))
                .filter(CloudModel.Held::isLive)
                .map(CloudModel.Held::entry);
    }

    /** A run: pushes until dry, then pulls until dry. */
    public RunId sync() {
        long run = desk.runs().begin(Runs.Trigger.MANUAL, desk.clock().instant());
        Marks marks = new Marks(desk.clock().instant(), run);
        Tally tally = push(marks).plus(pull(marks)).plus(push(marks));
        desk.runs()
                .end(run, tally, Runs.RunOutcome.COMPLETED, null, desk.clock().instant());
        return new RunId(run);
    }

    /** A push of which the answer is lost. */
    public void pushUnheard() {
        cloud.push(desk.take());
        desk.outbox().releaseAll();
    }

    private Tally push(Marks marks) {
        Tally tally = Tally.NONE;
        for (Outbox.Batch batch = desk.take(); !batch.operations().isEmpty(); batch = desk.take()) {
            tally = tally.plus(desk.outbox().settle(batch, cloud.push(batch), marks));
        }
        return tally;
    }

    private Tally pull(Marks marks) {
        Tally tally = Tally.NONE;
        boolean more = true;
        while (more) {
            var page = cloud.page(desk.inbox().position(), PAGE);
            tally = tally.plus(desk.inbox().apply(page, marks));
            more = page.more();
        }
        return tally;
    }

    /** The live records, without what is the desk's own. */
    public List<String> records() {
        return desk.book().rows("""
                SELECT uuid, ticket_no, vehicle_number, entry_time, transport_name, vehicle_type, driver_name, driver_contact,
                    location, notes, status, exit_time, fee_minor, computed_fee_minor, fee_manually_set, fee_reason,
                    payment_status, payment_type
                FROM parking_entries WHERE deleted_at IS NULL ORDER BY uuid""");
    }

    @Override
    public void close() {
        desk.close();
    }
}
