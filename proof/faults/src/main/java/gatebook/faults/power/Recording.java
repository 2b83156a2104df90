package gatebook.faults.power;

import gatebook.faults.process.Strace;
import gatebook.faults.shift.QuickJava;
import gatebook.faults.shift.Shift;
import gatebook.faults.shift.ShiftProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A shift on an honest disk, written down call by call.
 *
 * @param home the folder that the names begin with
 */
record Recording(Path home, List<Call> calls) {
    private static final String CALLS = "openat,close,lseek,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,"
            + "renameat2,unlink,unlinkat,mkdir,mkdirat,open,creat,writev,pwritev,pwritev2,truncate,fallocate,"
            + "sync_file_range,link,linkat";

    Recording {
        calls = List.copyOf(calls);
    }

    static Recording make(Path folder, QuickJava java) throws IOException, InterruptedException {
        Path home = folder.resolve("recorded");
        Path trace = folder.resolve("recorded.trace");
        List<String> command = new ArrayList<>(Strace.recording(trace, CALLS));
        command.addAll(java.command(ShiftProgram.class, home.toString(), "1", Integer.toString(Shift.LENGTH)));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the recorded shift ended with " + process.exitValue());
        }
        TraceReading reading = new TraceReading(home);
        try (Stream<String> lines = Files.lines(trace)) {
            lines.forEach(reading::line);
        }
        Files.delete(trace);
        return new Recording(home, reading.calls());
    }
}
