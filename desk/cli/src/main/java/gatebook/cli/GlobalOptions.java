package gatebook.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The program as such, with the options that may stand before a command or after it. */
@CommandLine.Command(
        name = "gatebook",
        description = "The gate register of a truck yard: written here, kept offline, carried to the cloud and back.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        sortOptions = false)
final class GlobalOptions {
    @CommandLine.Option(
            names = "--home",
            paramLabel = "DIR",
            scope = CommandLine.ScopeType.INHERIT,
            description = "folder of the register (or GATEBOOK_HOME)")
    @Nullable
    Path home;

    @CommandLine.Option(
            names = "--json",
            scope = CommandLine.ScopeType.INHERIT,
            description = "one JSON document on stdout, words on stderr")
    boolean json;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "how this is called")
    boolean help;

    @CommandLine.Option(names = "--version", versionHelp = true, description = "which program this is")
    boolean version;
}
