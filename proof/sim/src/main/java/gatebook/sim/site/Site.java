package gatebook.sim.site;

import gatebook.rules.yard.Yard;
import gatebook.sim.chance.Chance;
import gatebook.sim.cloud.Deed;
import gatebook.sim.cloud.DeskKey;
import gatebook.sim.cloud.ModelCloud;
import gatebook.sim.cloud.Reply;
import gatebook.sim.cloud.SiteCloud;
import gatebook.sim.cloud.SiteSnapshot;
import gatebook.sim.disk.SimDisk;
import gatebook.sim.plan.Fault;
import gatebook.sim.plan.Happening;
import gatebook.sim.plan.Plan;
import gatebook.sim.time.Agenda;
import gatebook.sim.time.DeskClock;
import gatebook.sync.connectivity.Cause;
import gatebook.sync.engine.EngineSettings;
import gatebook.sync.engine.Event;
import gatebook.sync.transport.Answer;
import gatebook.wire.feed.Change;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.PushAnswer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One site in virtual time: its desks, the line and the cloud. Used by one thread. */
public final class Site implements AutoCloseable {
    private final Plan plan;
    private final Make make;
    private final Path folder;
    private final Path template;
    private final Agenda agenda;
    private final Trace trace;
    private final Witness witness;
    private final Chance chance;
    private final Marks marks = new Marks();
    private final List<SimDesk> desks = new ArrayList<>();
    private final SiteCloud cloud;
    private final Line line;
    private final Persons persons;
    private final Troubles troubles;
    private final DeskKey office;
    private int deedsSeen;
    private boolean wentBack;
    private boolean healed;
    private Duration pickyUntil = Duration.ZERO;

    /** Where and how a plan is carried out. */
    public record Setting(Path folder, Path template, Make make, Witness witness) {}

    public Site(Plan plan, Setting setting, Agenda agenda, Trace trace) {
        this.plan = plan;
        this.make = setting.make();
        this.folder = setting.folder();
        this.template = setting.template();
        this.witness = setting.witness();
        this.agenda = agenda;
        this.trace = trace;
        this.chance = new Chance(plan.seed());
        this.line = new Line(this);
        this.persons = new Persons(this);
        this.troubles = new Troubles(this);
        Clock right = new DeskClock(agenda, Duration.ZERO, 0);
        Chance ids = chance.fork("cloud ids");
        Yard first = Yard.first();
        gatebook.sim.cloud.Yard yard = new gatebook.sim.cloud.Yard(
                ids.id(agenda.now().toEpochMilli()), "Yard", first.zone(), first.currency());
        SiteCloud model =
                new ModelCloud(yard, right, () -> ids.id(right.instant().toEpochMilli()));
        this.cloud = make.cloud().apply(new PickyCloud(model, () -> pickyUntil.compareTo(agenda.passed()) > 0));
        this.office = Joining.office(cloud);
        for (int at = 0; at < plan.knobs().desks(); at++) {
            join();
        }
        plan.happenings().forEach(this::expect);
    }

    /** A template register that all desks of this process begin with. */
    public static void makeTemplate(Path file) {
        DeskFolder.makeTemplate(file);
    }

    private void expect(Happening happening) {
        agenda.at(happening.at(), () -> {
            SimDesk desk = desks.get(happening.desk());
            switch (happening.what()) {
                case Happening.What.Person(var act) -> persons.act(desk, act, happening.salt());
                case Happening.What.World(var fault) -> {
                    note(desk, "*** " + fault);
                    troubles.happen(desk, fault, happening.salt());
                }
                case Happening.What.Night(Duration length) -> night(length);
                case Happening.What.Refusing(Duration length) -> {
                    noteCloud("*** is picky");
                    pickyUntil = agenda.passed().plus(length);
                }
            }
        });
    }

    private void night(Duration length) {
        mark(Mark.NIGHT_PASSED);
        List<SimDesk> awake = desks.stream().filter(SimDesk::isRunning).toList();
        awake.forEach(SimDesk::stop);
        noteCloud("*** a night of " + length.toHours() + " h");
        agenda.skip(length);
        awake.forEach(SimDesk::start);
    }

    public Plan plan() {
        return plan;
    }

    Make make() {
        return make;
    }

    Path folder() {
        return folder;
    }

    Agenda agenda() {
        return agenda;
    }

    Chance chance() {
        return chance;
    }

    public Line line() {
        return line;
    }

    public SiteCloud cloud() {
        return cloud;
    }

    public List<SimDesk> desks() {
        return List.copyOf(desks);
    }

    Witness witness() {
        return witness;
    }

    public Marks marks() {
        return marks;
    }

    public Trace trace() {
        return trace;
    }

    /** Every record that the cloud holds, tombstones too. */
    public List<Change> held() {
        if (cloud.snapshot(office) instanceof Reply.Heard<SiteSnapshot>(SiteSnapshot snapshot)) {
            return snapshot.changes();
        }
        throw new IllegalStateException("the office is shut out");
    }

    /** Whether a register was copied to a second machine. */
    public boolean hasClones() {
        return marks.times(Mark.DESK_COPIED) > 0;
    }

