package gatebook.ledger.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code postmaster.pid} says of the server over a data folder. A crash leaves it behind, and after a power cut its
 * number may be any program's, another PostgreSQL's too.
 */
final class PidFile {
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    private final Path data;
    private final Path file;

    PidFile(Path data) {
        this.data = data;
        this.file = data.resolve("postmaster.pid");
    }

    /** The process that works on the folder; empty if there is none. */
    Optional<ProcessHandle> postmaster() throws IOException {
        Optional<Long> pid =
                line(PID_LINE).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
        if (pid.isEmpty()) {
            return Optional.empty();
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid.get()).filter(ProcessHandle::isAlive);
        return process.isPresent() && !isForeign(process.get()) ? process : Optional.empty();
    }

    /** Its port, once it takes connections. */
    OptionalInt portOfReady() throws IOException {
        Optional<String> port = line(PORT_LINE).filter(text -> text.matches("\\d{1,5}"));
        boolean ready = line(STATUS_LINE).filter(text -> text.equals("ready")).isPresent();
        return ready && port.isPresent() ? OptionalInt.of(Integer.parseInt(port.get())) : OptionalInt.empty();
    }

    /** Clears away what no server stands behind, for fear of which a new one would not start. */
    void clearRemnant() throws IOException {
        if (postmaster().isEmpty()) {
            Files.deleteIfExists(file);
        }
    }

    /** Known to be no PostgreSQL, or one that works elsewhere: a postmaster stands in its data folder. */
    private boolean isForeign(ProcessHandle process) throws IOException {
        Optional<String> command = process.info().command();
        if (command.isPresent() && !command.get().contains("postgres")) {
            return true;
        }
        Path stands = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return Files.isReadable(stands) && !Files.isSameFile(stands, data);
        } catch (NoSuchFileException gone) {
            return true; // it ended just now
        }
    }

    private Optional<String> line(int at) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            return at < lines.size() ? Optional.of(lines.get(at).strip()) : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }
}
