package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk whose disk is full, or may not be written to: a small file system of its own, in a mount namespace of its own. */
class SmallDiskTest {
    private static final TestCloud CLOUD = TestCloud.running();

    /** Room for SQLite's library and a log, and little else. */
    private static final String SIZE = "8m";

    @TempDir
    private Path folder;

    @Test
    void fB1fB2WhatCannotBeKeptIsRefusedWholeAndWorkGoesOnWithoutARestart() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
        if (!System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of(
                "sh",
                "-c",
                "mount -t tmpfs -o size=" + SIZE + " small \"$1\" && shift && exec \"$@\"",
                "sh",
                disk.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dgatebook.log=" + folder.resolve("gatebook.log"), // a disk with an open file is not made read-only
                "-cp",
                System.getProperty("java.class.path"),
                DeskOnSmallDisk.class.getName(),
                disk.toString(),
                CLOUD.url(),
                CLOUD.code(CLOUD.site())));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.inputReader().lines())
                .containsExactly(
                        "joined 0",
                        "read-only: GB-1102, exit 1",
                        "writable again: 0",
                        "whole: true",
                        "full: GB-1101, exit 1",
                        "full again: GB-1101, exit 1",
                        "whole: true",
                        "room again: 0",
                        "whole: true",
                        "still syncing: true",
                        "end");
        assertThat(process.waitFor()).isZero();
    }
}
