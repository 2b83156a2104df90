package gatebook.faults.power;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what strace wrote of a process: one call a line, every string in hex, a call that another thread interrupted
 * in two
 * parts. Only what lies in the folder of the desk counts, and what is told.
 */
final class TraceReading {
    private static final Pattern WHOLE = Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += (-?\\d+).*", Pattern.DOTALL);
    private static final Pattern BEGUN = Pattern.compile("(\\d+) +(\\w+\\(.*) <unfinished \\.\\.\\.>");
    private static final Pattern ENDED = Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)");
    private static final int STANDARD_OUTPUT = 1;

    private final String home;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, String> unfinished = new HashMap<>();
    private final Map<Integer, Open> open = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private int files;

    TraceReading(Path home) {
        this.home = home.toString();
    }

    /** What a descriptor stands for: a file, or a folder where the file is negative. */
    private static final class Open {
        private final int file;
        private final String name;
        private long position;

        private Open(int file, String name) {
            this.file = file;
            this.name = name;
        }
    }

    void line(String line) {
        Matcher begun = BEGUN.matcher(line);
        if (begun.matches()) {
            unfinished.put(begun.group(1), begun.group(2));
            return;
        }
        Matcher ended = ENDED.matcher(line);
        String whole =
                ended.matches() ? ended.group(1) + " " + unfinished.remove(ended.group(1)) + ended.group(2) : line;
        Matcher call = WHOLE.matcher(whole);
        if (call.matches() && !call.group(4).startsWith("-")) {
            call(call.group(2), call.group(3).split(", ", -1), Long.parseLong(call.group(4)));
        }
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    private void call(String name, String[] words, long result) {
        switch (name) {
            case "openat" -> open(text(words[1]), words[2], (int) result);
            case "close" -> open.remove(Integer.parseInt(words[0]));
            case "lseek" -> of(words[0]).position = result;
            case "write" -> write(words, result);
            case "pwrite64" -> write(of(words[0]), Long.parseLong(words[3]), bytes(words[1]), result);
            case "ftruncate" -> resize(of(words[0]), Long.parseLong(words[1]));
            case "fsync", "fdatasync" -> flush(of(words[0]));
            case "rename" -> move(text(words[0]), text(words[1]));
            case "renameat", "renameat2" -> move(text(words[1]), text(words[3]));
            case "unlink" -> remove(text(words[0]));
            case "unlinkat" -> remove(text(words[1]));
            case "mkdir" -> makeFolder(text(words[0]));
            case "mkdirat" -> makeFolder(text(words[1]));
            default -> throw new IllegalStateException("a call that nobody rebuilds: " + name);
        }
    }

    private void open(String path, String how, int descriptor) {
        if (!isHere(path)) {
            open.remove(descriptor);
            return;
        }
        if (!names.containsKey(path) && !how.contains("O_CREAT")) {
            open.put(descriptor, new Open(-1, path));
            return;
        }
        Integer known = names.get(path);
        int file = known == null ? ++files : known;
        if (known == null) {
            names.put(path, file);
            calls.add(new Call.Make(path, file));
        } else if (how.contains("O_TRUNC")) {
            calls.add(new Call.Resize(file, 0));
        }
        open.put(descriptor, new Open(file, path));
    }

    private void write(String[] words, long result) {
        if (Integer.parseInt(words[0]) == STANDARD_OUTPUT) {
            calls.add(new Call.Told(text(words[1]).strip()));
            return;
        }
        Open to = of(words[0]);
        write(to, to.position, bytes(words[1]), result);
        to.position += result;
    }

    private void write(Open to, long at, byte[] bytes, long written) {
        if (to.file >= 0) {
            calls.add(new Call.Write(to.file, at, java.util.Arrays.copyOf(bytes, (int) written)));
        }
    }

    private void resize(Open one, long bytes) {
        if (one.file >= 0) {
            calls.add(new Call.Resize(one.file, bytes));
        }
    }

    private void flush(Open one) {
        if (one.file >= 0) {
            calls.add(new Call.Flush(one.file));
        } else if (isHere(one.name)) {
            calls.add(new Call.FlushFolder(one.name));
        }
    }

    private void move(String from, String to) {
        if (isHere(from)) {
            Integer file = names.remove(from);
            if (file != null) {
                names.put(to, file);
            }
            calls.add(new Call.Move(from, to));
        }
    }

    private void remove(String name) {
        if (isHere(name)) {
            names.remove(name);
            calls.add(new Call.Remove(name));
        }
    }

    private void makeFolder(String name) {
        if (isHere(name)) {
            calls.add(new Call.MakeFolder(name));
        }
    }

    private boolean isHere(String path) {
        return path.equals(home) || path.startsWith(home + "/");
    }

    /** Of one that leads elsewhere, something to which nothing matters. */
    private Open of(String descriptor) {
        return open.getOrDefault(Integer.parseInt(descriptor), new Open(-1, ""));
    }

    private static String text(String quoted) {
        return new String(bytes(quoted), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String quoted) {
        if (!quoted.startsWith("\"") || !quoted.endsWith("\"")) {
            throw new IllegalStateException("strace left some of it out: " + quoted);
        }
        return HexFormat.of().parseHex(quoted.substring(1, quoted.length() - 1).replace("\\x", ""));
    }
}
