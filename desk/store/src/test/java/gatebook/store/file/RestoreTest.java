package gatebook.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.TestDesk;
import gatebook.store.backup.BackupResult;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.record.AuditLog;
import gatebook.store.sqlite.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {
    @TempDir
    Path folder;

    private TestDesk desk;
    private Path backup;

    /** Two entries in the backup, three more since, of which one was sent. */
    @BeforeEach
    void aDeskWithABackup() {
        desk = new TestDesk(folder.resolve("home"));
        desk.work("1", "2");
        try (Register register = desk.register()) {
            backup = ((BackupResult.Made)
                            register.backups().hourly(register.home().register()))
                    .file();
            desk.enter(register, "3");
            desk.enter(register, "4");
            desk.enter(register, "5");
            register.database().write(Turn.ENGINE, session -> session.update("""
                    UPDATE sync_queue SET status = 'completed', completed_at = created_at WHERE id = 3"""));
        }
    }

    @Test
    void saysFirstWhatWillChangeAndChangesNothing() throws IOException {
        byte[] before = Files.readAllBytes(desk.home().register());
        assertThat(restore().plan(backup)).isInstanceOfSatisfying(RestorePlan.Possible.class, plan -> {
            assertThat(plan.coming().entries()).isEqualTo(2);
            assertThat(plan.present()).isNotNull();
            assertThat(plan.present().entries()).isEqualTo(5);
            assertThat(plan.present().unsent()).isEqualTo(4);
            assertThat(plan.unsentOnlyHere()).isEqualTo(2);
            assertThat(plan.ticketComing()).isEqualTo(2);
            assertThat(plan.ticketReached()).isEqualTo(5);
        });
        assertThat(Files.readAllBytes(desk.home().register())).isEqualTo(before);
    }

    @Test
    void unsentWorkComesAlongAndWhatTheCloudHasWillBePulled() throws IOException {
        Restored restored = restore().carryOut(backup, UnsentWork.CARRY_OVER);
        assertThat(restored).isInstanceOfSatisfying(Restored.Done.class, done -> {
            assertThat(done.carriedOver()).isEqualTo(2);
            assertThat(done.movedTo().resolve("gatebook.db")).exists();
        });
        try (Register register = desk.register()) {
            assertThat(register.notices()).isEmpty();
            assertThat(plates(register)).containsExactly("1", "2", "4", "5");
            assertThat(numberOf(register, "SELECT count(*) FROM sync_queue WHERE status = 'pending'"))
                    .isEqualTo(4);
            assertThat(register.database().read(AuditLog::verify)).isEqualTo(new AuditLog.Verification.Sound(6));
        }
    }

    @Test
    void aPersonMayLeaveUnsentWorkBehindAndItStaysInTheFileAside() throws IOException {
        Restored restored = restore().carryOut(backup, UnsentWork.LEAVE_BEHIND);
        try (Register register = desk.register()) {
            assertThat(plates(register)).containsExactly("1", "2");
        }
        Path aside = ((Restored.Done) restored).movedTo().resolve("gatebook.db");
        Restored back = restore().carryOut(aside, UnsentWork.CARRY_OVER);
        assertThat(back).isInstanceOf(Restored.Done.class);
        try (Register register = desk.register()) {
            assertThat(plates(register)).containsExactly("1", "2", "3", "4", "5");
        }
    }

    @Test
    void anOperationCarriedByOneThatComesAlongIsNotSentBesides() throws IOException {
        try (Register register = desk.register()) {
            register.database().write(Turn.ENGINE, session -> session.update("""
                    UPDATE sync_queue SET status = 'cancelled',
                        superseded_by = (SELECT op_id FROM sync_queue WHERE id = 5) WHERE id = 1"""));
        }
        restore().carryOut(backup, UnsentWork.CARRY_OVER);
        try (Register register = desk.register()) {
            assertThat(numberOf(register, "SELECT count(*) FROM sync_queue WHERE status = 'cancelled' AND id = 1"))
                    .isEqualTo(1);
        }
    }

    @Test
    void noTicketNumberIsGivenOutTwice() throws IOException {
        restore().carryOut(backup, UnsentWork.LEAVE_BEHIND);
        assertThat(enterLater("6")).isEqualTo("A-00006");
    }

    @Test
    void numbersGoOnFromTheSideFileWhenTheRegisterIsGone() throws IOException {
        Files.delete(desk.home().register());
        restore().carryOut(backup, UnsentWork.CARRY_OVER);
        assertThat(enterLater("6")).isEqualTo("A-00006");
    }

    @Test
    void theCloudCanTellThatTheRegisterIsAnOlderOne() throws IOException {
        String before = incarnation();
        restore().carryOut(backup, UnsentWork.CARRY_OVER);
        assertThat(incarnation()).isNotEqualTo(before);
    }

    @Test
    void theRequestsToTheCloudGoOnCountingUpwards() throws IOException {
        try (Register register = desk.register()) {
            register.database().write(Turn.ENGINE, session -> {
                Metadata.put(session, MetadataKey.DEVICE_SEQ, "41", desk.now());
                return session;
            });
        }
        restore().carryOut(backup, UnsentWork.CARRY_OVER);
        try (Register register = desk.register()) {
            String seq = register.database()
                    .read(session -> Metadata.get(session, MetadataKey.DEVICE_SEQ))
                    .orElseThrow();
            assertThat(Long.parseLong(seq)).isGreaterThan(41);
        }
    }

    @Test
    void aRegisterInUseIsNotReplaced() throws IOException {
        try (Register register = desk.register()) {
            assertThat(restore().carryOut(backup, UnsentWork.CARRY_OVER)).isEqualTo(new Restored.InUse());
            assertThat(plates(register)).hasSize(5);
        }
    }

    @Test
    void aDamagedRegisterIsMovedAsideAndTheBackupTakesItsPlace() throws IOException {
        Files.write(desk.home().register(), new byte[10_000]);
        assertThat(restore().plan(backup))
                .isInstanceOfSatisfying(
                        RestorePlan.Possible.class,
                        plan -> assertThat(plan.present()).isNull());
        assertThat(restore().carryOut(backup, UnsentWork.CARRY_OVER))
                .isInstanceOfSatisfying(
                        Restored.Done.class,
                        done -> assertThat(done.movedTo().resolve("gatebook.db"))
                                .hasBinaryContent(new byte[10_000]));
        try (Register register = desk.register()) {
            assertThat(plates(register)).containsExactly("1", "2");
        }
    }

    @Test
    void whatIsNoSoundBackupIsRefusedAndNothingMoves() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.txt"), "Dear office");
        byte[] before = Files.readAllBytes(desk.home().register());
        for (Path unusable : List.of(text, folder.resolve("nowhere.db"))) {
            assertThat(restore().carryOut(unusable, UnsentWork.CARRY_OVER)).isInstanceOf(Restored.Unusable.class);
        }
        assertThat(Files.readAllBytes(desk.home().register())).isEqualTo(before);
    }

    private Restore restore() {
        desk.wait(Duration.ofMinutes(1));
        return new Restore(desk.home(), desk.clock(), desk.ids());
    }

    private String enterLater(String plate) {
        desk.wait(Duration.ofHours(1));
        try (Register register = desk.register()) {
            return desk.enter(register, plate).entry().ticket().number().text();
        }
    }

    private String incarnation() {
        try (Register register = desk.register()) {
            return register.database()
                    .read(session -> Metadata.get(session, MetadataKey.INCARNATION))
                    .orElseThrow();
        }
    }

    private static List<String> plates(Register register) {
        return register.database()
                .read(session -> session.list(
                        "SELECT vehicle_number FROM parking_entries ORDER BY entry_time", row -> row.getString(1)));
    }

    private static long numberOf(Register register, String sql) {
        return register.database().read(session -> session.number(sql));
    }
}
