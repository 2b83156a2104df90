package gatebook.checks.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The syntax tree of one Java file, parsed by the compiler and not resolved: names are names, not types. */
public final class Syntax {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final JavaFileManager FILES =
            COMPILER.getStandardFileManager(diagnostic -> {}, Locale.ROOT, StandardCharsets.UTF_8);

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<TreePath> paths = new ArrayList<>();

    private Syntax(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    static Syntax of(String name, String text) {
        JavacTask task = (JavacTask) COMPILER.getTask(
                null, FILES, diagnostic -> {}, List.of("-proc:none"), null, List.of(new InMemory(name, text)));
        try {
            Syntax syntax = new Syntax(
                    task.parse().iterator().next(), Trees.instance(task).getSourcePositions());
            new Collector(syntax.paths).scan(syntax.unit, null);
            return syntax;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every node of a kind, with the nodes around it. */
    public Stream<TreePath> paths(Class<? extends Tree> kind) {
        return paths.stream().filter(path -> kind.isInstance(path.getLeaf()));
    }

    public <T extends Tree> Stream<T> nodes(Class<T> kind) {
        return paths.stream().map(TreePath::getLeaf).filter(kind::isInstance).map(kind::cast);
    }

    /** The line where a node starts; 0 for a node that the compiler made up. */
    public int line(Tree node) {
        return lineAt(positions.getStartPosition(unit, node));
    }

    public int endLine(Tree node) {
        return lineAt(positions.getEndPosition(unit, node));
    }

    private int lineAt(long position) {
        return position < 0 ? 0 : (int) unit.getLineMap().getLineNumber(position);
    }

    private static final class Collector extends TreePathScanner<Void, Void> {
        private final List<TreePath> paths;

        Collector(List<TreePath> paths) {
            this.paths = paths;
        }

        @Override
        public Void scan(Tree tree, Void nothing) {
            if (tree != null && getCurrentPath() != null) {
                paths.add(new TreePath(getCurrentPath(), tree));
            }
            return super.scan(tree, null);
        }
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String text;

        InMemory(String name, String text) {
            super(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
