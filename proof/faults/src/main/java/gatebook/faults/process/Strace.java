package gatebook.faults.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The system's own recorder of system calls, which can also make them fail. */
public final class Strace {
    /** A write of the largest page there is, with room to spare. */
    private static final String BYTES_SHOWN_MAX = "4000000";

    private Strace() {}

    /**
     * A command under which every call of these kinds is written down.
     *
     * @param calls as strace takes them, separated by commas
     * @throws IllegalStateException if it is not there, or is not let do its work here
     */
    public static List<String> recording(Path trace, String calls) {
        return command(trace, List.of("-xx", "-s", BYTES_SHOWN_MAX, "-e", "trace=" + calls));
    }

    /** A command under which calls of these kinds are written down without what they carry. */
    static List<String> recordingNames(Path trace, String calls) {
        return command(trace, List.of("-y", "-s", "0", "-e", "trace=" + calls + ",close"));
    }

    /**
     * As the other; and some of the calls go wrong.
     *
     * @param wrong the kind of those
     * @param only the paths that are looked at; any if there are none
     */
    static List<String> tampering(Path trace, String calls, String wrong, String fault, List<Path> only) {
        List<String> command = recordingNames(trace, calls);
        command.addAll(List.of("-e", "inject=" + wrong + ":" + fault));
        only.forEach(path -> command.addAll(List.of("-P", path.toString())));
        return command;
    }

    private static List<String> command(Path trace, List<String> options) {
        demand();
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", "--seccomp-bpf", "-o", trace.toString()));
        command.addAll(options);
        return command;
    }

    /** Nothing here can be shown without it, so that its absence is a failure and no reason to pass over anything. */
    private static void demand() {
        try {
            Path unread = Files.createTempFile("strace-", ".trace");
            Process process = new ProcessBuilder("strace", "-f", "--seccomp-bpf", "-o", unread.toString(), "true")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            int code = process.waitFor();
            Files.delete(unread);
            if (code != 0) {
                throw new IllegalStateException(
                        "strace may not look at processes here (a container needs the capability SYS_PTRACE): " + said);
            }
        } catch (IOException missing) {
            throw new IllegalStateException(
                    "strace is missing: install the Debian package strace (5.3 or newer)", missing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("broken off", e);
        }
    }
}
