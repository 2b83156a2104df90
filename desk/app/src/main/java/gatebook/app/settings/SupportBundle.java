package gatebook.app.settings;

import gatebook.app.desk.OpenDesk;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.query.RunItem;
import gatebook.store.query.SyncCounts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file for whoever helps from afar: versions, counts, how the last syncs went. It holds no token, no vehicle, no name and
 * no telephone number, so that it may be sent by mail.
 */
final class SupportBundle {
    private static final int RUNS_MAX = 100;

    private final OpenDesk desk;

    SupportBundle(OpenDesk desk) {
        this.desk = desk;
    }

    /** Writes it into a folder; the file that came of it. */
    Path write(Path folder) throws IOException {
        Path file = folder.resolve("gatebook-support-" + desk.now().toString().replaceAll("[:.]", "") + ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("report.txt"));
            PrintStream report = new PrintStream(zip, false, StandardCharsets.UTF_8);
            report(report);
            report.flush();
            zip.closeEntry();
        }
        return file;
    }

    private void report(PrintStream out) {
        DeskProfile profile = desk.profile();
        SyncCounts counts = desk.exchange().counts();
        out.println("made " + desk.now());
        out.println("java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version"));
        out.println("desk " + profile.deskCode() + ", zone " + profile.zone() + ", currency " + profile.currency()
                + ", joined " + (profile.membership() != null));
        out.println(
                "pending " + counts.pending() + ", conflicts " + counts.conflicts() + ", failed " + counts.failed());
        out.println("backups " + desk.register().backups().list().size());
        out.println("notices "
                + desk.register().notices().stream()
                        .map(notice -> notice.getClass().getSimpleName())
                        .toList());
        List<RunItem> runs = desk.exchange().runs();
        for (RunItem run : runs.subList(0, Math.min(RUNS_MAX, runs.size()))) {
            out.println("run " + run.id() + " " + run.trigger() + " " + run.startedAt() + " " + run.endedAt() + " "
                    + run.outcome() + " " + run.counts());
        }
    }
}
