package gatebook.faults.tenant;

import gatebook.faults.fuzz.Chance;
import gatebook.faults.fuzz.Figure;
import gatebook.faults.fuzz.HostedCloud;
import gatebook.faults.fuzz.Orders;
import gatebook.faults.fuzz.RawLine;
import gatebook.faults.fuzz.Request;
import gatebook.faults.fuzz.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Random requests of one site's desks against another site, {@code --count N --seed S}, over several lines at once, so
 * that both sites take turns on the same connections to the database. The desk of the other site asks for its own data
 * in between, and must get that and no other.
 */
public final class TenantAttack {
    private static final int LINES = 6;
    private static final int FAULTS_KEPT = 20;
    private static final int TIMED = 400;

    private final TwoSites sites;
    private final Leaks leaks;
    private final List<String> loot = new ArrayList<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong violations = new AtomicLong();

    TenantAttack(TwoSites sites) {
        this.sites = sites;
        for (int at = 0; at < 10; at++) {
            loot.add(sites.record(Party.OTHER_SITE).toString());
        }
        loot.add(sites.desk(Party.OTHER_SITE).site().toString());
        loot.add(sites.desk(Party.OTHER_SITE).device().toString());
        loot.add(sites.cursor(Party.OTHER_SITE));
        loot.add(sites.pageToken(Party.OTHER_SITE));
        this.leaks = new Leaks(sites, loot);
    }

    public static void main(String... words) throws Exception {
        Orders orders = Orders.of(words);
        long count = orders.number("count", 50_000);
        long violations;
        try (HostedCloud cloud = HostedCloud.start()) {
            TenantAttack attack = new TenantAttack(new TwoSites(cloud));
            long began = System.nanoTime();
            attack.run(count, orders.number("seed", 1));
            long seconds = (System.nanoTime() - began) / 1_000_000_000;
            attack.faults().forEach(System.err::println);
            System.err.println(attack.timing());
            System.out.println(new Figure("tenant attack", count, attack.violations(), seconds).json());
            violations = attack.violations();
        }
        System.exit(violations == 0 ? 0 : 1); // after the cloud is gone, which would outlive this
    }

    void run(long count, long seed) throws Exception {
        var before = sites.holdings(Party.OTHER_SITE);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> lines = new ArrayList<>();
            for (int at = 0; at < LINES; at++) {
                long own = count / LINES + (at < count % LINES ? 1 : 0);
                long ownSeed = seed * LINES + at;
                lines.add(pool.submit(() -> {
                    line(own, new Chance(ownSeed));
                    return null;
                }));
            }
            for (Future<?> line : lines) {
                line.get();
            }
        }
        if (!before.equals(sites.holdings(Party.OTHER_SITE))) {
            violated("the other site's records are not what they were");
        }
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    long violations() {
        return violations.get();
    }

    private void line(long count, Chance chance) throws IOException {
        RandomRequests requests = new RandomRequests(sites, chance, loot);
        RawLine line = RawLine.to(sites.port());
        for (long at = 0; at < count; at++) {
            boolean owner = chance.once(3);
            Party party = owner
                    ? Party.OTHER_SITE
                    : chance.one(Party.OWN_DESK, Party.OWN_DESK, Party.COLLEAGUE, Party.ANONYMOUS, Party.REVOKED);
            Request request = owner ? ownReading(chance) : requests.next(party);
            if (line.isSpent()) {
                line.close();
                line = RawLine.to(sites.port());
            }
            line.send(request.bytes());
            Response response = line.answer(request.method());
            leaks.in(party, request, response).ifPresent(fault -> violated(fault + ": " + request + " -> " + response));
            if (owner && response.status() != 200) {
                violated("the other site does not get its own: " + request + " -> " + response);
            }
        }
        line.close();
    }

    private Request ownReading(Chance chance) {
        String address = chance.one(
                "/v1/sync/changes",
                "/v1/sync/snapshot",
                "/v1/parking/entries",
                "/v1/parking/entries/" + loot.getFirst());
        return Request.plain("GET", address, sites.token(Party.OTHER_SITE));
    }

    private void violated(String what) {
        if (violations.incrementAndGet() <= FAULTS_KEPT) {
            faults.add(what);
        }
    }

    /** SEC-9: how long a foreign id and one of nobody take, for a person to look at. */
    String timing() throws IOException {
        long[] foreign = new long[TIMED];
        long[] nobody = new long[TIMED];
        try (RawLine line = RawLine.to(sites.port())) {
            for (int at = 0; at < TIMED; at++) {
                foreign[at] = nanos(line, UUID.fromString(loot.get(at % 10)));
                nobody[at] = nanos(line, new UUID(7L << 12, at));
            }
        }
        return "medians: a record of the other site " + median(foreign) + " us, one of nobody " + median(nobody)
                + " us";
    }

    private long nanos(RawLine line, UUID id) throws IOException {
        byte[] request = Request.plain("GET", "/v1/parking/entries/" + id, sites.token(Party.OWN_DESK))
                .bytes();
        long began = System.nanoTime();
        line.send(request);
        line.answer();
        return System.nanoTime() - began;
    }

    private static long median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1_000;
    }
}
