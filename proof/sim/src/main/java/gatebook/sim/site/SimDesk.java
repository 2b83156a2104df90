package gatebook.sim.site;

import gatebook.rules.entry.IdSource;
import gatebook.sim.chance.Chance;
import gatebook.sim.cloud.DeskKey;
import gatebook.sim.cloud.SiteCloud;
import gatebook.sim.disk.Crash;
import gatebook.sim.disk.SimDisk;
import gatebook.sim.time.DeskClock;
import gatebook.store.exchange.Position;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Scrutiny;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.query.SyncQueries;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Disk;
import gatebook.store.sqlite.StoreFault;
import gatebook.sync.connectivity.Cause;
import gatebook.sync.connectivity.Connection;
import gatebook.sync.engine.Effect;
import gatebook.sync.engine.Engine;
import gatebook.sync.engine.EngineSettings;
import gatebook.sync.engine.Event;
import gatebook.sync.engine.Timer;
import gatebook.sync.service.BookWork;
import gatebook.sync.service.Desk;
import gatebook.sync.service.Errand;
import gatebook.sync.service.Outside;
import gatebook.sync.service.RunReport;
import gatebook.sync.service.SyncObserver;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One desk: the shipped store, engine and book's work on a machine that is switched off, dies and starts again. */
public final class SimDesk {
    private static final Duration RESTART = Duration.ofSeconds(5);

    private final Site site;
    private final int number;
    private final DeskFolder folder;
    private final DeskClock clock;
    private final SimDisk disk;
    private final Chance chance;
    private final IdSource ids;
    private final EngineSettings settings;
    private final Map<Timer, Long> set = new EnumMap<>(Timer.class);
    private @Nullable Running running;
    private int life;
    private long timers;
    private Duration awakeAt = Duration.ZERO;

    /** What a machine loses when it dies. */
    private record Running(Register register, DeskProfile profile, Engine engine, BookWork work) {}

    /** What a desk is set up with. */
    record Parts(DeskFolder folder, DeskClock clock, SimDisk disk, Chance chance, EngineSettings settings) {}

    SimDesk(Site site, int number, Parts parts) {
        this.site = site;
        this.number = number;
        this.folder = parts.folder();
        this.clock = parts.clock();
        this.disk = parts.disk();
        this.chance = parts.chance();
        this.settings = parts.settings();
        Chance idChance = chance.fork("ids");
        this.ids = () -> idChance.id(clock.instant().toEpochMilli());
    }

    /** From 1. */
    public int number() {
        return number;
    }

    public DeskClock clock() {
        return clock;
    }

    public SimDisk disk() {
        return disk;
    }

    public IdSource ids() {
        return ids;
    }

    DeskFolder folder() {
        return folder;
    }

    /** Rises with each start, so that what belongs to an earlier one is known. */
    int life() {
        return life;
    }

    public boolean isRunning() {
        return running != null;
    }

