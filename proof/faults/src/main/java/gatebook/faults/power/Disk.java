package gatebook.faults.power;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The disk of a desk, rebuilt call by call. A file's content is safe once the file was flushed, a name once its
 * folder was,
 * and until then neither depends on the other or on what was asked before it.
 */
final class Disk {
    private static final String SHARED_MEMORY = "-shm";
    private static final int SHARED_MEMORY_BYTES = 32_768;

    private final Honesty honesty;
    private final Map<Integer, Content> contents = new HashMap<>();
    private final Map<String, Integer> flushedNames = new TreeMap<>();
    private final List<Call> waiting = new ArrayList<>();

    /** By which name each file goes, or went last. */
    private final Map<Integer, String> called = new HashMap<>();

    Disk(Honesty honesty) {
        this.honesty = honesty;
    }

    void carryOut(Call call) {
        switch (call) {
            case Call.Write(int file, long at, byte[] bytes) -> content(file).write(at, bytes);
            case Call.Resize(int file, long bytes) -> content(file).resize(bytes);
            case Call.Flush(int file) -> {
                if (honesty.flushes(called.getOrDefault(file, ""))) {
                    content(file).flush();
                }
            }
            case Call.FlushFolder(String folder) -> flushNames(folder);
            case Call.Make(String name, int file) -> {
                contents.put(file, new Content());
                called.put(file, name);
                waiting.add(call);
            }
            case Call.Move(String from, String to) -> {
                called.replaceAll((file, name) -> name.equals(from) ? to : name);
                waiting.add(call);
            }
            case Call.Remove remove -> waiting.add(remove);
            case Call.MakeFolder folder -> {
                // a folder without its files says nothing
            }
            case Call.Told told -> {
                // no matter of the disk
            }
        }
    }

    private Content content(int file) {
        return Objects.requireNonNull(contents.get(file), "a file that was never made");
    }

    private void flushNames(String folder) {
        if (!honesty.flushes(folder)) {
            return;
        }
        waiting.removeIf(call -> {
            boolean isHere = isIn(call, folder);
            if (isHere) {
                rename(flushedNames, call);
            }
            return isHere;
        });
    }

    private static boolean isIn(Call call, String folder) {
        return switch (call) {
            case Call.Make(String name, int file) -> folderOf(name).equals(folder);
            case Call.Move(String from, String to) ->
                folderOf(from).equals(folder) || folderOf(to).equals(folder);
            case Call.Remove(String name) -> folderOf(name).equals(folder);
            case Call.Write _, Call.Resize _, Call.Flush _, Call.FlushFolder _, Call.MakeFolder _, Call.Told _ -> false;
        };
    }

    private static String folderOf(String name) {
        return name.substring(0, name.lastIndexOf('/'));
    }

    private static void rename(Map<String, Integer> names, Call call) {
        switch (call) {
            case Call.Make(String name, int file) -> names.put(name, file);
            case Call.Move(String from, String to) -> {
                Integer file = names.remove(from);
                if (file != null) {
                    names.put(to, file);
                }
            }
            case Call.Remove(String name) -> names.remove(name);
            case Call.Write _, Call.Resize _, Call.Flush _, Call.FlushFolder _, Call.MakeFolder _, Call.Told _ ->
                throw new IllegalStateException("no matter of names: " + call);
        }
    }

    /** The files by their names, as a cut at this moment may leave them. */
    Map<String, byte[]> afterCut(RandomGenerator random) {
        Map<String, Integer> names = namesAfterCut(Losing.any(random), random);
        Map<String, byte[]> left = new TreeMap<>();
        names.forEach((name, file) -> left.put(
                name,
                name.endsWith(SHARED_MEMORY)
                        ? sharedMemory(random)
                        : content(file).afterCut(Losing.any(random), random)));
        return left;
    }

    private Map<String, Integer> namesAfterCut(Losing losing, RandomGenerator random) {
        Map<String, Integer> names = new TreeMap<>(flushedNames);
        int end = losing == Losing.THE_END ? random.nextInt(waiting.size() + 1) : waiting.size();
        for (int at = 0; at < waiting.size(); at++) {
            boolean stays = switch (losing) {
                case NOTHING -> true;
                case EVERYTHING -> false;
                case THE_END -> at < end;
                case PIECES, SECTORS, SECTORS_TO_GARBAGE -> random.nextBoolean();
            };
            if (stays) {
                rename(names, waiting.get(at));
            }
        }
        return names;
    }

    /** What lay in memory that processes share comes to the disk as it happens to, or not at all. */
    private static byte[] sharedMemory(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(3) == 0 ? 0 : SHARED_MEMORY_BYTES];
        if (random.nextBoolean()) {
            random.nextBytes(bytes);
        }
        return bytes;
    }
}
