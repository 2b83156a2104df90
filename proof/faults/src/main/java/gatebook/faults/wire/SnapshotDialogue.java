package gatebook.faults.wire;

import gatebook.rules.entry.Entry;
import gatebook.store.exchange.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A new desk loads all records of its site: it holds all of them or knows that it does not. */
final class SnapshotDialogue implements Dialogue {
    private static final int HEALED_EVERY = 8;

    private final Yard yard;
    private final List<Entry> records;
    private final Path joined;
    private WireDesk desk;
    private int rounds;
    private int desks;

    SnapshotDialogue(Yard yard, int records) {
        this.yard = yard;
        try (WireDesk writer = yard.elsewhere()) {
            for (int at = 0; at < records; at++) {
                writer.enter("MH12AB" + at);
            }
            writer.full();
            this.records = writer.entries();
        }
        this.joined = yard.joined();
        this.desk = freshDesk();
    }

    @Override
    public String kind() {
        return "GET /v1/sync/snapshot";
    }

    @Override
    public List<String> round(Fault fault) {
        Complaints complaints = new Complaints();
        yard.line().does(Aimed.once(kind(), fault));
        desk.cycle();
        yard.line().isClean();
        boolean loaded = desk.position() instanceof Position.Following;
        complaints.unless(!loaded || holdsAll(), "it follows and has not loaded all");
        complaints.unless(
                desk.position() instanceof Position.Fresh == desk.entries().isEmpty(),
                "it has " + desk.entries().size() + " records at " + desk.position());
        if (loaded || ++rounds % HEALED_EVERY == 0) {
            complaints.unlessHealed(desk::cycle, desk::counts);
            complaints.unless(holdsAll(), "a load that went on is not whole");
            desk.close();
            desk = freshDesk();
        }
        return complaints.all();
    }

    private boolean holdsAll() {
        return desk.entries().equals(records);
    }

    /** Copied before it has asked for anything; it only reads, so nobody takes it for a clone. */
    private WireDesk freshDesk() {
        Path home = joined.resolveSibling(joined.getFileName() + "-copy-" + ++desks);
        try (Stream<Path> all = Files.walk(joined)) {
            for (Path file : all.toList()) {
                Files.copy(file, home.resolve(joined.relativize(file)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return WireDesk.at(home, yard.line().address(), WireDesk.ONE_TRY);
    }

    @Override
    public void close() {
        desk.close();
        yard.close();
    }
}
