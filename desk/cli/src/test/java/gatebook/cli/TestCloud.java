package gatebook.cli;

import gatebook.api.ServerOptions;
import gatebook.api.SiteAdministration;
import gatebook.rules.yard.Yard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** One real cloud for all tests of a JVM, started by the command that people use; a site of its own for each test. */
final class TestCloud {
    private static final TestCloud ONLY = new TestCloud();

    private final TestHome operator;
    private final Path data;
    private final String url;
    private final SiteAdministration office;

    private TestCloud() {
        try {
            Path folder = Files.createTempDirectory("gatebook-cli-test-");
            data = folder.resolve("cloud");
            operator = TestHome.now(folder.resolve("operator"));
            StopSignal stop = new StopSignal();
            Started started = Started.of(operator, stop, "server", "--port", "0", "--data", data.toString(), "--json");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder, stop, started.ended())));
            TestHome.until(
                    "the cloud is up",
                    () -> started.out().contains("}") || started.ended().isDone());
            url = Json.object(up(started)).get("url").toString();
            office = SiteAdministration.open(new ServerOptions.Database.Own(data));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String up(Started started) {
        if (started.ended().isDone()) {
            throw new AssertionError("the cloud did not start: " + started.err());
        }
        return started.out();
    }

    static TestCloud running() {
        return ONLY;
    }

    String url() {
        return url;
    }

    Path data() {
        return data;
    }

    TestHome operator() {
        return operator;
    }

    /** A new yard; its id. */
    String site() {
        return operator.run("server", "create-site", "Test Yard", "--data", data.toString())
                .text("site_id");
    }

    String code(String site) {
        return operator.run("server", "--data", data.toString(), "enrolment-code", site)
                .text("code");
    }

    /** A new yard, without the words of a command. */
    SiteAdministration.Site yard() {
        Yard yard = Yard.first();
        return office.setUp("Test Yard", yard.zone(), yard.currency());
    }

    /** Enrolment codes of a yard, without the words of a command for each. */
    Iterator<String> codes(SiteAdministration.Site site) {
        return Stream.generate(() -> office.joiningCode(site).orElseThrow().text())
                .iterator();
    }

    /** A desk that has joined a site, through a line of the test's own if it has one. */
    TestHome desk(Path folder, String site, String address) {
        TestHome desk = TestHome.now(folder);
        TestHome.Said said = desk.json("enrol", "--server", address, "--code", code(site));
        if (said.code() != 0) {
            throw new AssertionError(said.err());
        }
        return desk;
    }

    private void end(Path folder, StopSignal stop, CompletableFuture<Integer> ended) {
        office.close();
        stop.ask();
        ended.join();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (java.io.IOException left) {
            System.err.println("left behind: " + left.getMessage());
        }
    }
}
