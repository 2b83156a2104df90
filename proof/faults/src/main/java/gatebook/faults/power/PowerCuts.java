package gatebook.faults.power;

import gatebook.faults.process.Figure;
import gatebook.faults.process.Folders;
import gatebook.faults.process.Order;
import gatebook.faults.process.Trials;
import gatebook.faults.shift.Examination;
import gatebook.faults.shift.QuickJava;
import gatebook.faults.shift.Rehearsal;
import gatebook.faults.shift.Shift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Cuts the power at random moments of a recorded shift, and opens what the disk may hold then. */
public final class PowerCuts {
    private static final String ACK = "ACK ";
    private static final int CUTS_OF_A_ROUND = 300;

    private final Path folder;
    private final Recording recording;
    private final Examination examination;

    private PowerCuts(Path folder, Recording recording, Examination examination) {
        this.folder = folder;
        this.recording = recording;
        this.examination = examination;
    }

    static Figure run(Order order, Honesty honesty) throws IOException, InterruptedException {
        Trials trials =
                new Trials(honesty == Honesty.HONEST ? "power cut" : "power cut, disk " + honesty, order.seed());
        Path home = order.folder().resolve("rehearsal");
        try (Rehearsal rehearsal = new Rehearsal(home)) {
            Recording recording = Recording.make(order.folder(), QuickJava.of(home));
            PowerCuts cuts = new PowerCuts(order.folder(), recording, new Examination(rehearsal));
            for (long round = 0; order.goesOn(trials); round++) {
                cuts.cut(honesty, order.seed() + round, Math.min(order.count(), CUTS_OF_A_ROUND), trials);
            }
        }
        return trials.figure();
    }

    /** The moments are sorted, so that the disk is rebuilt once. */
    private void cut(Honesty honesty, long seed, int count, Trials trials) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int[] moments =
                random.ints(count, 0, recording.calls().size() + 1).sorted().toArray();
        Disk disk = new Disk(honesty);
        int done = 0;
        int next = 0;
        for (int number = 0; number < count; number++) {
            for (; next < moments[number]; next++) {
                Call call = recording.calls().get(next);
                disk.carryOut(call);
                if (call instanceof Call.Told(String line) && line.startsWith(ACK)) {
                    done = Integer.parseInt(line.substring(ACK.length()));
                }
            }
            SplittableRandom own = new SplittableRandom(seed ^ (long) number << 32);
            open(
                    disk.afterCut(own),
                    done,
                    "seed " + seed + " cut " + number + " after call " + next + ", step " + done,
                    trials);
        }
    }

    private void open(Map<String, byte[]> files, int done, String trial, Trials trials) throws IOException {
        Path desk = folder.resolve("cut");
        Folders.delete(desk);
        Files.createDirectories(desk);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = desk.resolve(recording.home().relativize(Path.of(file.getKey())));
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        List<String> wrong = examination
                .look(desk, Shift.flushed(done), Math.min(done + 1, Shift.LENGTH))
                .wrong();
        trials.made(trial, wrong);
    }

    /** Words as {@link Order} takes them. Ends with 1 if a promise was broken. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Order order = Order.of(words);
        order.tell(run(order, Honesty.HONEST));
    }
}
