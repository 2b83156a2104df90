package gatebook.faults.power;

import java.util.ArrayList;
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
        Platter left = new Platter(flushed, longest());
        int end = losing == Losing.THE_END ? random.nextInt(waiting.size() + 1) : waiting.size();
        for (int at = 0; at < waiting.size(); at++) {
            Losing here = at < end
                    ? losing == Losing.THE_END ? Losing.NOTHING : losing
                    : at == end ? Losing.SECTORS : Losing.EVERYTHING;
            carryOut(waiting.get(at), here, left, random);
        }
        return left.bytes();
    }

    /** How long it may have become meanwhile. */
    private int longest() {
        long longest = flushed.length;
        for (Piece piece : waiting) {
            longest = Math.max(
                    longest,
                    switch (piece) {
                        case Piece.Length(long bytes) -> bytes;
                        case Piece.Bytes(long at, byte[] bytes) -> at + bytes.length;
                    });
        }
        return Math.toIntExact(longest);
    }

    private static void carryOut(Piece piece, Losing losing, Platter left, RandomGenerator random) {
        boolean isLost = losing == Losing.EVERYTHING || losing == Losing.PIECES && random.nextBoolean();
        if (isLost) {
            return;
        }
        switch (piece) {
            case Piece.Length(long bytes) -> {
                if (losing == Losing.NOTHING || random.nextBoolean()) {
                    left.resize((int) bytes);
                }
            }
            case Piece.Bytes(long at, byte[] bytes) -> {
                if (losing == Losing.SECTORS || losing == Losing.SECTORS_TO_GARBAGE) {
                    bySector((int) at, bytes, losing, left, random);
                } else {
                    left.write((int) at, bytes, 0, bytes.length);
                }
            }
        }
    }

    private static void bySector(int at, byte[] bytes, Losing losing, Platter left, RandomGenerator random) {
        int end = at + bytes.length;
        for (int from = at, to; from < end; from = to) {
            to = Math.min(end, (from / SECTOR_BYTES + 1) * SECTOR_BYTES);
            if (random.nextBoolean()) {
                continue;
            }
            if (losing == Losing.SECTORS_TO_GARBAGE && random.nextBoolean()) {
                byte[] garbage = new byte[to - from];
                random.nextBytes(garbage);
                left.write(from, garbage, 0, garbage.length);
            } else {
                left.write(from, bytes, from - at, to - from);
            }
        }
    }
}
