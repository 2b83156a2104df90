package gatebook.faults.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a log was written on through a descriptor whose flush had failed: after that nobody knows what of it is on
 * the
 * disk, and only opening the file anew tells (the fsync surprise of 2018, https://lwn.net/Articles/752063).
 */
final class FailedFlushes {
    private static final Pattern CALL = Pattern.compile("\\d+ +(\\w+)\\((\\d+)<([^>]*)>.*\\) += (-?\\d+).*");
    private static final String LOG = "-wal";

    private final Path trace;

    FailedFlushes(Path trace) {
        this.trace = trace;
    }

    /** What was done with them nevertheless. */
    List<String> usedAgain() throws IOException {
        Map<String, String> failed = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(trace)) {
            Matcher call = CALL.matcher(line);
            if (!call.matches() || !call.group(3).contains(LOG)) {
                continue;
            }
            String descriptor = call.group(2);
            switch (call.group(1)) {
                case "fsync", "fdatasync" -> {
                    if (call.group(4).startsWith("-")) {
                        failed.put(descriptor, line);
                    }
                }
                case "pwrite64" -> {
                    if (failed.containsKey(descriptor)) {
                        wrong.add("written on after " + failed.get(descriptor) + ": " + line);
                    }
                }
                case "close" -> failed.remove(descriptor);
                default -> {
                    // asks nothing of what was flushed
                }
            }
        }
        return wrong;
    }
}
