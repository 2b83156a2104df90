package gatebook.store.file;

import gatebook.rules.entry.IdSource;
import gatebook.store.backup.Backup;
import gatebook.store.backup.BackupResult;
import gatebook.store.backup.Backups;
import gatebook.store.migration.Migrated;
import gatebook.store.migration.Migrator;
import gatebook.store.migration.SchemaVersion;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Disk;
import gatebook.store.sqlite.FileConnection;
import gatebook.store.sqlite.StoreFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One opening. In short: is the place fit, is anything suspicious about the file, then look closer, then bring it to this
 * program's shape, then open it. Whatever moves or migrates the file happens while nobody else has it open.
 */
final class OpeningRegister {
    /** Reading more than this would keep the gate waiting; about half a second's worth. */
    private static final long BYTES_READ_AT_START_MAX = 256L << 20;

    private final DeskHome home;
    private final Clock clock;
    private final IdSource ids;
    private final Scrutiny scrutiny;
    private final Disk disk;
    private final Migrator migrator = new Migrator();
    private final Backups backups;
    private final List<Notice> notices = new ArrayList<>();

    OpeningRegister(DeskHome home, Clock clock, IdSource ids, Scrutiny scrutiny, Disk disk) {
        this.home = home;
        this.clock = clock;
        this.ids = ids;
        this.scrutiny = scrutiny;
        this.disk = disk;
        this.backups = new Backups(home.backups(), clock);
    }

    Opening open() throws IOException {
        Files.createDirectories(home.folder());
        Optional<Opening.Refused> objection = Place.objection(home);
        if (objection.isPresent()) {
            return objection.get();
        }
        home.prepare();
        if (isOrdinary()) {
            Optional<OsLock> shared = Presence.shared(home);
            if (shared.isEmpty()) {
                return busy();
            }
            return connect(shared.get());
        }
        return openWithCare();
    }

    /** A whole file of this program's shape that was closed properly, or that this process has open already. */
    private boolean isOrdinary() throws IOException {
        if (scrutiny == Scrutiny.THOROUGH || !Files.exists(home.register())) {
            return false;
        }
        if (OsLock.isHeldHere(home.presenceLock())) {
            return true;
        }
        if (hasLog()) {
            return false;
        }
        FileHead head = FileHead.read(home.register());
        return head.isSqlite()
                && !head.isCutShort()
                && head.applicationId() == Migrator.APPLICATION_ID
                && head.userVersion() == migrator.known().number();
    }

    private Opening openWithCare() throws IOException {
        Optional<OsLock> taken = Presence.aloneIfPossible(home);
        if (taken.isEmpty()) {
            return busy();
        }
        OsLock lock = taken.get();
        Optional<Opening> obstacle;
        boolean done = false;
        try {
            obstacle = obstacle(lock.isAlone());
            done = true;
        } finally {
            if (!done) {
                lock.close();
            }
        }
        if (obstacle.isPresent()) {
            lock.close();
            return obstacle.get();
        }
        if (!lock.isAlone()) {
            return connect(lock);
        }
        lock.close();
        Optional<OsLock> shared = Presence.shared(home);
        return shared.isPresent() ? connect(shared.get()) : busy();
    }

    /** What stands against opening the file; empty once it is there, sound, and of this program's shape. */
    private Optional<Opening> obstacle(boolean alone) throws IOException {
        if (!Files.exists(home.register()) || Files.size(home.register()) == 0 && !hasLog()) {
            List<Path> traces = home.traces();
            if (!traces.isEmpty()) {
                return Optional.of(new Opening.Missing(traces, newestGood()));
            }
            if (!alone) {
                return Optional.of(busy());
            }
            home.createRegister();
            notices.add(new Notice.Created());
            return migrate(alone);
        }
        if (alone && !hasLog()) {
            FileHead head = FileHead.read(home.register());
            if (!head.isSqlite()) {
                return Optional.of(damaged(alone, List.of("it does not begin as SQLite files do")));
            }
            if (head.userVersion() > migrator.known().number()) {
                return Optional.of(new Opening.Newer(new SchemaVersion(head.userVersion()), migrator.known()));
            }
            if (head.isCutShort()) {
                return Optional.of(damaged(alone, List.of(cutShort(head))));
            }
        }
        List<String> findings = findings(alone);
        return findings.isEmpty() ? migrate(alone) : Optional.of(damaged(alone, findings));
    }

