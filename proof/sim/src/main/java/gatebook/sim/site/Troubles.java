package gatebook.sim.site;

import gatebook.sim.chance.Chance;
import gatebook.sim.cloud.SiteCloud;
import gatebook.sim.plan.Fault;
import java.nio.file.Path;
import java.time.Duration;

/** The world at its worst: each fault that happens at one moment. */
final class Troubles {
    private static final int CLONES_MAX = 1;

    private final Site site;
    private int copies;
    private int clones;

    Troubles(Site site) {
        this.site = site;
    }

    /** Lets it happen. */
    void happen(SimDesk desk, Fault fault, long salt) {
        Chance chance = new Chance(salt);
        Duration time = Duration.ofSeconds(chance.between(1, 180));
        switch (fault) {
            case PARTITION -> {
                site.mark(Mark.LINE_CUT);
                site.line().cut(desk, time);
            }
            case ONE_WAY -> {
                site.mark(Mark.LINE_CUT);
                site.line().deafen(desk, time);
            }
            case PORTAL -> site.line().captivate(desk, time);
            case CLOUD_DOWN -> site.line().down(time);
            case CRASH -> crash(desk);
            case CRASH_INSIDE -> desk.disk().dieIn(chance.below(150));
            case PAUSE -> {
                site.mark(Mark.PAUSED);
                desk.sleep(time);
            }
            case CLOCK_JUMP -> {
                site.mark(Mark.CLOCK_SET);
                desk.clock().jump(Duration.ofSeconds(chance.between(-40_000, 40_000)));
            }
            case DISK_FULL -> {
                desk.disk().fill();
                site.agenda().after(time, desk.disk()::makeRoom);
            }
            case DESK_REWIND -> rewind(desk, time);
            case DESK_CLONE -> clone(desk);
            case CLOUD_RESTORED -> cloudBack(time, SiteCloud.History.NEW, Mark.CLOUD_RESTORED);
            case CLOUD_TAIL_LOST -> cloudBack(time, SiteCloud.History.SAME, Mark.CLOUD_TAIL_LOST);
            case REVOKED -> revoke(desk, time);
            case NEW_DESK -> {
                site.mark(Mark.DESK_JOINED_LATE);
                site.join();
            }
            case LOST_REQUEST, LOST_ANSWER, DUPLICATE, REPLAY, SLOW, BUSY, DOWN_AFTER_COMMIT, SKEW -> {
                // These have no moment.
            }
        }
    }

    private void crash(SimDesk desk) {
        if (desk.isRunning()) {
            site.mark(Mark.CRASHED);
            desk.die();
        }
    }

    /** A copy is made now and put back later; what was written in between is gone. */
    private void rewind(SimDesk desk, Duration time) {
        if (!desk.isRunning()) {
            return;
        }
        Path copy = site.folder().resolve("copy" + copies++ + ".db");
        desk.folder().copyRegister(copy);
        site.agenda().after(time, () -> {
            site.mark(Mark.DESK_WENT_BACK);
            site.note(desk, "is put back to its copy");
            desk.stop();
            desk.folder().putBack(copy);
            site.witness().wentBack(desk);
            desk.start();
        });
    }

    private void clone(SimDesk desk) {
        if (desk.isRunning() && clones < CLONES_MAX) {
            clones++;
            site.mark(Mark.DESK_COPIED);
            desk.stop();
            site.cloned(desk);
            desk.start();
        }
    }

    private void cloudBack(Duration time, SiteCloud.History history, Mark mark) {
        SiteCloud.Memento state = site.cloud().save();
        site.agenda().after(time, () -> {
            site.mark(mark);
            site.noteCloud("goes back (" + history + ")");
            site.cloud().restore(state, history);
            site.cloudWentBack();
        });
    }

    private void revoke(SimDesk desk, Duration time) {
        if (!desk.isRunning()) {
            return;
        }
        site.mark(Mark.DESK_REVOKED);
        site.cloud().revoke(desk.key());
        site.witness().revoked(site, desk.profile().deviceId());
        site.agenda().after(time, () -> site.enrolAgain(desk));
    }
}
