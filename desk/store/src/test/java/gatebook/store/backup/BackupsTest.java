package gatebook.store.backup;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.TestDesk;
import gatebook.store.file.Register;
import gatebook.store.sqlite.FileConnection;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    @TempDir
    Path folder;

    private TestDesk desk;
    private Register register;

    @BeforeEach
    void aDeskAtWork() {
        desk = new TestDesk(folder.resolve("home"));
        register = desk.register();
        desk.enter(register, "1");
        desk.enter(register, "2");
    }

    @AfterEach
    void close() {
        register.close();
    }

    @Test
    void aBackupIsOneSoundFileThatHoldsWhatTheRegisterHeld() throws IOException {
        BackupResult.Made made = made(hourly());
        assertThat(made.holdings().entries()).isEqualTo(2);
        assertThat(made.holdings().unsent()).isEqualTo(2);
        assertThat(made.holdings().lastAudit()).isEqualTo(2);
        assertThat(Examined.examine(made.file())).isEqualTo(new Examined.Sound(made.holdings()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(desk.home().backups())) {
            assertThat(files).containsExactly(made.file());
        }
    }

    @Test
    void oneAnHourAndOnlyIfAnythingChanged() {
        BackupResult.Made first = made(hourly());
        desk.wait(Duration.ofMinutes(10));
        assertThat(hourly()).isEqualTo(new BackupResult.NotDue());
        desk.wait(Duration.ofMinutes(50));
        assertThat(hourly())
                .isInstanceOfSatisfying(
                        BackupResult.Unchanged.class,
                        same -> assertThat(same.newest().file()).isEqualTo(first.file()));
        desk.enter(register, "3");
        assertThat(made(hourly()).holdings().entries()).isEqualTo(3);
    }

    @Test
    void whatHasHadItsTimeIsDroppedOnlyAfterANewOneStands() {
        for (int hour = 0; hour < 40; hour++) {
            desk.enter(register, "H" + hour);
            made(hourly());
            desk.wait(Duration.ofHours(1));
        }
        assertThat(register.backups().list()).hasSizeLessThanOrEqualTo(24 + 2);
        assertThat(register.backups().newestGood()).isPresent();
    }

    @Test
    void p7ABackupMadeWhileVehiclesComeInIsOfOneMoment() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService gate = Executors.newSingleThreadExecutor()) {
            Future<?> writing = gate.submit(() -> {
                for (int at = 0; !enough.get(); at++) {
                    desk.enter(register, "W" + at);
                }
            });
            for (int round = 0; round < 10; round++) {
                Path target = folder.resolve("copy-" + round + ".db");
                BackupResult.Made made =
                        made(register.backups().copy(register.home().register(), target));
                try (FileConnection copy = FileConnection.readOnly(target)) {
                    assertThat(copy.quickCheck()).isEmpty();
                    assertThat(copy.number("SELECT count(*) FROM sync_queue"))
                            .isEqualTo(made.holdings().entries());
                    assertThat(copy.number("SELECT count(*) FROM audit_log"))
                            .isEqualTo(made.holdings().entries());
                }
            }
            enough.set(true);
            writing.get();
        }
    }

    @Test
    void neverReplacesWhatLiesAtItsTarget() throws IOException {
        Path target = Files.writeString(folder.resolve("precious.txt"), "precious");
        assertThat(register.backups().copy(register.home().register(), target))
                .isEqualTo(new BackupResult.TargetTaken(target));
        assertThat(target).hasContent("precious");
    }

    @Test
    void aDamagedRegisterMakesNoBackup() throws IOException {
        register.close();
        for (long page = 2; page < 40; page++) {
            try (RandomAccessFile file =
                    new RandomAccessFile(desk.home().register().toFile(), "rw")) {
                if (page * 4096 < file.length()) {
                    file.seek(page * 4096);
                    file.write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
                }
            }
        }
        Backups backups = new Backups(desk.home().backups(), desk.clock());
        assertThat(backups.hourly(desk.home().register())).isInstanceOf(BackupResult.Failed.class);
        assertThat(desk.home().backups()).isEmptyDirectory();
    }

    @Test
    void anInterruptedCopyNeverCountsAndIsSweptUpTheNextDay() throws IOException {
        Path left = Files.writeString(desk.home().backups().resolve("gatebook-1.unproven"), "half");
        Files.setLastModifiedTime(left, FileTime.from(desk.now().minus(Duration.ofDays(2))));
        Path underWay = Files.writeString(desk.home().backups().resolve("gatebook-2.unproven"), "half");
        Files.setLastModifiedTime(underWay, FileTime.from(desk.now()));
        assertThat(register.backups().list()).isEmpty();
        made(hourly());
        assertThat(left).doesNotExist();
        assertThat(underWay).exists();
    }

    private BackupResult hourly() {
        return register.backups().hourly(register.home().register());
    }

    private static BackupResult.Made made(BackupResult result) {
        assertThat(result).isInstanceOf(BackupResult.Made.class);
        return (BackupResult.Made) result;
    }
}
