package gatebook.checks.docs;

import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What the checks read out of a Markdown file. */
final class Documents {
    private Documents() {}

    /** The lines of fenced blocks, without the fences. */
    static List<Spot> fenced(SourceFile file) {
        return split(file, inside -> inside);
    }

    /** The lines outside of fenced blocks. */
    static List<Spot> prose(SourceFile file) {
        return split(file, inside -> !inside);
    }

    private static List<Spot> split(SourceFile file, Predicate<Boolean> wanted) {
        List<Spot> lines = new ArrayList<>();
        boolean inside = false;
        int number = 0;
        for (String line : file.lines()) {
            number++;
            if (line.strip().startsWith("```")) {
                inside = !inside;
            } else if (wanted.test(inside)) {
                lines.add(new Spot(number, line));
            }
        }
        return lines;
    }
}
