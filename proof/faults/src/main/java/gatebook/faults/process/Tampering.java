package gatebook.faults.process;

import gatebook.faults.shift.Examination;
import gatebook.faults.shift.QuickJava;
import gatebook.faults.shift.Shift;
import gatebook.faults.shift.ShiftProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets one system call of a shift go wrong, at a place that is counted: the process dies there, or its disk refuses.
 */
final class Tampering {
    private static final Pattern CLEAR = Pattern.compile(
            "NAK (\\d+|close) (DISK_FULL|READ_ONLY|DISK|BACKUP) .*|NAK open (DISK_FULL|NOT_WRITABLE|DISK|NO_COPY) .*");

    private final Path folder;
    private final QuickJava java;
    private final Examination examination;

    Tampering(Path folder, QuickJava java, Examination examination) {
        this.folder = folder;
        this.java = java;
        this.examination = examination;
    }

    /** What happens to the call. */
    enum Fault {
        KILL("signal=KILL"),
        ENOSPC("error=ENOSPC"),
        EIO("error=EIO"),
        EROFS("error=EROFS");

        private final String words;

        Fault(String words) {
            this.words = words;
        }
    }

    /** These calls in a shift in which nothing goes wrong. */
    List<Reach.Place> callsOfAShift(Reach reach) throws IOException, InterruptedException {
        Path trace = folder.resolve("counted.trace");
        Path desk = folder.resolve("counted-" + reach);
        live(Strace.recordingNames(trace, reach.calls()), desk);
        try (Stream<String> lines = Files.lines(trace)) {
            return reach.places(lines.toList(), desk);
        }
    }

    /** Lets one call go wrong. */
    void make(Fault fault, Reach.Place place, Trials trials) throws IOException, InterruptedException {
        Path desk = folder.resolve("tampered-" + fault + "-" + place);
        Path trace = folder.resolve("tampered.trace");
        List<String> wrong = new ArrayList<>();
        Reach reach = place.reach();
        String when = fault.words + ":when=" + place.number();
        List<String> told = live(Strace.tampering(trace, reach.calls(), place.call(), when, reach.only(desk)), desk);
        long done = told.stream()
                .filter(line -> line.startsWith("ACK "))
                .mapToLong(line -> Long.parseLong(line.substring("ACK ".length())))
                .reduce(0, Math::max);
        if (fault == Fault.KILL) {
            wrong.addAll(examination.look(desk, done, done + 1).wrong());
        } else {
            told.stream()
                    .filter(line -> line.startsWith("LOST")
                            || line.startsWith("HUNG")
                            || line.startsWith("NAK") && !CLEAR.matcher(line).matches())
                    .forEach(wrong::add);
            if (!told.contains("END")) {
                wrong.add("the desk gave up: " + told);
            }
            wrong.addAll(examination.look(desk, done, done).wrong());
            wrong.addAll(new FailedFlushes(trace).usedAgain());
        }
        trials.made(fault + " at " + place + " in " + desk, wrong);
        Files.delete(trace);
        if (wrong.isEmpty()) {
            Folders.delete(desk);
        }
    }

    private List<String> live(List<String> tool, Path desk) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(tool);
        command.addAll(java.command(ShiftProgram.class, desk.toString(), "1", Integer.toString(Shift.LENGTH)));
        try (Life life = Life.begin(command)) {
            life.end();
            return life.told();
        }
    }
}