    private Running running() {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException("desk " + number + " is switched off");
        }
        return now;
    }

    public Database database() {
        return running().register().database();
    }

    public SyncQueries queries() {
        return new SyncQueries(database());
    }

    public DeskProfile profile() {
        return running().profile();
    }

    /** What the last word about the way to the cloud was. */
    public Optional<Cause> cause() {
        return Optional.ofNullable(running().engine().connection().cause());
    }

    DeskKey key() {
        DeskProfile.Membership membership = profile().membership();
        return new DeskKey(membership == null ? "none" : membership.token());
    }

    /** Brings the desk to the site on a disk that does as it is told, and switches the machine on. */
    void joinAndStart(SiteCloud cloud) {
        try (Register register = open(Disk.PLAIN)) {
            Joining.join(register.database(), cloud, "desk " + number, clock.instant());
        }
        start();
    }

    /** Switches the machine on. */
    public void start() {
        if (running == null) {
            // What was to befall it while it was off befalls nobody.
            disk.calm();
            run(open(disk));
        }
    }

    private void run(Register register) {
        DeskProfile profile = register.database().read(DeskProfile::read);
        Desk desk = Desk.of(register.database(), ids, clock, clock::nanos, chance.fork("delays" + life));
        Engine engine = new Engine(settings, chance.fork("engine" + life));
        BookWork work = new BookWork(desk, settings, site.make().engine().apply(marked(engine)), new Surroundings());
        work.observe(new Observer());
        running = new Running(register, profile, engine, work);
        life++;
        site.note(this, "starts");
        int mine = life;
        register.database().onGateCommit(() -> later(mine, Duration.ZERO, () -> tell(new Event.LocalWrite())));
        site.witness().opened(this);
        later(mine, Duration.ZERO, () -> tell(new Event.Started()));
    }

    private Function<Event, List<Effect>> marked(Engine engine) {
        return event -> {
            if (event instanceof Event.StoreFailed) {
                site.mark(Mark.DISK_FULL_IN_SYNC);
            }
            return engine.step(event);
        };
    }

    private Register open(Disk on) {
        Opening opening = new RegisterFile(folder.home(), clock, ids, on).open(Scrutiny.USUAL);
        if (opening instanceof Opening.Opened(Register register)) {
            return register;
        }
        throw new LawBroken("S1", "desk " + number + " does not open: " + opening);
    }

    /** Switches the machine off, as a person does or as it does itself when it dies. */
    public void stop() {
        Running now = running;
        if (now == null) {
            return;
        }
        disk.calm();
        running = null;
        life++;
        set.clear();
        now.register().close();
        site.note(this, "is off");
    }

    /** Signs in under what the profile says now. */
    public void restart() {
        stop();
        start();
    }

    /** A machine that is suspended does nothing until then. */
    public void sleep(Duration time) {
        awakeAt = site.agenda().elapsed().plus(time);
    }

    /** It is awake from now on. */
    public void wake() {
        awakeAt = Duration.ZERO;
    }

    /** Does something at this machine; false if it is off or died of it. */
    public boolean attempt(Runnable work) {
        if (running == null || site.agenda().elapsed().compareTo(awakeAt) < 0) {
            return false;
        }
        try {
            work.run();
            return true;
        } catch (Crash crash) {
            site.mark(Mark.CRASHED_WITHIN);
            site.note(this, "dies before: " + firstWords(crash.getMessage()));
            die();
            return false;
        }
    }

    /** The machine dies, and is switched on a little later. */
    public void die() {
        stop();
        site.agenda().after(RESTART, this::start);
    }

    private static String firstWords(@Nullable String statement) {
        String words = String.valueOf(statement).strip().replaceAll("\\s+", " ");
        return words.substring(0, Math.min(28, words.length()));
    }

    /** Does something in this life of the machine, or when it is awake again. */
    void later(int inLife, Duration delay, Runnable work) {
        site.agenda().after(delay, () -> {
            if (life != inLife) {
                return;
            }
            Duration asleep = awakeAt.minus(site.agenda().elapsed());
            if (asleep.isPositive()) {
                later(inLife, asleep, work);
            } else {
                attempt(() -> guarded(work));
            }
        });
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (StoreFault fault) {
            // As the service does it at its edge.
            running().work().breakOff(fault);
            running().work().drain();
        } catch (LawBroken broken) {
            throw broken;
        } catch (RuntimeException bug) {
            throw new LawBroken("S0", "desk " + number + " broke off: " + bug, bug);
        }
    }

    /** Tells the engine, and does what follows. */
    void tell(Event event) {
        BookWork work = running().work();
        work.tell(event);
        work.drain();
    }

    /** Hands over to the book's work, and does what follows. */
    void hand(Consumer<BookWork> handing) {
        BookWork work = running().work();
        handing.accept(work);
        work.drain();
    }

    private final class Surroundings implements Outside {
        @Override
        public void ask(Errand<?, ?> errand) {
            site.line().carry(SimDesk.this, errand);
        }

        @Override
        public void load(Position from) {
            site.line().load(SimDesk.this, from);
        }

        @Override
        public void set(Timer timer, Duration delay) {
            long mine = ++timers;
            set.put(timer, mine);
            later(life, delay, () -> {
                if (set.getOrDefault(timer, 0L) == mine) {
                    set.remove(timer);
                    tell(new Event.TimeUp(timer));
                }
            });
        }

        @Override
        public long clockSkewMillis() {
            return Duration.between(clock.instant(), site.agenda().now()).toMillis();
        }

        @Override
        public void report(long ticket, RunReport report) {
            site.note(SimDesk.this, "run asked for: " + report.outcome());
        }
    }

    private final class Observer implements SyncObserver {
        @Override
        public void connectionChanged(Connection connection) {
            site.note(SimDesk.this, connection.link() + (connection.cause() == null ? "" : " " + connection.cause()));
            if (connection.cause() == Cause.DESK_CLONED) {
                site.mark(Mark.DESK_CLONED_TOLD);
            }
        }

        @Override
        public void progressed(String message, double fraction) {
            if (fraction < 0 || fraction > 1) {
                throw new LawBroken("P10", "progress of " + fraction);
            }
            if (message.startsWith("Comparing")) {
                site.mark(Mark.COMPARED);
            }
        }

        @Override
        public void recordsChanged() {
            // What is shown is read anew by whoever looks.
        }
    }
}
