package gatebook.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.Child;
import gatebook.store.TestDesk;
import gatebook.store.backup.Backup;
import gatebook.store.backup.BackupResult;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.migration.SchemaVersion;
import gatebook.store.sqlite.FileConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterFileTest {
    @TempDir
    Path folder;

    private TestDesk desk;

    @BeforeEach
    void aDesk() {
        desk = new TestDesk(folder.resolve("home"));
    }

    @Test
    void makesARegisterWhereThereNeverWasOne() {
        try (Register register = desk.register()) {
            assertThat(register.notices()).containsExactly(new Notice.Created());
            assertThat(register.database().read(DeskProfile::find)).isPresent();
            assertThat(incarnation(register)).isPresent();
        }
        try (Register register = desk.register()) {
            assertThat(register.notices()).isEmpty();
        }
    }

    @Test
    void onlyTheOwnerCanReadWhatLiesThere() throws IOException {
        try (Register register = desk.register()) {
            desk.enter(register, "MH12AB1234");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(register.home().folder())))
                    .isEqualTo("rwx------");
            for (Path file : List.of(register.home().register(), register.home().log())) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void leavesAFileOfANewerProgramUntouchedByteForByte() throws IOException {
        desk.work("1234");
        try (FileConnection file = FileConnection.writable(desk.home().register())) {
            file.run("PRAGMA user_version = 4711");
        }
        byte[] before = Files.readAllBytes(desk.home().register());
        List<String> beside = names();
        assertThat(desk.open())
                .isInstanceOfSatisfying(
                        Opening.Newer.class, newer -> assertThat(newer.found()).isEqualTo(new SchemaVersion(4711)));
        assertThat(Files.readAllBytes(desk.home().register())).isEqualTo(before);
        assertThat(names()).isEqualTo(beside);
    }

    @Test
    void leavesANewerFileUntouchedThoughItsVersionIsInTheLogOnly() throws Exception {
        desk.work("1234");
        try (Child child = Child.start(Newer.class, desk.home().register())) {
            assertThat(child.line()).isEqualTo("written");
            child.kill();
        }
        byte[] before = Files.readAllBytes(desk.home().register());
        byte[] log = Files.readAllBytes(desk.home().log());
        assertThat(desk.open()).isInstanceOf(Opening.Newer.class);
        assertThat(Files.readAllBytes(desk.home().register())).isEqualTo(before);
        assertThat(Files.readAllBytes(desk.home().log())).isEqualTo(log);
    }

    /** The child of the test above. */
    static final class Newer {
        public static void main(String[] args) throws IOException {
            FileConnection file = FileConnection.writable(Path.of(args[0]));
            file.run("PRAGMA user_version = 4711");
            System.out.println("written");
            System.in.read();
        }
    }

    @Test
    void refusesAnotherProgramsDatabaseAndLeavesItAlone() throws IOException {
        Files.createDirectories(desk.home().folder());
        Files.createFile(desk.home().register());
        try (FileConnection file = FileConnection.writable(desk.home().register())) {
            file.run("CREATE TABLE photos (id INTEGER)");
        }
        byte[] before = Files.readAllBytes(desk.home().register());
        assertThat(desk.open()).isEqualTo(refusal(desk.open(), Opening.Reason.NOT_A_REGISTER));
        assertThat(Files.readAllBytes(desk.home().register())).isEqualTo(before);
    }

    @Test
    void refusesALinkToTheRegister() throws IOException {
        desk.work("1234");
        Path elsewhere = Files.move(desk.home().register(), folder.resolve("elsewhere.db"));
        Files.createSymbolicLink(desk.home().register(), elsewhere);
        Opening symbolic = desk.open();
        assertThat(symbolic).isEqualTo(refusal(symbolic, Opening.Reason.LINKED));
        Files.delete(desk.home().register());
        Files.createLink(desk.home().register(), elsewhere);
        Opening hard = desk.open();
        assertThat(hard).isEqualTo(refusal(hard, Opening.Reason.LINKED));
    }

    @Test
    void afterAKilledProcessEveryPageIsReadAndNothingIsMissing() throws Exception {
        try (Child child = Child.start(Writing.class, desk.home().folder())) {
            assertThat(child.line()).isEqualTo("written");
            child.kill();
        }
        assertThat(desk.home().log()).isNotEmptyFile();
        try (Register register = desk.register()) {
            assertThat(register.notices()).containsExactly(new Notice.UncleanEnd(Notice.Pages.READ));
            assertThat(entries(register)).isEqualTo(3);
        }
        assertThat(desk.home().log()).doesNotExist();
    }

    /** The child of the test above. */
    static final class Writing {
        public static void main(String[] args) throws IOException {
            TestDesk desk = new TestDesk(Path.of(args[0]));
            Register register = desk.register();
            desk.enter(register, "1");
            desk.enter(register, "2");
            desk.enter(register, "3");
            System.out.println("written");
            System.in.read();
        }
    }

    @Test
    void fA4ARegisterWhoseMakingWasCutOffIsMadeAllTheSame() throws IOException {
        desk.home().prepare();
        Path making = folder.resolve("making.db");
        Files.createFile(making);
        try (FileConnection file = FileConnection.writable(making)) {
            file.run("PRAGMA cache_size = 1");
            file.run("BEGIN IMMEDIATE");
            file.run("CREATE TABLE half_done (content BLOB); INSERT INTO half_done VALUES (zeroblob(1000000))");
            Files.copy(making, desk.home().register());
            Files.copy(Path.of(making + "-journal"), desk.home().journal());
        }
        assertThat(Files.size(desk.home().journal())).isPositive();
        desk.work("1234");
        assertThat(desk.home().journal()).doesNotExist();
    }

    @Test
    void fA2ARegisterWhoseMakingHadJustBegunIsMadeAllTheSame() throws IOException {
        desk.home().prepare();
        desk.home().createRegister();
        Files.createFile(desk.home().journal());
        desk.work("1234");
    }

    @Test
    void aRegisterRemovedIsMissedAndNotSilentlyBegunAnew() throws IOException {
        desk.work("1234");
        Path backup = backup();
        Files.delete(desk.home().register());
        assertThat(desk.open()).isInstanceOfSatisfying(Opening.Missing.class, missing -> {
            assertThat(missing.traces()).contains(desk.home().counters(), backup);
            assertThat(missing.newestGood()).extracting(Backup::file).isEqualTo(backup);
        });
        assertThat(desk.home().register()).doesNotExist();
    }

    @Test
    void aLogWithoutItsRegisterIsMissedToo() throws Exception {
        try (Child child = Child.start(Writing.class, desk.home().folder())) {
            assertThat(child.line()).isEqualTo("written");
            child.kill();
        }
        Files.delete(desk.home().register());
        Files.delete(desk.home().counters());
        assertThat(desk.open())
                .isInstanceOfSatisfying(
                        Opening.Missing.class,
                        missing -> assertThat(missing.traces())
                                .containsExactly(desk.home().log()));
    }

    @Test
    void aPersonMayBeginAnewAndWhatWasLeftIsKept() throws IOException {
        desk.work("1234");
        Path backup = backup();
        Files.delete(desk.home().register());
        Opening opening = desk.file().startAnew();
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        try (Register register = ((Opening.Opened) opening).register()) {
            assertThat(entries(register)).isZero();
        }
        assertThat(backup).exists();
        assertThat(names()).anyMatch(name -> name.matches("aside/.*/counters"));
        desk.work("5678");
    }

    @Test
    void anOlderCopyInItsPlaceIsNoticedAndNumbersGoOn() throws IOException {
        desk.work("1", "2");
        Path older = Files.copy(desk.home().register(), folder.resolve("older.db"));
        desk.work("3", "4", "5");
        Files.copy(older, desk.home().register(), StandardCopyOption.REPLACE_EXISTING);
        String lifeBefore;
        try (FileConnection file = FileConnection.readOnly(older)) {
            lifeBefore = Metadata.get(file.session(), MetadataKey.INCARNATION).orElseThrow();
        }
        try (Register register = new TestDesk(desk.home().folder(), 900).register()) {
            assertThat(register.notices()).singleElement().isInstanceOfSatisfying(Notice.WentBack.class, back -> {
                assertThat(back.inRegister().auditRow()).isEqualTo(2);
                assertThat(back.remembered().auditRow()).isEqualTo(5);
            });
            assertThat(incarnation(register)).isPresent().isNotEqualTo(Optional.of(lifeBefore));
            TestDesk later = new TestDesk(desk.home().folder(), 1_000);
            later.wait(Duration.ofHours(5));
            assertThat(later.enter(register, "6").entry().ticket().number().text())
                    .isEqualTo("A-00006");
        }
        try (Register register = desk.register()) {
            assertThat(register.notices()).as("told once").isEmpty();
        }
    }

    @Test
    void aLogRemovedAfterAKillIsNoticed() throws Exception {
        desk.work("0");
        try (Child child = Child.start(MoreWriting.class, desk.home().folder())) {
            assertThat(child.line()).isEqualTo("written");
            child.kill();
        }
        Files.delete(desk.home().log());
        Files.deleteIfExists(desk.home().logIndex());
        try (Register register = desk.register()) {
            assertThat(register.notices())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Notice.WentBack.class,
                            back -> assertThat(back.remembered().auditRow())
                                    .isEqualTo(back.inRegister().auditRow() + 1));
        }
    }

    /** The child of the test above. */
    static final class MoreWriting {
        public static void main(String[] args) throws IOException {
            TestDesk desk = new TestDesk(Path.of(args[0]), 500);
            desk.wait(Duration.ofHours(1));
            Register register = desk.register();
            desk.enter(register, "1");
            System.out.println("written");
            System.in.read();
        }
    }

    @Test
    void theRegisterMayBeOpenManyTimesInOneProcess() {
        try (Register first = desk.register()) {
            try (Register second = desk.register()) {
                desk.enter(second, "1");
            }
            desk.enter(first, "2");
            assertThat(entries(first)).isEqualTo(2);
            try (Register third = desk.register()) {
                assertThat(entries(third)).isEqualTo(2);
            }
        }
    }

    private static Opening.Refused refusal(Opening opening, Opening.Reason reason) {
        assertThat(opening).isInstanceOf(Opening.Refused.class);
        return new Opening.Refused(reason, ((Opening.Refused) opening).detail());
    }

    private Path backup() {
        try (Register register = desk.register()) {
            BackupResult made = register.backups().hourly(register.home().register());
            return ((BackupResult.Made) made).file();
        }
    }

    private static long entries(Register register) {
        return register.database().read(session -> session.number("SELECT count(*) FROM parking_entries"));
    }

    private static Optional<String> incarnation(Register register) {
        return register.database().read(session -> Metadata.get(session, MetadataKey.INCARNATION));
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (var files = Files.walk(desk.home().folder())) {
            files.sorted()
                    .forEach(file ->
                            names.add(desk.home().folder().relativize(file).toString()));
        }
        return names;
    }
}
