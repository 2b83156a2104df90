package gatebook.cli;

import gatebook.store.file.DeskHome;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Function;

/** One call of the program: what surrounds it, and the options that all commands share. */
final class Program {
    private final Surroundings around;
    private final GlobalOptions options;

    Program(Surroundings around, GlobalOptions options) {
        this.around = around;
        this.options = options;
    }

    Surroundings around() {
        return around;
    }

    Voice voice() {
        return new Voice(around.out(), around.err(), options);
    }

    /** Where a command tells a story that is not the answer itself. */
    PrintStream wordsOut() {
        return options.json ? around.err() : around.out();
    }

    DeskHome home() {
        Path given = options.home;
        return new DeskHome(given == null ? folders().desk() : given);
    }

    HomeFolder folders() {
        return new HomeFolder(around.environment(), System.getProperties());
    }

    /** Does work at the open register, which is set up first if it never was; or says why it cannot be opened. */
    Ending atDesk(Function<OpenDesk, Ending> work) {
        return new DeskOpening(this).open(gatebook.store.file.Scrutiny.USUAL, work);
    }
}
