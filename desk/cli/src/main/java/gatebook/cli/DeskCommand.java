package gatebook.cli;

import gatebook.app.DeskWindow;
import gatebook.app.desk.WindowOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
        SyncSettings settings = new SyncSettings(around.environment());
        @Nullable Ending objection = settings.objection();
        if (objection != null) {
            return objection;
        }
        Thread.ofVirtual().start(() -> {
            while (!around.stop().within(LOOK_EVERY)) {
                // The person still works.
            }
            DeskWindow.close();
        });
        DeskWindow.open(new WindowOptions(
                program.home(), settings.engine(), around.clock(), around.nanos(), around.ids(), around.random()));
        return new Ending.Done();
    }
}
