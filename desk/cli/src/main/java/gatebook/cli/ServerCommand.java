package gatebook.cli;

import gatebook.api.CloudServer;
import gatebook.api.RunningServer;
import gatebook.api.ServerNotStarted;
import gatebook.api.ServerOptions;
import gatebook.api.SiteAdministration;
import gatebook.rules.entry.EntryId;
import gatebook.rules.refusal.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Runs the cloud in the foreground. */
@CommandLine.Command(
        name = "server",
        description = "runs the cloud: the HTTP API over a PostgreSQL",
        synopsisSubcommandLabel = "[COMMAND]",
        sortOptions = false)
final class ServerCommand implements Command {
    private static final int PORT = 8080;
    private static final int PORT_MAX = 65_535;
    private static final Duration LOOK_EVERY = Duration.ofHours(1);

    private final Program program;

    @Option(names = "--port", paramLabel = "N", description = "port to listen on (8080; 0 for a free one)")
    private int port = PORT;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "address to listen on (all of this machine)")
    private String host = ServerOptions.ALL_ADDRESSES;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "folder of a PostgreSQL that the program runs itself")
    private @Nullable Path data;

    @Option(
            names = "--database-url",
            paramLabel = "JDBC-URL",
            scope = ScopeType.INHERIT,
            description = "a PostgreSQL that somebody runs: jdbc:postgresql://…")
    private @Nullable String databaseUrl;

    ServerCommand(Program program) {
        this.program = program;
    }

    Program program() {
        return program;
    }

    /** Where the records of this cloud are; the folder of this user if nobody says. */
    ServerOptions.Database database() {
        if (databaseUrl != null) {
            return new ServerOptions.Database.Given(databaseUrl);
        }
        Path folder = data == null ? program.folders().cloud() : data;
        return new ServerOptions.Database.Own(folder.toAbsolutePath());
    }

    /** Why the options make no sense together; null if they do. */
    @Nullable
    Ending objection() {
        return data != null && databaseUrl != null
                ? new Ending.WrongUsage("--data and --database-url do not go together")
                : null;
    }

    /** Does an operator's work for a site of this cloud, whether or not the server runs. */
    Ending atSite(String typed, BiFunction<SiteAdministration, SiteAdministration.Site, Optional<Ending>> work) {
        Ending objection = objection();
        if (objection != null) {
            return objection;
        }
        // Ids of sites are written like those of entries.
        Optional<SiteAdministration.Site> site =
                EntryId.parse(typed.strip()).map(parsed -> new SiteAdministration.Site(parsed.value()));
        if (site.isEmpty()) {
            return new Ending.Refused(Refusal.NO_SUCH_SITE, Shown.brief(typed) + " is no site_id");
        }
        try (SiteAdministration office = SiteAdministration.open(database())) {
            return work.apply(office, site.get())
                    .orElseGet(() -> new Ending.Refused(Refusal.NO_SUCH_SITE, "there is no site " + typed));
        } catch (ServerNotStarted closed) {
            return new Ending.Refused(Refusal.SERVER_FAILED, String.valueOf(closed.getMessage()));
        }
    }

    @Override
    public Optional<Path> logFolder() {
        return Optional.of(
                databaseUrl == null && data != null ? data : program.folders().cloud());
    }

    @Override
    public Ending run() {
        Ending objection = objection();
        if (objection != null) {
            return objection;
        }
        if (port < 0 || port > PORT_MAX) {
            return new Ending.WrongUsage("--port is a number from 0 to " + PORT_MAX);
        }
        try (RunningServer server =
                CloudServer.start(ServerOptions.of(port, database()).withHost(host))) {
            program.voice().aside("the cloud is up: " + server.baseUrl());
            program.voice()
                    .ifJson(out ->
                            out.object(() -> out.field("url", server.baseUrl().toString())));
            while (!program.around().stop().within(LOOK_EVERY)) {
                // The server works by itself; this thread only waits for the end.
            }
            program.voice().aside("the cloud stops");
            return new Ending.Done();
        } catch (ServerNotStarted notStarted) {
            return new Ending.Refused(Refusal.SERVER_FAILED, String.valueOf(notStarted.getMessage()));
        }
    }
}
