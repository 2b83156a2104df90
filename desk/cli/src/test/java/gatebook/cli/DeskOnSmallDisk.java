package gatebook.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A desk on a disk of its own of a few megabytes, which fills up and empties again, and is taken away from it and given back. */
final class DeskOnSmallDisk {
    private static final int ENTRIES_MAX = 500;
    private static final int PIECE_BYTES = 4_096;

    private final Path disk;
    private final TestHome desk;
    private int entries;

    private DeskOnSmallDisk(Path disk) {
        this.disk = disk;
        this.desk = TestHome.now(disk.resolve("desk"));
    }

    /** Words: the disk's folder, the cloud's address, a code to join with. Says what came of each step. */
    public static void main(String[] words) throws Exception {
        DeskOnSmallDisk desk = new DeskOnSmallDisk(Path.of(words[0]));
        say("joined "
                + desk.desk
                        .json("enrol", "--server", words[1], "--code", words[2])
                        .code());
        desk.readOnly();
        desk.full();
        say("end");
        System.exit(0);
    }

    private void readOnly() throws Exception {
        entries += enter().code() == 0 ? 1 : 0;
        mount("remount,ro");
        say("read-only: " + refusal(enter()));
        mount("remount,rw");
        say("writable again: " + enter().code());
        entries++;
        say("whole: " + isWhole());
    }

    private void full() throws Exception {
        StopSignal stop = new StopSignal();
        Started watch = Started.of(desk, stop, "sync", "--watch");
        TestHome.until("it is online", () -> watch.err().contains("online"));
        Path ballast = disk.resolve("ballast");
        fill(ballast);
        TestHome.Said said = enter();
        for (; said.code() == 0 && entries < ENTRIES_MAX; said = enter()) {
            entries++;
        }
        say("full: " + refusal(said));
        say("full again: " + refusal(enter()));
        say("whole: " + isWhole());
        Files.delete(ballast);
        say("room again: " + enter().code());
        entries++;
        TestHome.until("all is sent", () -> desk.json("status").text("pending").equals("0"));
        say("whole: " + isWhole());
        say("still syncing: " + !watch.ended().isDone());
        stop.ask();
        watch.ended().join();
    }

    private TestHome.Said enter() {
        return desk.enter("MH12 " + entries);
    }

    private boolean isWhole() {
        return desk.json("audit", "verify").code() == 0
                && desk.json("list", "--limit", "1000").list().size() == entries
                && desk.json("queue").list().size() == entries;
    }

    private void mount(String how) throws IOException, InterruptedException {
        int code = new ProcessBuilder("mount", "-o", how, disk.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("mount ended with " + code);
        }
    }

    private static void fill(Path ballast) throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] piece = new byte[PIECE_BYTES];
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space left")) {
                throw full;
            }
        }
    }

    /** The code of the catalogue, and the exit code. */
    private static String refusal(TestHome.Said said) {
        String err = said.err();
        int code = err.indexOf("GB-");
        return String.format(Locale.ROOT, "%s, exit %d", code < 0 ? err : err.substring(code, code + 7), said.code());
    }

    private static void say(String words) {
        System.out.println(words);
    }
}
