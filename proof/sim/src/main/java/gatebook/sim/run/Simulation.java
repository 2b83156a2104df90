package gatebook.sim.run;

import gatebook.sim.chance.Chance;
import gatebook.sim.law.Laws;
import gatebook.sim.law.Rest;
import gatebook.sim.plan.Plan;
import gatebook.sim.site.LawBroken;
import gatebook.sim.site.Make;
import gatebook.sim.site.Marks;
import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.sim.site.Trace;
import gatebook.sim.time.Agenda;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries one plan out: the world breaks, it heals, and all must come to rest, in agreement, in bounded time. */
final class Simulation {
    /** Ten cycles, and the longest that a cloud may have asked to wait. */
    private static final Duration PATIENCE = Duration.ofHours(8);

    private static final Duration SITTING_EVERY = Duration.ofMinutes(3);
    private static final Duration IDLE = Duration.ofMinutes(4);
    private static final long STEPS_MAX = 40_000;

    private final Path folder;
    private final Path template;
    private final Make make;

    /**
     * @param folder where desks may live
     * @param template a register to begin with
     */
    Simulation(Path folder, Path template, Make make) {
        this.folder = folder;
        this.template = template;
        this.make = make;
    }

    /**
     * What one seed came to.
     *
     * @param lanes what happened, where that was asked for
     */
    record Result(
            long seed,
            long hash,
            long steps,
            Duration virtual,
            Marks marks,
            @Nullable LawBroken broken,
            String lanes) {}

    /** Carries a plan out, keeping what happened as a hash alone. */
    Result run(Plan plan) {
        return run(plan, Trace::hashing);
    }

    /** Carries a plan out and keeps what happened for people to read. */
    Result runAndTell(Plan plan) {
        return run(plan, Trace::keeping);
    }

    private Result run(Plan plan, java.util.function.Function<Agenda, Trace> tracing) {
        Agenda agenda = new Agenda();
        Trace trace = tracing.apply(agenda);
        Laws laws = Laws.all();
        LawBroken broken = null;
        Marks marks = new Marks();
        try (Site site = new Site(plan, new Site.Setting(folder, template, make, laws), agenda, trace)) {
            marks = site.marks();
            try {
                live(site, agenda, laws);
            } catch (LawBroken law) {
                broken = law;
            }
        }
        return new Result(plan.seed(), trace.hash(), agenda.done(), agenda.passed(), marks, broken, trace.lanes());
    }

    private static void live(Site site, Agenda agenda, Laws laws) {
        Duration end = site.plan().knobs().length();
        go(site, agenda, laws, end);
        site.heal();
        othersRest(site, agenda, laws);
        Chance mood = new Chance(site.plan().seed()).fork("mood");
        Duration late = agenda.elapsed().plus(PATIENCE);
        Optional<String> unrest = Optional.of("not looked at");
        while (unrest.isPresent()) {
            if (agenda.elapsed().compareTo(late) > 0) {
                throw new LawBroken("L1", "no rest: " + unrest.get());
            }
            go(site, agenda, laws, agenda.elapsed().plus(SITTING_EVERY));
            site.sitting(site.desks(), mood);
            unrest = Rest.lacking(site);
        }
        laws.quiet(site);
        long requests = site.line().requests();
        go(site, agenda, laws, agenda.elapsed().plus(IDLE));
        laws.idle(site, site.line().requests() - requests, IDLE);
    }

    /** One desk stays cut off for longer: the others come to rest without it (L4). In a part of the seeds. */
    private static void othersRest(Site site, Agenda agenda, Laws laws) {
        if (!site.plan().leavesOneOut()) {
            return;
        }
        SimDesk out = site.desks().getLast();
        site.line().cut(out, PATIENCE.multipliedBy(2));
        Chance mood = new Chance(site.plan().seed()).fork("others' mood");
        Duration late = agenda.elapsed().plus(PATIENCE);
        Optional<String> unrest = Optional.of("not looked at");
        while (unrest.isPresent()) {
            if (agenda.elapsed().compareTo(late) > 0) {
                throw new LawBroken("L4", "one desk is cut off, and the others have no rest: " + unrest.get());
            }
            go(site, agenda, laws, agenda.elapsed().plus(SITTING_EVERY));
            List<SimDesk> others =
                    site.desks().stream().filter(desk -> !desk.equals(out)).toList();
            site.sitting(others, mood);
            unrest = Rest.lacking(site, others);
        }
        site.line().heal();
    }

    private static void go(Site site, Agenda agenda, Laws laws, Duration end) {
        while (agenda.step(end)) {
            laws.stepped(site);
            if (agenda.done() > STEPS_MAX) {
                throw new LawBroken("L3", "more than " + STEPS_MAX + " steps");
            }
        }
    }
}
