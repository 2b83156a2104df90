package gatebook.cli;

import gatebook.api.CloudServer;
import gatebook.api.RunningServer;
import gatebook.api.ServerNotStarted;
import gatebook.api.ServerOptions;
import gatebook.api.SiteAdministration;
import gatebook.rules.refusal.Refusal;
import gatebook.rules.yard.Yard;
import gatebook.store.file.DeskHome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Shows the whole program at work on this machine, checks what it shows, and leaves nothing running. */
@CommandLine.Command(name = "demo", description = "the main job from end to end, on this machine", sortOptions = false)
final class DemoCommand implements Command {
    private static final List<String> OLD_FILES = List.of("parking_data.json", "parking_data_v2.json");
    private static final String ONLY_HERE = "127.0.0.1";

    private final Program program;

    @Option(names = "--dir", paramLabel = "DIR", description = "where to work, and to leave what came of it")
    private @Nullable Path dir;

    @Option(names = "--window", description = "opens the first desk's window at the end, while the cloud still runs")
    private boolean window;

    private @Nullable Path folder;

    DemoCommand(Program program) {
        this.program = program;
    }

    @Override
    public Optional<Path> logFolder() {
        return Optional.of(folder());
    }

    @Override
    public Ending run() {
        long begun = program.around().nanos().getAsLong();
        DemoChecks checks = new DemoChecks(program.wordsOut());
        try {
            story(checks);
        } catch (ServerNotStarted notStarted) {
            return new Ending.Refused(Refusal.SERVER_FAILED, String.valueOf(notStarted.getMessage()));
        } catch (IOException e) {
            checks.that("the demo came to its end: " + e.getMessage(), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            checks.that("the demo came to its end", false);
        } finally {
            clear(checks);
        }
        Duration took = Duration.ofNanos(program.around().nanos().getAsLong() - begun);
        return ending(checks, took);
    }

    private Ending ending(DemoChecks checks, Duration took) {
        int all = checks.held() + checks.broken();
        program.voice()
                .answer(
                        out -> out.object(() -> out.field("checks", all)
                                .field("held", checks.held())
                                .field("milliseconds", took.toMillis())),
                        out -> {
                            out.println();
                            out.println(checks.held() + " of " + all + " checks held, in " + took.toSeconds() + " s.");
                        });
        return checks.broken() == 0
                ? new Ending.Done()
                : new Ending.Failed(checks.broken() + " of " + all + " checks did not hold");
    }

    private void story(DemoChecks checks) throws IOException, InterruptedException {
        ServerOptions.Database database = new ServerOptions.Database.Own(folder().resolve("cloud"));
        checks.step("A cloud of its own starts, with its own PostgreSQL, in " + folder());
        try (RunningServer server =
                        CloudServer.start(ServerOptions.of(0, database).withHost(ONLY_HERE));
                CuttableLine line = new CuttableLine(server.port())) {
            List<String> codes = site(database);
            checks.say("a site is set up, and a code given out for each of two desks");
            DemoDesk a = new DemoDesk("A", folder().resolve("desk-a"), program.around());
            DemoDesk b = new DemoDesk("B", folder().resolve("desk-b"), program.around());
            new DemoStory(checks, List.of(a, b), line, server.baseUrl(), program.around()).tell(unpack(), codes);
            if (window) {
                checks.say("the window of desk A opens; the demo ends with it");
                checks.that(
                        "it was opened and closed",
                        DeskCommand.open(new DeskHome(folder().resolve("desk-a")), program.around())
                                instanceof Ending.Done);
            }
        }
    }

    private static List<String> site(ServerOptions.Database database) {
        Yard yard = Yard.first();
        try (SiteAdministration office = SiteAdministration.open(database)) {
            SiteAdministration.Site site = office.setUp("Demo Yard", yard.zone(), yard.currency());
            return Stream.of(office.joiningCode(site), office.joiningCode(site))
                    .map(Optional::orElseThrow)
                    .map(code -> code.text())
                    .toList();
        }
    }

    private List<Path> unpack() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : OLD_FILES) {
            Path file = folder().resolve(name);
            try (InputStream packed = DemoCommand.class.getResourceAsStream("demo/" + name)) {
                Files.write(file, Objects.requireNonNull(packed, name).readAllBytes());
            }
            files.add(file);
        }
        return files;
    }

    private Path folder() {
        Path known = folder;
        if (known == null) {
            try {
                known = dir == null ? Files.createTempDirectory("gatebook-demo-") : Files.createDirectories(dir);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            folder = known;
        }
        return known;
    }

    private void clear(DemoChecks checks) {
        if (dir != null) {
            checks.say("what came of it lies in " + folder());
            return;
        }
        try (Stream<Path> all = Files.walk(folder())) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            checks.that("the temporary folder was removed: " + e.getMessage(), false);
        }
    }
}
