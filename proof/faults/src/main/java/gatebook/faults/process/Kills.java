package gatebook.faults.process;

import gatebook.faults.shift.Examination;
import gatebook.faults.shift.QuickJava;
import gatebook.faults.shift.Rehearsal;
import gatebook.faults.shift.Shift;
import gatebook.faults.shift.ShiftProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/** Kills a desk's process at random moments, again and again on the same register, and looks at it each time. */
final class Kills {
    /** A register that has seen more is left, and the next life begins with a new one. */
    private static final int STEPS_OF_A_REGISTER = 2 * Shift.LENGTH;

    private static final int STEPS_OF_A_LIFE = 25;
    private static final int MICROS_AFTER_A_STEP = 4_000;
    private static final int MICROS_OF_A_START = 1_500_000;
    private static final int START_EVERY = 4;

    private final Path folder;
    private final QuickJava java;
    private final Examination examination;
    private final RandomGenerator random;
    private int registers;
    private long steps;

    Kills(Path folder, QuickJava java, Rehearsal rehearsal, RandomGenerator random) {
        this.folder = folder;
        this.java = java;
        this.examination = new Examination(rehearsal);
        this.random = random;
    }

    void make(Trials trials) throws IOException, InterruptedException {
        if (steps >= STEPS_OF_A_REGISTER) {
            registers++;
            steps = 0;
        }
        Path desk = folder.resolve("killed-" + registers);
        List<String> command = java.command(
                ShiftProgram.class, desk.toString(), Long.toString(steps + 1), Long.toString(steps + Shift.LENGTH));
        long done;
        try (Life life = Life.begin(command)) {
            if (random.nextInt(START_EVERY) == 0) {
                life.goOnFor(random.nextInt(MICROS_OF_A_START));
            } else {
                int lines = 1 + random.nextInt(STEPS_OF_A_LIFE);
                while (lines > 0 && life.hear()) {
                    lines--;
                }
                life.goOnFor(random.nextInt(MICROS_AFTER_A_STEP));
            }
            life.kill();
            done = life.done(steps);
        }
        Examination.Found found = examination.look(desk, done, done + 1);
        trials.made("register " + desk.getFileName() + " after step " + done, found.wrong());
        if (found.wrong().isEmpty()) {
            steps = found.steps();
        } else {
            registers++; // the broken one is kept to be looked at
            steps = 0;
        }
    }
}
