package gatebook.faults.wire;

import gatebook.ledger.site.SiteId;
import gatebook.sync.engine.EngineSettings;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A site with a faulty line before it; its desks live in folders below one.
 *
 * @param folders counts the desks
 */
record Yard(WireCloud cloud, SiteId site, FaultyLine line, Path folder, AtomicInteger folders)
        implements AutoCloseable {
    static Yard of(WireCloud cloud, Path folder) {
        return new Yard(cloud, cloud.site(), new FaultyLine(cloud.address()), folder, new AtomicInteger());
    }

    /** The folder of a desk that has joined and is not open. */
    Path joined() {
        Path home = folder.resolve(site + "-" + folders.incrementAndGet());
        WireDesk.join(home, cloud.address(), cloud.code(site));
        return home;
    }

    /** A desk at the faulty line. */
    WireDesk behindTheLine(EngineSettings settings) {
        return WireDesk.at(joined(), line.address(), settings);
    }

    /** A desk on a line of its own with which nothing is ever the matter. */
    WireDesk elsewhere() {
        return WireDesk.at(joined(), cloud.address(), WireDesk.SETTINGS);
    }

    @Override
    public void close() {
        line.close();
    }
}
