package gatebook.store.operation;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.Desk;
import gatebook.store.record.AuditLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk's process killed at any moment, again and again, on one register. */
class KilledGateTest {
    private static final int KILLS = 100;
    private static final int WORK_MOST = 12;

    @TempDir
    private Path folder;

    @Test
    void fA2WhatWasToldAsWrittenIsInTheBookAndNothingIsHalf() throws Exception {
        Path file;
        try (Desk desk = Desk.in(folder)) {
            file = desk.file();
        }
        List<String> told = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(KILLS);
        for (int kill = 1; kill <= KILLS; kill++) {
            told.addAll(workAndDie(file, 1 + random.nextInt(WORK_MOST), 1_000_000L * kill));
            assertWhole(file, told);
        }
    }

    private static List<String> workAndDie(Path file, int work, long firstId) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyGate.class.getName(),
                        file.toString(),
                        Long.toString(firstId))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (int at = 0; at < work; at++) {
                told.add(lines.readLine());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return told;
    }

    private static void assertWhole(Path file, List<String> told) {
        try (Desk desk = Desk.of(file, () -> new UUID(1, 1))) {
            assertThat(desk.book().rows("SELECT operation || ' ' || record_uuid FROM audit_log"))
                    .containsAll(told);
            assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Sound.class);
            assertThat(desk.book().rows("""
                            SELECT operation, record_uuid FROM audit_log
                            EXCEPT SELECT operation, record_uuid FROM sync_queue""")).isEmpty();
            assertThat(desk.book().number("SELECT count(*) FROM sync_queue"))
                    .isEqualTo(desk.book().number("SELECT count(*) FROM audit_log"));
            assertThat(desk.book().row("SELECT count(*), count(DISTINCT ticket_no) FROM parking_entries"))
                    .isEqualTo(desk.book().row("SELECT count(*), count(*) FROM audit_log WHERE operation = 'CREATE'"));
            assertThat(desk.book()
                            .number("SELECT json_extract(value, '$.ticket') FROM sync_metadata"
                                    + " WHERE key = 'numbers'"))
                    .isEqualTo(desk.book().number("SELECT count(*) FROM parking_entries"));
            assertThat(desk.book().row("PRAGMA integrity_check")).isEqualTo("ok");
        }
    }
}
