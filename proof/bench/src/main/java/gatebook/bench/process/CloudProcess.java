package gatebook.bench.process;

import gatebook.api.CloudServer;
import gatebook.api.RunningServer;
import gatebook.api.ServerOptions;
import gatebook.api.SiteAdministration;
import gatebook.bench.sample.Samples;
import gatebook.ledger.site.SiteId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.UUID;

/** The cloud as it is shipped, in a process of its own with its own PostgreSQL. */
public final class CloudProcess {
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    private CloudProcess() {}

    /** Serves until {@code orders} end: {@code site} founds one and answers its id, {@code code ID} lets a desk join. */
    public static void run(Path folder, BufferedReader orders, PrintStream answers) throws IOException {
        ServerOptions.Database database = new ServerOptions.Database.Own(folder);
        try (RunningServer server =
                        CloudServer.start(ServerOptions.of(0, database).withHost("127.0.0.1"));
                SiteAdministration administration = SiteAdministration.open(database)) {
            answers.println(server.baseUrl());
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                answers.println(
                        order.startsWith("code ")
                                ? code(administration, order.substring("code ".length()))
                                : administration.createSite("Bench", ZONE, Samples.CURRENCY));
            }
        }
    }

    private static String code(SiteAdministration administration, String site) {
        return administration
                .enrolmentCode(new SiteId(UUID.fromString(site)))
                .orElseThrow()
                .text();
    }
}
