package gatebook.bench.figure;

import java.util.List;

/**
 * What one run came to.
 *
 * @param setting what it was run with, in words
 */
public record RunResult(String run, String setting, List<Figure> figures) {
    public RunResult {
        figures = List.copyOf(figures);
    }
}
