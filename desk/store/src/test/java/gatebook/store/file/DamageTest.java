package gatebook.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.Child;
import gatebook.store.TestDesk;
import gatebook.store.backup.Backup;
import gatebook.store.backup.BackupResult;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamageTest {
    private static final int PAGE_BYTES = 4096;

    @TempDir
    Path folder;

    private TestDesk desk;
    private Path register;

    @BeforeEach
    void aDeskThatHasWorked() {
        desk = new TestDesk(folder.resolve("home"));
        String[] plates = new String[60];
        for (int at = 0; at < plates.length; at++) {
            plates[at] = "MH12AB" + (1_000 + at);
        }
        desk.work(plates);
        register = desk.home().register();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            a garbage header, 0, 64
            a garbage schema page, 100, 900
            a garbage start of the file, 0, 4096
            """)
    void aDamagedFileIsMovedAsideAndNotOverwritten(String label, int from, int bytes) throws IOException {
        garble(from, bytes);
        byte[] damaged = Files.readAllBytes(register);
        assertThat(desk.open()).as(label).isInstanceOfSatisfying(Opening.Damaged.class, found -> {
            assertThat(found.findings()).isNotEmpty();
            assertThat(found.newestGood()).isNull();
            assertThat(found.movedTo().resolve("gatebook.db")).hasBinaryContent(damaged);
        });
        assertThat(desk.open()).as("and nothing begins anew").isInstanceOf(Opening.Missing.class);
    }

    @Test
    void aThoroughLookFindsDamageOnAnyTreePage() throws IOException {
        long pages = Files.size(register) / PAGE_BYTES;
        for (long page = 2; page <= pages; page += 7) {
            byte[] sound = Files.readAllBytes(register);
            garble((page - 1) * PAGE_BYTES, 16);
            assertThat(desk.file().open(Scrutiny.THOROUGH)).as("page " + page).isInstanceOf(Opening.Damaged.class);
            Files.write(register, sound);
        }
        assertThat(desk.file().open(Scrutiny.THOROUGH))
                .isInstanceOfSatisfying(
                        Opening.Opened.class, opened -> opened.register().close());
    }

    @Test
    void aFileCutShortIsFoundAtAnyStart() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(register.toFile(), "rw")) {
            file.setLength(file.length() - 3 * PAGE_BYTES - 100);
        }
        assertThat(desk.open())
                .isInstanceOfSatisfying(
                        Opening.Damaged.class,
                        found -> assertThat(found.findings())
                                .singleElement()
                                .asString()
                                .contains("should have"));
    }

    @Test
    void aFileCutToNothingIsMissedAndNotBegunAnew() throws IOException {
        Files.write(register, new byte[0]);
        assertThat(desk.open()).isInstanceOf(Opening.Missing.class);
        assertThat(register).isEmptyFile();
    }

    @Test
    void theNewestBackupThatIsSoundIsOffered() throws IOException {
        Path sound = backup();
        desk.wait(java.time.Duration.ofHours(2));
        desk.work("5678");
        Path unsound = backup();
        try (RandomAccessFile file = new RandomAccessFile(unsound.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        garble(0, 64);
        assertThat(desk.open())
                .isInstanceOfSatisfying(
                        Opening.Damaged.class,
                        found -> assertThat(found.newestGood())
                                .extracting(Backup::file)
                                .isEqualTo(sound));
    }

    @Test
    void theLogIsMovedAsideWithItsFile() throws Exception {
        try (Child child =
                Child.start(RegisterFileTest.MoreWriting.class, desk.home().folder())) {
            assertThat(child.line()).isEqualTo("written");
            child.kill();
        }
        byte[] log = Files.readAllBytes(desk.home().log());
        for (long page = 2; page < 40; page++) {
            garble((page - 1) * PAGE_BYTES, 16);
        }
        assertThat(desk.open()).isInstanceOfSatisfying(Opening.Damaged.class, found -> {
            assertThat(found.movedTo().resolve("gatebook.db")).exists();
            assertThat(found.movedTo().resolve("gatebook.db-wal")).hasBinaryContent(log);
        });
        assertThat(desk.home().log()).doesNotExist();
        assertThat(desk.home().logIndex()).doesNotExist();
    }

    @Test
    void aDamagedFileInUseIsNotMovedUnderItsUser() throws Exception {
        try (Child child = Child.start(LockTest.Holding.class, desk.home().folder())) {
            assertThat(child.line()).isEqualTo("open");
            garble(2 * PAGE_BYTES, 16);
            assertThat(desk.file().open(Scrutiny.THOROUGH))
                    .isInstanceOfSatisfying(
                            Opening.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Opening.Reason.DAMAGED_IN_USE));
            assertThat(register).exists();
        }
    }

    private void garble(long from, int bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(register.toFile(), "rw")) {
            file.seek(from);
            file.write("ruined! ".repeat(bytes / 8).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Path backup() {
        try (Register open = desk.register()) {
            return ((BackupResult.Made) open.backups().hourly(register)).file();
        }
    }
}
