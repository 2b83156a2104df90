package gatebook.faults.outage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The processes of the PostgreSQL over a folder, found by its own note of them.
 *
 * @param folder the folder that holds the data folder
 */
record Postmaster(Path folder) {
    /** Ends the first process and waits until it is gone; nothing happens where it is down already. */
    void kill() throws IOException {
        process().ifPresent(Postmaster::kill);
    }

    /** Ends any one of the others. */
    void killSession(RandomGenerator random) throws IOException {
        process().ifPresent(first -> {
            List<ProcessHandle> others = first.children().toList();
            if (!others.isEmpty()) {
                kill(others.get(random.nextInt(others.size())));
            }
        });
    }

    boolean isUp() throws IOException {
        return process().isPresent();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Its number may have gone to another program since it was noted down. */
    private Optional<ProcessHandle> process() throws IOException {
        try {
            List<String> note =
                    Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"), StandardCharsets.ISO_8859_1);
            return note.isEmpty() ? Optional.empty() : process(note.getFirst().strip());
        } catch (NoSuchFileException stopped) {
            return Optional.empty();
        }
    }

    private static Optional<ProcessHandle> process(String number) {
        return Optional.of(number)
                .filter(text -> text.matches("[1-9]\\d{0,17}"))
                .flatMap(text -> ProcessHandle.of(Long.parseLong(text)))
                .filter(ProcessHandle::isAlive)
                .filter(found -> found.info().command().orElse("").contains("postgres"));
    }
}
