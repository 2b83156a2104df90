package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.metadata.DeskProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Brings this desk and the cloud together. */
@CommandLine.Command(name = "sync", description = "sends what waits and fetches what is new", sortOptions = false)
final class SyncCommand implements Command {
    private final Program program;

    @Option(names = "--full", description = "everything, also what waits for a retry")
    private boolean full;

    @Option(names = "--entry", paramLabel = "UUID", description = "the operations of one entry")
    private @Nullable String entry;

    @Option(names = "--dry-run", description = "says what would happen, and changes nothing on either side")
    private boolean dryRun;

    @Option(names = "--watch", description = "stays and syncs in the background until ended")
    private boolean watch;

    SyncCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        int modes = (full ? 1 : 0) + (entry == null ? 0 : 1) + (dryRun ? 1 : 0) + (watch ? 1 : 0);
        if (modes > 1) {
            return new Ending.WrongUsage("only one of --full, --entry, --dry-run and --watch");
        }
        Ending objection = new SyncSettings(program.around().environment()).objection();
        if (objection != null) {
            return objection;
        }
        return watch
                ? new DeskOpening(program).open(gatebook.store.file.Scrutiny.THOROUGH, this::sync)
                : program.atDesk(this::sync);
    }

    private Ending sync(OpenDesk desk) {
        DeskProfile.Membership membership = desk.profile().membership();
        if (membership == null) {
            return new Ending.Refused(Refusal.NOT_ENROLLED, "this desk has not joined a site");
        }
        if (watch) {
            return new Watching(desk, membership).run();
        }
        return dryRun ? new RehearsedRun(desk, membership).run() : ordered(desk, membership);
    }

    private Ending ordered(OpenDesk desk, DeskProfile.Membership membership) {
        OrderedRun run = new OrderedRun(desk, membership);
        if (entry != null) {
            return new EntryLookup(desk).one(entry, row -> run.one(row.entry().id()));
        }
        return full ? run.full() : run.cycle();
    }
}
