package gatebook.cli;

import gatebook.store.backup.BackupResult;
import gatebook.store.exchange.Tally;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.query.RunItem;
import gatebook.store.query.SyncQueries;
import gatebook.sync.connectivity.Connection;
import gatebook.sync.service.Desk;
import gatebook.sync.service.SyncObserver;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.HttpCloud;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Syncs in the background until told to end: a line for each change of the connection and each run, backups by the hour. */
final class Watching {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration BACKUP_LOOK_EVERY = Duration.ofMinutes(1);

    private final OpenDesk desk;
    private final DeskProfile.Membership membership;
    private Tally total = Tally.NONE;
    private long lastTold;
    private String lastOutcome = "completed";
    private Instant nextBackupLook = Instant.MIN;

    Watching(OpenDesk desk, DeskProfile.Membership membership) {
        this.desk = desk;
        this.membership = membership;
    }

    Ending run() {
        return new SyncRights(desk).now(() -> {
            Surroundings around = desk.around();
            lastTold = newestRun();
            try (HttpCloud cloud = new CloudLine(around).of(desk.profile(), membership);
                    SyncService service = new SyncService(
                            Desk.of(desk.database(), around.ids(), around.clock(), around.nanos(), around.random()),
                            cloud,
                            new SyncSettings(around.environment()).engine(),
                            around.random())) {
                service.observe(new Telling());
                service.startWatching();
                say("syncing with " + membership.server() + " until ended");
                while (!around.stop().within(LOOK_EVERY)) {
                    tellRuns();
                    backUp();
                }
            }
            tellRuns();
            say("ended");
            RunAnswer answer = new RunAnswer(lastTold, total, lastOutcome);
            desk.voice().answer(answer::document, answer::words);
            return new OpenMatters(desk).ending();
        });
    }

    private long newestRun() {
        List<RunItem> runs = new SyncQueries(desk.database()).runs();
        return runs.isEmpty() ? 0 : runs.getFirst().id();
    }

    private void tellRuns() {
        for (RunItem run : new SyncQueries(desk.database()).runs().reversed()) {
            if (run.id() > lastTold && run.outcome() != null) {
                RunAnswer answer = RunsCommand.answer(run);
                say(answer.line());
                total = total.plus(answer.tally());
                lastTold = run.id();
                lastOutcome = answer.outcome();
            }
        }
    }

    private void backUp() {
        Instant now = desk.around().clock().instant();
        if (now.isBefore(nextBackupLook)) {
            return;
        }
        nextBackupLook = now.plus(BACKUP_LOOK_EVERY);
        switch (desk.register().backups().hourly(desk.register().home().register())) {
            case BackupResult.Made(var file, var _, var _) -> say("backup " + file.getFileName());
            case BackupResult.NoRoom(long needed, long free) ->
                say("warning: no room for a backup: " + needed + " bytes are needed, " + free + " are free");
            case BackupResult.Failed(List<String> findings) ->
                say("warning: the backup failed: " + String.join("; ", findings));
            case BackupResult.TargetTaken(var file) -> say("warning: the backup failed: " + file + " is taken");
            case BackupResult.NotDue(), BackupResult.Unchanged(var _) -> {
                // nothing that anybody would want to hear
            }
        }
    }

    private void say(String words) {
        desk.voice().aside(desk.clocks().show(desk.around().clock().instant()) + "  " + words);
    }

    /** Hands on what the engine says of the line. */
    private final class Telling implements SyncObserver {
        @Override
        public void connectionChanged(Connection now) {
            say((now.isOnline() ? "online" : "offline")
                    + (now.cause() == null ? "" : ": " + now.cause().text()));
        }

        @Override
        public void progressed(String message, double fraction) {
            // A line a run is enough.
        }

        @Override
        public void recordsChanged() {
            // told with the run
        }
    }
}
