package gatebook.bench;

import gatebook.bench.desk.BenchDesk;
import gatebook.bench.figure.Figure;
import gatebook.bench.figure.RunResult;
import gatebook.sync.service.SyncService;
import gatebook.sync.transport.HttpCloud;
import java.nio.file.Path;
import java.util.List;

/** How long the window lets somebody wait while its desk fetches the whole register. */
final class WindowResync implements Run {
    private static final double LIMIT_MILLIS = 100;

    @Override
    public String name() {
        return "window-resync";
    }

    @Override
    public RunResult measure(Surroundings surroundings) {
        int count = surroundings.setting().loaded();
        int rounds = surroundings.setting().rounds();
        String site = surroundings.siteOf(count);
        Path first = surroundings.fresh("desk");
        List<String> cache = WindowChild.trained(surroundings, "resync", List.of(Bench.WINDOW, first.toString()));
        Rounds[] floor = {new Rounds(), new Rounds()};
        Rounds[] ours = {new Rounds(), new Rounds()};
        for (int round = 0; round < rounds; round++) {
            note(floor, empty(surroundings, site));
            note(ours, window(surroundings, cache, site, (count + 3) / 4));
        }
        return new RunResult(
                name(),
                rounds
                        + " rounds: the window's thread is asked for an answer every 5 ms from its first picture until it"
                        + " shows all of " + count + " entries that it loads; the floor is the thread of an empty"
                        + " window beside a desk that loads the same in another process",
                List.of(
                        Figure.told("99 of 100 waits", "ms", floor[0].median(), ours[0].median()),
                        Figure.atMost(LIMIT_MILLIS, "the longest wait", "ms", floor[1].median(), ours[1].median())));
    }

    private static void note(Rounds[] rounds, WindowChild.Waits waits) {
        rounds[0].add(waits.of99());
        rounds[1].add(waits.longest());
    }

    private static WindowChild.Waits empty(Surroundings surroundings, String site) {
        Path home = surroundings.fresh("desk");
        try (WindowChild window = WindowChild.start(surroundings, List.of(), List.of(Bench.EMPTY_WINDOW));
                BenchDesk desk = surroundings.desk(site, home);
                HttpCloud cloud = desk.cloud();
                SyncService sync = desk.sync(cloud)) {
            sync.startForOrders();
            window.follow(0);
            BenchDesk.cycle(sync);
            window.enough();
            return window.waits();
        } finally {
            Folders.delete(home);
        }
    }

    private static WindowChild.Waits window(Surroundings surroundings, List<String> cache, String site, long parked) {
        Path home = surroundings.fresh("desk");
        surroundings.desk(site, home).close();
        List<String> words = List.of(Bench.WINDOW, home.toString());
        try (WindowChild window = WindowChild.start(surroundings, cache, words)) {
            window.follow(parked);
            return window.waits();
        } finally {
            Folders.delete(home);
        }
    }
}
