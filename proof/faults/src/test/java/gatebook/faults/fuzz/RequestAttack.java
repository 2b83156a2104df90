package gatebook.faults.fuzz;

import gatebook.faults.fuzz.BadRequests.Attempt;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Malformed requests over several lines at once, and good ones beside them: {@code --count N --seed S}. Each answer is
 * held to {@link Decency}; the heap after collection is compared before and after.
 */
public final class RequestAttack {
    static final int LINES = 8;
    static final int SLOW_LINES = 40;
    private static final int GOOD_EVERY = 50;
    private static final int FAULTS_KEPT = 20;

    private final HostedCloud cloud;
    private final HostedCloud.EnrolledDesk desk;
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong violations = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong served = new AtomicLong();

    RequestAttack(HostedCloud cloud) {
        this.cloud = cloud;
        this.desk = cloud.desk(cloud.site("Attacked"));
    }

    public static void main(String... words) throws Exception {
        Orders orders = Orders.of(words);
        long count = orders.number("count", 20_000);
        long violations;
        try (HostedCloud cloud = HostedCloud.start()) {
            RequestAttack attack = new RequestAttack(cloud);
            attack.run(1_000, orders.number("seed", 1) + 7_777_777);
            long before = Heap.afterCollection();
            long began = System.nanoTime();
            attack.run(count, orders.number("seed", 1));
            long seconds = (System.nanoTime() - began) / 1_000_000_000;
            attack.faults().forEach(System.err::println);
            System.err.println(attack.answers() + " answers, " + attack.unanswered() + " lost, " + attack.served()
                    + " good ones beside; heap after collection " + before / Heap.MIB + " MiB before, "
                    + Heap.afterCollection() / Heap.MIB + " MiB after");
            System.out.println(new Figure("malformed requests", count, attack.violations(), seconds).json());
            violations = attack.violations();
        }
        System.exit(violations == 0 ? 0 : 1); // after the cloud is gone, which would outlive this
    }

    /** Sends so many; lines that send their headers byte by byte stay open all the while. */
    void run(long count, long seed) throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
                SlowLines slow = new SlowLines(cloud.port(), SLOW_LINES)) {
            List<Future<?>> lines = new ArrayList<>();
            for (int at = 0; at < LINES; at++) {
                long own = count / LINES + (at < count % LINES ? 1 : 0);
                long ownSeed = seed * LINES + at;
                lines.add(pool.submit(() -> {
                    line(own, ownSeed, slow);
                    return null;
                }));
            }
            for (Future<?> line : lines) {
                line.get();
            }
        }
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    long violations() {
        return violations.get();
    }

    long answers() {
        return answers.get();
    }

    /** Sound in length and yet unanswered: a connection that is closed on unread bytes may lose the answer. */
    long unanswered() {
        return unanswered.get();
    }

    long served() {
        return served.get();
    }

    private void line(long count, long seed, SlowLines slow) throws IOException {
        BadRequests requests = new BadRequests(new Chance(seed), desk.token());
        RawLine line = RawLine.to(cloud.port());
        for (long at = 0; at < count; at++) {
            Attempt attempt = requests.next();
            if (attempt.framed()) {
                if (line.isSpent()) {
                    line.close();
                    line = RawLine.to(cloud.port());
                }
                line = exchanged(line, attempt);
            } else {
                answered(attempt);
            }
            if (at % GOOD_EVERY == 0) {
                good();
                slow.oneByteMore();
            }
        }
        line.close();
    }

    private RawLine exchanged(RawLine line, Attempt attempt) throws IOException {
        try {
            line.send(attempt.bytes());
            judge(attempt, line.answer(attempt.method()));
            return line;
        } catch (SocketTimeoutException hangs) {
            violated("hangs", attempt.toString());
            line.close();
            return RawLine.to(cloud.port());
        } catch (IOException closed) {
            // A line that had idled, or a body that was too much of it.
            line.close();
            if (answered(attempt).isEmpty()) {
                unanswered.incrementAndGet();
            }
            return RawLine.to(cloud.port());
        }
    }

    /** What was answered on a line of its own, each judged. */
    private List<Response> answered(Attempt attempt) {
        try {
            List<Response> all =
                    attempt.method().equals("HEAD") ? List.of() : RawLine.all(cloud.port(), attempt.bytes());
            all.forEach(response -> judge(attempt, response));
            return all;
        } catch (SocketTimeoutException hangs) {
            violated("hangs", attempt.toString());
        } catch (IOException reset) {
            // closed upon a request that is none
        }
        return List.of();
    }

    private void judge(Attempt attempt, Response response) {
        answers.incrementAndGet();
        if (attempt.toString().startsWith("OPTIONS * ")) {
            return; // asks the web server about itself, and is answered by it
        }
        Decency.fault(attempt.method(), response).ifPresent(fault -> violated(fault, attempt + "\n  -> " + response));
    }

    private void good() {
        Response response = RawLine.once(
                cloud.port(),
                Request.plain("GET", "/v1/stats?date=2026-11-22", desk.token()).bytes());
        if (response.status() == 200) {
            served.incrementAndGet();
        } else {
            violated("a good request beside it is not served", response.toString());
        }
    }

    private void violated(String what, String where) {
        if (violations.incrementAndGet() <= FAULTS_KEPT) {
            faults.add(what + ": " + where);
        }
    }
}
