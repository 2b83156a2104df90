package gatebook.faults.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes hostile inputs out of sound ones; the same chance gives the same inputs. */
final class Mutation {
    /** Words that parsers stumble over. */
    private static final List<String> WORDS = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "1e999999999",
            "-0",
            "0.001",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999999999",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "{}",
            "[]",
            "{\"a\":1,\"a\":2}",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
            "\"2026-02-30T00:00:00Z\"",
            "\"+999999999-12-31T23:59:59.999999999+18:00\"",
            "\"-999999999-01-01T00:00:00-18:00\"",
            "\"1-1-1-1-1\"",
            "\"00000000-0000-0000-0000-00000000000g\"",
            "\"ﷺ\"",
            "\"٣\"",
            "\u202e",
            "\ufeff",
            "=1+1",
            "\r\n",
            "'",
            "%00",
            "\"N/A\"",
            "\"XXX\"",
            "\"Europe/Nowhere\"");

    private final RandomGenerator chance;

    Mutation(RandomGenerator chance) {
        this.chance = chance;
    }

    /** One of the seeds, changed in one to five places. */
    byte[] of(List<byte[]> seeds) {
        byte[] input = seeds.get(chance.nextInt(seeds.size()));
        int changes = 1 + chance.nextInt(5);
        for (int at = 0; at < changes; at++) {
            input = changed(input, seeds);
        }
        return input;
    }

    private byte[] changed(byte[] input, List<byte[]> seeds) {
        int from = chance.nextInt(input.length + 1);
        int to = Math.min(input.length, from + 1 + chance.nextInt(1 + chance.nextInt(60)));
        return switch (chance.nextInt(9)) {
            case 0 -> spliced(input, from, to, new byte[0]);
            case 1 -> spliced(input, from, from, noise(1 + chance.nextInt(4)));
            case 2 -> spliced(input, from, to, noise(to - from));
            case 3 -> Arrays.copyOf(input, from);
            case 4 -> spliced(input, from, from, Arrays.copyOfRange(input, from, to));
            case 5 -> spliced(input, from, from, word());
            case 6 -> flipped(input, from);
            case 7 -> {
                byte[] other = seeds.get(chance.nextInt(seeds.size()));
                int cut = chance.nextInt(other.length + 1);
                yield spliced(input, from, input.length, Arrays.copyOfRange(other, cut, other.length));
            }
            default -> valueReplaced(input, from);
        };
    }

    /** Puts a word in place of what stands between the next colon and the comma or brace after it. */
    private byte[] valueReplaced(byte[] input, int from) {
        int colon = next(input, from, ":");
        int end = next(input, colon + 1, ",}]");
        return colon >= input.length ? spliced(input, from, from, word()) : spliced(input, colon + 1, end, word());
    }

    private static int next(byte[] input, int from, String signs) {
        int at = from;
        while (at < input.length && signs.indexOf(input[at]) < 0) {
            at++;
        }
        return Math.min(at, input.length);
    }

    private byte[] flipped(byte[] input, int at) {
        byte[] other = input.clone();
        if (at < other.length) {
            other[at] ^= (byte) (1 << chance.nextInt(8));
        }
        return other;
    }

    private byte[] word() {
        return WORDS.get(chance.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        chance.nextBytes(noise);
        return noise;
    }

    private static byte[] spliced(byte[] input, int from, int to, byte[] between) {
        int end = Math.max(from, Math.min(to, input.length));
        byte[] other = new byte[from + between.length + input.length - end];
        System.arraycopy(input, 0, other, 0, from);
        System.arraycopy(between, 0, other, from, between.length);
        System.arraycopy(input, end, other, from + between.length, input.length - end);
        return other;
    }
}
