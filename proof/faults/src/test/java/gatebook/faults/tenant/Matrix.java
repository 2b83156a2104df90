package gatebook.faults.tenant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The table of expectations, {@code matrix.txt} beside this class. */
final class Matrix {
    private Matrix() {}

    /**
     * One cell.
     *
     * @param expected a status, and perhaps a word that the body holds
     */
    record Cell(String request, Target target, Party party, String expected) {
        int status() {
            return Integer.parseInt(expected.substring(0, 3));
        }

        String word() {
            return expected.substring(3).strip();
        }
    }

    static List<Cell> cells() {
        try (InputStream file = Objects.requireNonNull(Matrix.class.getResourceAsStream("matrix.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> cells(line.split("\\|", -1)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Cell> cells(String[] columns) {
        Party[] parties = Party.values();
        if (columns.length != 2 + parties.length) {
            throw new IllegalStateException("a row has " + (2 + parties.length) + " columns: " + columns[0]);
        }
        Target target = Target.valueOf(columns[1].strip().toUpperCase(Locale.ROOT));
        List<Cell> cells = new ArrayList<>();
        int column = 2;
        for (Party party : parties) {
            cells.add(new Cell(columns[0].strip(), target, party, columns[column++].strip()));
        }
        return cells;
    }
}
