package gatebook.checks.docs;

import com.sun.source.tree.LiteralTree;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table of a document whose every row is kept by a test that carries the row's id. A test carries an id if a string
 * in it, or a line of a table in its resources, starts with it: {@code @Tag("V1")}, {@code "V1: notes against notes"}.
 *
 * @param document where the table stands; as long as it does not exist nothing is asked for
 * @param id the form of an id in a row's first cell
 */
record LabelledRows(String document, Pattern id) {
    private static final Pattern FIRST_WORD = Pattern.compile("^[\\s|]*([A-Z][A-Za-z0-9-]*)(?=[\\s:,;|.]|$)");
    private static final Pattern LABELLING =
            Pattern.compile("^(.*/src/test/(java|resources)/.*|proof/sim/src/main/java/.*)\\.(java|csv|txt|md)$");

    /** The rows of the table that no test carries. */
    Stream<Spot> unkept(SourceFile file, Set<String> labels) {
        return Documents.prose(file).stream()
                .filter(line -> line.what().startsWith("|"))
                .map(line -> new Spot(
                        line.line(), line.what().split("\\|", 3)[1].strip().replace("`", "")))
                .filter(row -> id.matcher(row.what()).matches() && !labels.contains(row.what()));
    }

    static Set<String> labelsOfTheTree() {
        Set<String> labels = new HashSet<>();
        Tree.files()
                .filter(file -> LABELLING.matcher(file.path()).matches())
                .filter(file -> !file.path().startsWith("proof/checks/"))
                .forEach(file -> labels.addAll(labels(file)));
        return labels;
    }

    static Set<String> labels(SourceFile file) {
        Set<String> labels = new HashSet<>();
        strings(file)
                .flatMap(String::lines)
                .flatMap(line -> FIRST_WORD.matcher(line).results())
                .forEach(found -> labels.add(found.group(1)));
        return labels;
    }

    private static Stream<String> strings(SourceFile file) {
        return file.isJava()
                ? file.syntax()
                        .nodes(LiteralTree.class)
                        .map(LiteralTree::getValue)
                        .flatMap(value -> value instanceof String text ? Stream.of(text) : Stream.empty())
                : Stream.of(file.text());
    }
}
