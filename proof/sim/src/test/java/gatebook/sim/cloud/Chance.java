package gatebook.sim.cloud;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Thinks up the steps of a scenario from a seed. Few records, plates and times, so that everything meets; versions are
 * mostly the true ones, since a random base is nearly always stale.
 */
final class Chance {
    private static final List<String> RECORDS = List.of("a", "b", "c", "d", "e", "f", "g");
    private static final List<String> PLATES = List.of("P1", "p-1", "P2", "P3", "??", "..");
    private static final List<String> TIMES = List.of("05:00", "05:06", "05:15", "05:16", "05:40", "09:00");
    private static final List<String> OPTIONS = List.of(
            "", "", "", " out=12:00", " out=12:00", " n=x", " n=y", " T=Car", " in=Acme", " fee=-5", " out=04:00");
    private static final int OPERATIONS_MAX = 4;

    private final Random random;
    private final List<String> sent = new ArrayList<>();
    private final List<String> saved = new ArrayList<>();
    private int operations;
    private boolean begun;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** The next step, given what the cloud has done so far. */
    String step(List<Deed> deeds) {
        Map<String, Long> versions = new TreeMap<>();
        deeds.forEach(deed -> versions.put(Sample.name(deed.record()), deed.version()));
        if (!begun) {
            begun = true;
            return "join C";
        }
        int kind = random.nextInt(100);
        String desk = one(List.of("A", "B", "C"));
        if (kind < 58) {
            return push(desk, versions);
        }
        if (kind < 74) {
            return desk + one(List.of(" pull ", " seen ")) + one(List.of("1", "2", "3", "7", "1000"));
        }
        if (kind < 82) {
            return desk + look();
        }
        if (kind < 86) {
            return desk + past();
        }
        return kind < 93 ? rare(desk) : "wait PT" + random.nextInt(1, 400) + "S";
    }

    private String push(String desk, Map<String, Long> versions) {
        StringBuilder push = new StringBuilder(desk);
        if (random.nextInt(20) == 0) {
            push.append('(').append(random.nextInt(30)).append(')');
        }
        push.append(random.nextInt(12) == 0 ? "?" : "")
                .append(random.nextBoolean() ? ">" : "")
                .append(": ");
        Map<String, Long> expected = new HashMap<>(versions);
        int count = random.nextInt(OPERATIONS_MAX + 1);
        for (int at = 0; at < count; at++) {
            push.append(at == 0 ? "" : ", ").append(operation(expected));
        }
        return push.toString();
    }

    private String operation(Map<String, Long> versions) {
        if (!sent.isEmpty() && random.nextInt(8) == 0) {
            return one(sent);
        }
        String record = one(RECORDS);
        long base = random.nextInt(6) == 0 ? random.nextInt(5) : versions.getOrDefault(record, 0L);
        int kind = random.nextInt(10);
        String head;
        if (kind < (versions.containsKey(record) ? 1 : 8)) {
            head = "new " + record + image();
        } else if (kind < 9) {
            head = "set " + record + " " + base + image();
        } else {
            head = "void " + record + " " + base;
        }
        versions.merge(record, 1L, Long::sum);
        String lost =
                random.nextInt(15) == 0 ? " lost=" + random.nextInt(4) + ":" + one(List.of("void", "x", "y")) : "";
        String id = random.nextInt(40) == 0 && operations > 0 ? "#" + random.nextInt(operations) : "#" + operations;
        operations++;
        String operation =
                head + lost + " by=" + (random.nextInt(20) == 0 ? "^" : one(List.of("Asha", "Ravi"))) + " " + id;
        sent.add(operation);
        return operation;
    }

    private String image() {
        return " " + one(PLATES) + "@" + one(TIMES) + one(OPTIONS);
    }

    private String look() {
        return one(List.of(
                " load",
                " on " + one(RECORDS),
                " end",
                " compare -",
                " compare a-d d- -c",
                " list",
                " list b-e",
                " look a b c d",
                " look g a"));
    }

    private String past() {
        return switch (random.nextInt(4)) {
            case 0 -> " past";
            case 1 -> " past " + random.nextInt(9);
            case 2 -> " trail " + head();
            default -> " trail " + head() + " " + head();
        };
    }

    private String head() {
        return random.nextInt(1, 6) + one(List.of("a", "b"));
    }

    private String rare(String desk) {
        if (saved.isEmpty() || random.nextInt(3) == 0) {
            saved.add("s" + saved.size());
            return "save " + saved.getLast();
        }
        return switch (random.nextInt(5)) {
            case 0, 1 -> "lose " + one(saved);
            case 2 -> "renew " + one(saved);
            case 3 -> "revoke " + desk;
            default -> "join " + desk;
        };
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
