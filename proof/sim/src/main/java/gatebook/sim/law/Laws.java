package gatebook.sim.law;

import gatebook.sim.cloud.Deed;
import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.sim.site.Witness;
import gatebook.store.exchange.Outbox;
import gatebook.store.query.QueueItem;
import gatebook.wire.feed.Cursor;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** All laws of one run; each is shown everything. */
public final class Laws implements Witness {
    private final List<Law> laws;
    private final IdleIsQuiet idle = new IdleIsQuiet();

    private Laws(List<Law> laws) {
        this.laws = laws;
    }

    /** The laws of the book, each knowing nothing yet. */
    public static Laws all() {
        return new Laws(List.of(
                new NothingSavedIsLost(),
                new AckedIsInTheCloud(),
                new OneEffectEach(),
                new OrderOfARecord(),
                new VersionsFollow(),
                new VoidedStaysVoided(),
                new MoneyIsKept(),
                new AuditHolds(),
                new NothingOfAConflictIsLost(),
                new NoFalseAlarm(),
                new BatchesAreBounded(),
                new SentIsDurable(),
                new ShutOutIsShutOut(),
                new TicketsAreUnique(),
                new OpenIsShown(),
                new CursorsOnlyGrow(),
                new ShownIsWhatIsHeld(),
                new YardIsCounted(),
                new EachDoingIsWrittenDown()));
    }

    private void look(SimDesk desk) {
        Look look = new Look(desk);
        each(law -> law.look(look));
    }

    private void each(Consumer<Law> shown) {
        laws.forEach(shown);
    }

    @Override
    public void saved(SimDesk desk, List<QueueItem> operations) {
        each(law -> law.saved(desk, operations));
    }

    @Override
    public void sends(SimDesk desk, Outbox.Batch batch) {
        each(law -> law.sends(desk, batch));
    }

    @Override
    public void follows(SimDesk desk, Cursor after) {
        each(law -> law.follows(desk, after));
    }

    @Override
    public void wrote(Site site, List<Deed> deeds) {
        each(law -> law.wrote(site, deeds));
    }

    @Override
    public void cloudWentBack(Site site) {
        each(law -> law.cloudWentBack(site));
    }

    @Override
    public void revoked(Site site, String deviceId) {
        each(law -> law.revoked(site, deviceId));
    }

    @Override
    public void opened(SimDesk desk) {
        look(desk);
    }

    @Override
    public void wentBack(SimDesk desk) {
        each(law -> law.wentBack(desk));
    }

    @Override
    public void copied(SimDesk desk, SimDesk copy) {
        each(law -> law.copied(desk, copy));
    }

    @Override
    public void stepped(Site site) {
        each(law -> law.stepped(site));
    }

    @Override
    public void quiet(Site site) {
        site.desks().forEach(this::look);
        each(law -> law.quiet(site));
    }

    /** Nothing was done for a while, and so many requests were made. */
    public void idle(Site site, long requests, Duration time) {
        idle.look(site, requests, time);
    }
}
