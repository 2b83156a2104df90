package gatebook.faults.outage;

import gatebook.cli.Gatebook;
import gatebook.faults.process.Figure;
import gatebook.faults.process.Order;
import gatebook.faults.process.Trials;
import gatebook.faults.shift.QuickJava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Kills the server, its PostgreSQL or both while desks send, so many times, with each way of keeping records in turn. */
public final class CloudKills {
    /** Kills of one way before the other has its turn. */
    private static final int IN_A_ROW = 50;

    private CloudKills() {}

    static Figure run(Order order, List<String> java) throws IOException, InterruptedException {
        Trials trials = new Trials("cloud killed", order.seed());
        SplittableRandom random = new SplittableRandom(order.seed());
        int exactly = 0;
        for (int turn = 0; order.goesOn(trials); turn++) {
            Keeping keeping = turn % 2 == 0 ? Keeping.OWN : Keeping.GIVEN;
            Path folder = order.folder().resolve("cloud-" + turn);
            try (Outages outages = new Outages(AttackedCloud.start(folder, keeping, java), folder, random.split())) {
                for (int kill = 0; kill < IN_A_ROW && order.goesOn(trials); kill++) {
                    outages.make(trials);
                }
                trials.found("records " + keeping, outages.endOfYard());
                exactly += outages.betweenCommitAndAnswer();
            }
        }
        System.err.println(exactly + " of them exactly between a commit and its answer");
        return trials.figure();
    }

    /** The shipped program, as it is started without any preparation. */
    static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Gatebook.class.getName());
    }

    /** Words as {@link Order} takes them. Ends with 1 if a promise was broken. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Order order = Order.of(words);
        QuickJava java =
                QuickJava.ofServer(Files.createDirectories(order.folder().resolve("java")));
        order.tell(run(order, java.command(Gatebook.class)));
        System.exit(0); // threads of the JDK's HTTP client may outlive their owners for a while
    }
}
