package gatebook.cli;

import java.nio.file.Path;

/** A desk in a process of its own that syncs and works at once, and tells each piece of work once it was accepted. */
final class BusyDesk {
    private BusyDesk() {}

    /** Words: the desk's folder, what its watch says before work begins, the first vehicle's number, and how many come. */
    public static void main(String[] words) {
        TestHome desk = TestHome.now(Path.of(words[0]));
        StopSignal stop = new StopSignal();
        Started watch = Started.of(desk, stop, "sync", "--watch");
        TestHome.until("the watch says " + words[1], () -> watch.err().contains(words[1]));
        int first = Integer.parseInt(words[2]);
        int vehicles = Integer.parseInt(words[3]);
        for (int vehicle = first; vehicle < first + vehicles; vehicle++) {
            work(desk, vehicle);
        }
        stop.ask();
        watch.ended().join();
    }

    private static void work(TestHome desk, int vehicle) {
        String uuid = accepted(desk.enter("MH12 " + vehicle)).text("uuid");
        tell("CREATE " + uuid);
        accepted(desk.json("edit", uuid, "--set", "notes=lamp broken"));
        tell("UPDATE " + uuid);
        if (vehicle % 2 == 0) {
            accepted(desk.json("delete", uuid, "--reason", "a drill"));
            tell("DELETE " + uuid);
        }
    }

    /** Ends when nobody listens any more: its own end went wrong then. */
    private static void tell(String work) {
        System.out.println(work);
        if (System.out.checkError()) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static TestHome.Said accepted(TestHome.Said said) {
        if (said.code() != 0) {
            throw new AssertionError(said.err());
        }
        return said;
    }
}
