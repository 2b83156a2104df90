package gatebook.checks.source;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One text file of the tree; its path is relative to the root and uses slashes. */
public final class SourceFile {
    private final String path;
    private final String text;
    private final Supplier<JavaText> java;
    private final Supplier<Syntax> syntax;

    public SourceFile(String path, String text) {
        this.path = path;
        this.text = text;
        this.java = new Once<>(() -> JavaText.of(text));
        this.syntax = new Once<>(() -> Syntax.of(name(), text));
    }

    /** A made-up main file, for showing that a rule can fail. */
    public static SourceFile sample(String text) {
        return new SourceFile("trade/sample/src/main/java/gatebook/sample/Sample.java", text);
    }

    /** A made-up main file that holds this inside a class. */
    public static SourceFile sampleClass(String members) {
        return sample("package gatebook.sample;\nfinal class Sample {\n" + members + "\n}\n");
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public boolean isJava() {
        return path.endsWith(".java");
    }

    public boolean isMainJava() {
        return isJava() && path.contains("/src/main/java/");
    }

    public boolean isTestJava() {
        return isJava() && path.contains("/src/test/java/");
    }

    public List<String> lines() {
        return text.lines().toList();
    }

    public Syntax syntax() {
        return syntax.get();
    }

    public List<Spot> comments() {
        return java.get().comments();
    }

    /** Where a pattern matches within a line of the text as it stands. */
    public Stream<Spot> matches(Pattern pattern) {
        return matches(lines(), pattern);
    }

    /** Where a pattern matches within a line of the code, comments and the inside of literals left out. */
    public Stream<Spot> codeMatches(Pattern pattern) {
        return matches(java.get().code().lines().toList(), pattern);
    }

    private Stream<Spot> matches(List<String> searched, Pattern pattern) {
        List<String> lines = lines();
        return IntStream.range(0, searched.size())
                .filter(at -> pattern.matcher(searched.get(at)).find())
                .mapToObj(at -> new Spot(at + 1, lines.get(at).strip()));
    }

    @Override
    public String toString() {
        return path;
    }

    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> making;
        private @Nullable T made;

        Once(Supplier<T> making) {
            this.making = making;
        }

        @Override
        public synchronized T get() {
            T known = made;
            if (known == null) {
                known = making.get();
                made = known;
            }
            return known;
        }
    }
}
