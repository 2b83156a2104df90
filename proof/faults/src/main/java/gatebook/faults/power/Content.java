package gatebook.faults.power;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** One file on the disk: what is there for good, and what waits in the machine's memory. */
final class Content {
    private static final int SECTOR_BYTES = 512;

    private byte[] flushed = {};
    private final List<Piece> waiting = new ArrayList<>();

    private sealed interface Piece {
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Bytes(long at, byte[] bytes) implements Piece {}

        record Length(long bytes) implements Piece {}
    }

    void write(long at, byte[] bytes) {
        waiting.add(new Piece.Bytes(at, bytes));
    }

    void resize(long bytes) {
        waiting.add(new Piece.Length(bytes));
    }

    void flush() {
        flushed = afterCut(Losing.NOTHING, RandomGenerator.getDefault());
        waiting.clear();
    }

    /** What a cut may leave; a sector that is written in part keeps the rest, as SQLite expects of a disk. */
    byte[] afterCut(Losing losing, RandomGenerator random) {
        byte[] left = flushed.clone();
        int end = losing == Losing.THE_END ? random.nextInt(waiting.size() + 1) : waiting.size();
        for (int at = 0; at < waiting.size(); at++) {
            Losing here = at < end
                    ? losing == Losing.THE_END ? Losing.NOTHING : losing
                    : at == end ? Losing.SECTORS : Losing.EVERYTHING;
            left = after(left, waiting.get(at), here, random);
        }
        return left;
    }

    private static byte[] after(byte[] before, Piece piece, Losing losing, RandomGenerator random) {
        boolean isLost = losing == Losing.EVERYTHING || losing == Losing.PIECES && random.nextBoolean();
        if (isLost) {
            return before;
        }
        return switch (piece) {
            case Piece.Length(long bytes) ->
                losing == Losing.NOTHING || random.nextBoolean() ? Arrays.copyOf(before, (int) bytes) : before;
            case Piece.Bytes(long at, byte[] bytes) -> {
                byte[] left = before;
                long from = at;
                while (from < at + bytes.length) {
                    long to = Math.min(at + bytes.length, (from / SECTOR_BYTES + 1) * SECTOR_BYTES);
                    left = sector(
                            left, from, Arrays.copyOfRange(bytes, (int) (from - at), (int) (to - at)), losing, random);
                    from = to;
                }
                yield left;
            }
        };
    }

    private static byte[] sector(byte[] before, long at, byte[] bytes, Losing losing, RandomGenerator random) {
        boolean isBySector = losing == Losing.SECTORS || losing == Losing.SECTORS_TO_GARBAGE;
        if (isBySector && random.nextBoolean()) {
            return before;
        }
        byte[] left = before.length < at + bytes.length ? Arrays.copyOf(before, (int) at + bytes.length) : before;
        if (losing == Losing.SECTORS_TO_GARBAGE && random.nextBoolean()) {
            random.nextBytes(bytes);
        }
        System.arraycopy(bytes, 0, left, (int) at, bytes.length);
        return left;
    }
}