    /** How often a register was put back to an older copy. */
    public long timesRewound() {
        return marks.times(Mark.DESK_WENT_BACK);
    }

    /** Whether the cloud has ever gone back to an earlier state. */
    public boolean hasGoneBack() {
        return wentBack;
    }

    void mark(Mark mark) {
        marks.hit(mark);
    }

    void note(SimDesk desk, String what) {
        trace.note(desk.number(), what);
    }

    void noteCloud(String what) {
        trace.note(0, what);
    }

    /** A new desk with an empty register joins the site. */
    SimDesk join() {
        SimDesk desk = add("desk");
        desk.folder().prepare(template);
        desk.joinAndStart(cloud);
        return desk;
    }

    private SimDesk add(String name) {
        int number = desks.size() + 1;
        Chance own = chance.fork(name + number);
        boolean skewed = plan.knobs().has(Fault.SKEW);
        DeskClock clock = new DeskClock(
                agenda,
                skewed ? Duration.ofMillis(own.between(-600_000, 600_000)) : Duration.ZERO,
                skewed ? own.between(-500, 500) : 0);
        EngineSettings usual = EngineSettings.DEFAULT;
        EngineSettings settings = new EngineSettings(
                usual.interval(),
                plan.knobs().batchMax(),
                usual.triesMax(),
                usual.backoff(),
                usual.retryAfterMin(),
                usual.retryAfterMax(),
                usual.roundsMax(),
                usual.endedKept());
        SimDesk desk = new SimDesk(
                this,
                number,
                new SimDesk.Parts(
                        new DeskFolder(folder.resolve("desk" + number)),
                        clock,
                        new SimDisk(make.statement()),
                        own,
                        settings));
        desks.add(desk);
        return desk;
    }

    /** A second machine goes on with a copy of all files of a desk that is switched off. */
    void cloned(SimDesk desk) {
        SimDesk clone = add("clone");
        desk.folder().copyAllTo(clone.folder());
        witness.copied(desk, clone);
        clone.start();
    }

    /** A person signs a desk in again that was shut out. */
    void enrolAgain(SimDesk desk) {
        if (!desk.isRunning()) {
            agenda.after(Duration.ofSeconds(10), () -> enrolAgain(desk));
            return;
        }
        mark(Mark.DESK_ENROLLED_AGAIN);
        desk.attempt(() -> {
            desk.disk().calm();
            Joining.join(
                    desk.database(),
                    cloud,
                    "desk " + desk.number(),
                    desk.clock().instant());
            note(desk, "enrols again");
            desk.restart();
        });
    }

    /** After a request: tells those who listen what the cloud has written meanwhile. */
    void cloudMayHaveWritten() {
        List<Deed> deeds = cloud.deeds();
        if (deeds.size() <= deedsSeen) {
            return;
        }
        List<Deed> fresh = deeds.subList(deedsSeen, deeds.size());
        deedsSeen = deeds.size();
        witness.wrote(this, fresh);
        for (SimDesk desk : desks) {
            if (desk.isRunning() && line.isOpen(desk)) {
                Answer<Cursor> end = new DeskLine(this, desk).listen(cursor -> {});
                if (end instanceof Answer.Heard<Cursor>(Cursor cursor)) {
                    desk.later(desk.life(), Duration.ofMillis(40), () -> desk.tell(new Event.CloudNews(cursor)));
                }
            }
        }
    }

    void cloudWentBack() {
        wentBack = true;
        deedsSeen = cloud.deeds().size();
        witness.cloudWentBack(this);
    }

    void markAnswer(Object message) {
        if (message instanceof PushAnswer answer) {
            for (PushAnswer.Result result : answer.results()) {
                mark(
                        switch (result.outcome()) {
                            case OpOutcome.Applied applied -> {
                                if (applied.warning().isPresent()) {
                                    mark(Mark.PUSH_WARNED);
                                }
                                yield Mark.PUSH_APPLIED;
                            }
                            case OpOutcome.Duplicate _ -> Mark.PUSH_DUPLICATE;
                            case OpOutcome.Conflict _ -> Mark.PUSH_CONFLICT;
                            case OpOutcome.Rejected _, OpOutcome.RetryLater() -> Mark.PUSH_REJECTED;
                        });
            }
        }
    }

    /** From now on nothing goes wrong any more: lines pass, disks have room, machines run, clocks are right. */
    public void heal() {
        healed = true;
        line.heal();
        noteCloud("*** the world heals");
        for (SimDesk desk : desks) {
            desk.disk().calm();
            desk.wake();
            desk.clock().setRight();
            desk.start();
        }
    }

    public boolean isHealed() {
        return healed;
    }

    /** People sit down: desks that were shut out sign in, open items are decided, what failed is retried once or given up. */
    public void sitting(List<SimDesk> where, Chance mood) {
        for (SimDesk desk : where) {
            boolean shutOut = desk.cause()
                    .filter(cause -> cause == Cause.SIGN_IN_NEEDED || cause == Cause.DESK_CLONED)
                    .isPresent();
            if (shutOut) {
                enrolAgain(desk);
            }
            persons.clear(desk, mood);
        }
    }

    @Override
    public void close() {
        desks.forEach(SimDesk::stop);
        cloud.close();
    }
}
