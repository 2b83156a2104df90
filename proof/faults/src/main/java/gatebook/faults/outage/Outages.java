package gatebook.faults.outage;

import gatebook.faults.process.Trials;
import gatebook.faults.wire.Aimed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Kills parts of a cloud while its desks send, again and again, and demands each time that all come to the same. */
final class Outages implements AutoCloseable {
    private static final String PUSH = "POST /v1/sync/push";

    /** After so many kills every row is looked at, and the next kills meet another site. */
    private static final int KILLS_OF_A_YARD = 10;

    private static final int MICROS_OF_A_PUSH = 15_000;
    private static final int MICROS_OF_A_SYNC = 60_000;
    private static final int ROUNDS_MAX = 300;
    private static final long PAUSE_MILLIS = 200;

    private final AttackedCloud cloud;
    private final Path folder;
    private final RandomGenerator random;
    private @Nullable AttackedYard yard;
    private int kills;
    private int betweenCommitAndAnswer;

    Outages(AttackedCloud cloud, Path folder, RandomGenerator random) {
        this.cloud = cloud;
        this.folder = folder;
        this.random = random;
    }

    /** One kill of any part at any moment. */
    void make(Trials trials) throws IOException, InterruptedException {
        Victim[] victims = Victim.values();
        Moment[] moments = Moment.values();
        make(victims[random.nextInt(victims.length)], moments[random.nextInt(moments.length)], trials);
    }

    void make(Victim victim, Moment moment, Trials trials) throws IOException, InterruptedException {
        if (yard == null) {
            yard = new AttackedYard(cloud, folder);
        }
        kills++;
        List<String> wrong = new ArrayList<>();
        yard.work(random);
        strike(yard, victim, moment);
        if (!victim.isServer() && !cloud.serverIsAlive()) {
            wrong.add("the server ended with its database");
        }
        wrong.addAll(cloud.comeBack());
        wrong.addAll(settled(yard));
        if (kills % KILLS_OF_A_YARD == 0 && wrong.isEmpty()) {
            wrong.addAll(endOfYard());
        }
        trials.made("kill " + kills + " of " + victim + ", " + moment + ", records " + cloud.keeping(), wrong);
    }

    private void strike(AttackedYard at, Victim victim, Moment moment) {
        int micros = random.nextInt(moment == Moment.ANY ? MICROS_OF_A_SYNC : MICROS_OF_A_PUSH);
        Strike strike = new Strike(() -> cloud.kill(victim, random), moment, micros);
        if (moment == Moment.ANY) {
            CompletableFuture<Void> struck = strike.later();
            at.sync().join();
            struck.join();
        } else {
            at.line().does(Aimed.once(PUSH, strike));
            at.sync().join();
            at.line().isClean();
        }
        if (strike.hitBetweenCommitAndAnswer()) {
            betweenCommitAndAnswer++;
        }
    }

    /** The desks go on as they do every half minute, only sooner. */
    private static List<String> settled(AttackedYard at) throws InterruptedException {
        for (int round = 0; round < ROUNDS_MAX; round++) {
            at.sync().join();
            if (at.isAtRest()) {
                return List.of();
            }
            if (round > 1) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS); // PostgreSQL comes up again
            }
        }
        return List.of("they do not come to the same: " + at.state());
    }

    /** Looks at every row of the site, and leaves it. */
    List<String> endOfYard() {
        if (yard == null) {
            return List.of();
        }
        List<String> wrong = yard.examine();
        yard.close();
        yard = null;
        return wrong;
    }

    /** How many kills came exactly there. */
    int betweenCommitAndAnswer() {
        return betweenCommitAndAnswer;
    }

    @Override
    public void close() {
        try {
            if (yard != null) {
                yard.close();
            }
        } finally {
            cloud.close();
        }
    }
}