    private static String cutShort(FileHead head) {
        return String.format(Locale.ROOT, "it has %d bytes and should have %d", head.bytes(), head.bytesTold());
    }

    /** Reads every page where there is cause to. */
    private List<String> findings(boolean alone) throws IOException {
        boolean unclean = alone && hasLog();
        if (!unclean && scrutiny == Scrutiny.USUAL) {
            return List.of();
        }
        boolean halfDone = alone && home.hasJournal();
        if (scrutiny == Scrutiny.USUAL && !halfDone && Files.size(home.register()) > BYTES_READ_AT_START_MAX) {
            notices.add(new Notice.UncleanEnd(Notice.Pages.STILL_TO_READ));
            return List.of();
        }
        // A transaction that was cut off is taken back by the first who reads, and who only reads may not.
        try (FileConnection file =
                halfDone ? FileConnection.writable(home.register()) : FileConnection.readOnly(home.register())) {
            List<String> findings = file.quickCheck();
            if (unclean && findings.isEmpty()) {
                notices.add(new Notice.UncleanEnd(Notice.Pages.READ));
            }
            return findings;
        } catch (StoreFault fault) {
            if (fault.kind() != StoreFault.Cause.DAMAGED) {
                throw fault;
            }
            return List.of(String.valueOf(fault.getMessage()));
        }
    }

    private Optional<Opening> migrate(boolean alone) throws IOException {
        DeskHome.restrictFile(home.register());
        Migrated plan;
        try (FileConnection file = FileConnection.readOnly(home.register())) {
            plan = migrator.plan(file);
        }
        return switch (plan) {
            case Migrated.Current current -> Optional.empty();
            case Migrated.Foreign foreign ->
                Optional.of(new Opening.Refused(
                        Opening.Reason.NOT_A_REGISTER, home.register() + " belongs to another program"));
            case Migrated.TooNew(SchemaVersion found, SchemaVersion known) ->
                Optional.of(new Opening.Newer(found, known));
            // An older program that has it open would go on writing by the old shape.
            case Migrated.Moved moved when !alone -> Optional.of(busy());
            case Migrated.Moved(SchemaVersion from, SchemaVersion to) -> move(from, to);
        };
    }

    private Optional<Opening> move(SchemaVersion from, SchemaVersion to) {
        if (from.equals(SchemaVersion.NONE)) {
            takeSteps();
            return Optional.empty();
        }
        BackupResult copy = backups.make(home.register(), Backup.Occasion.BEFORE_MIGRATION);
        if (!(copy instanceof BackupResult.Made made)) {
            return Optional.of(new Opening.Refused(
                    Opening.Reason.NO_COPY, "the file was to be copied before its shape is changed: " + copy));
        }
        takeSteps();
        notices.add(new Notice.Migrated(from, to, made.file()));
        return Optional.empty();
    }

    private void takeSteps() {
        try (FileConnection file = FileConnection.writable(home.register())) {
            migrator.migrate(file);
        }
    }

    private Opening connect(OsLock presence) throws IOException {
        boolean opened = false;
        try {
            Opening opening = connected(presence);
            opened = opening instanceof Opening.Opened;
            return opening;
        } finally {
            if (!opened) {
                presence.close();
            }
        }
    }

    private Opening connected(OsLock presence) throws IOException {
        Database database = Database.open(home.register(), disk);
        boolean opened = false;
        try {
            Optional<Opening.Refused> tooOld = SqliteVersion.objection(database);
            if (tooOld.isPresent()) {
                return tooOld.get();
            }
            notices.addAll(new SettingUp(home, clock, ids).carryOut(database));
            opened = true;
            return new Opening.Opened(new Register(home, database, notices, clock, presence));
        } finally {
            if (!opened) {
                database.close();
            }
        }
    }

    private Opening damaged(boolean alone, List<String> findings) throws IOException {
        if (!alone) {
            return new Opening.Refused(
                    Opening.Reason.DAMAGED_IN_USE,
                    home.register() + " is damaged and in use; end the other programs first. " + findings);
        }
        Path movedTo = Aside.move(home, clock.instant());
        return new Opening.Damaged(findings, movedTo, newestGood());
    }

    private @Nullable Backup newestGood() {
        return backups.newestGood().orElse(null);
    }

    private boolean hasLog() throws IOException {
        return home.hasLog();
    }

    private Opening busy() {
        return new Opening.Refused(
                Opening.Reason.BUSY,
                home.register() + " is being checked, migrated or replaced, or must be; try again");
    }
}
