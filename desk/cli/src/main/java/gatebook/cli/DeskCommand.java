package gatebook.cli;

import gatebook.app.DeskWindow;
import gatebook.app.desk.WindowOptions;
import gatebook.store.file.DeskHome;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;

/** Opens the window, and ends with it. */
@CommandLine.Command(name = "desk", description = "the window", sortOptions = false)
final class DeskCommand implements Command {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Program program;

    DeskCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        Surroundings around = program.around();
        Ending objection = new SyncSettings(around.environment()).objection();
        return objection == null ? open(program.home(), around) : objection;
    }

    /** Opens the window of the desk in this folder, and returns when it was closed or the process is told to end. */
    static Ending open(DeskHome home, Surroundings around) {
        Thread.ofVirtual().start(() -> {
            while (!around.stop().within(LOOK_EVERY)) {
                // The person still works.
            }
            DeskWindow.close();
        });
        Optional<String> fault = DeskWindow.open(new WindowOptions(
                home,
                new SyncSettings(around.environment()).engine(),
                around.clock(),
                around.nanos(),
                around.ids(),
                around.random()));
        return fault.<Ending>map(why -> new Ending.Failed("no window can be opened here: " + why))
                .orElseGet(Ending.Done::new);
    }
}
