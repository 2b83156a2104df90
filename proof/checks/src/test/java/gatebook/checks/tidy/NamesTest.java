package gatebook.checks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages and classes are named by a noun or act of the trade (STYLE.md). */
final class NamesTest {
    private static final Set<String> REFUSED_FOLDERS =
            Set.of("util", "utils", "helper", "helpers", "common", "misc", "base", "core", "impl");
    private static final Pattern REFUSED_CLASS = Pattern.compile(
            "^(Manager|Processor|Helper|Utils?)([A-Z].*)?$|(Manager|Processor|Helper|Helpers|Util|Utils|Impl)$"
                    + "|^Abstract.*Service$|^I[A-Z][a-z].*$");

    private static final Rule PACKAGES = new Rule(
            "package-name",
            "name the package by what it is about in the trade",
            file -> Arrays.stream(packageOf(file).split("/"))
                    .filter(REFUSED_FOLDERS::contains)
                    .map(folder -> new Spot(1, "package " + folder)));

    private static final Rule CLASSES = new Rule(
            "class-name",
            "name the class by the noun or act of the trade that it is",
            file -> file.syntax()
                    .nodes(ClassTree.class)
                    .filter(type -> REFUSED_CLASS.matcher(type.getSimpleName()).find())
                    .map(type -> new Spot(
                            file.syntax().line(type), type.getSimpleName().toString())));

    @Test
    void packagesAreNamedByTheTrade() {
        PACKAGES.holdsIn(javaFiles());
    }

    @Test
    void classesAreNamedByTheTrade() {
        CLASSES.holdsIn(javaFiles());
    }

    @ParameterizedTest
    @ValueSource(strings = {"util", "core", "impl"})
    void seesARefusedPackage(String folder) {
        SourceFile file = new SourceFile("desk/x/src/main/java/gatebook/x/" + folder + "/A.java", "");
        assertThat(PACKAGES.in(file)).hasSize(1);
    }

    @Test
    void looksAtThePackageOnlyNotAtTheFoldersAboveIt() {
        assertThat(PACKAGES.in(new SourceFile("core/src/main/java/gatebook/x/A.java", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QueueManager",
                "ManagerOfQueues",
                "PushProcessor",
                "StringUtils",
                "AbstractPushService",
                "IEntry"
            })
    void seesARefusedClass(String name) {
        assertThat(CLASSES.in(SourceFile.sample("class " + name + " {}"))).hasSize(1);
        assertThat(CLASSES.in(SourceFile.sample("class Outer { interface " + name + " {} }")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Image", "Intake", "IOFault", "Id", "Utilisation", "Entries"})
    void leavesTheTradesNamesAlone(String name) {
        assertThat(CLASSES.in(SourceFile.sample("class " + name + " {}"))).isEmpty();
    }

    private static Stream<SourceFile> javaFiles() {
        return Tree.files().filter(SourceFile::isJava);
    }

    private static String packageOf(SourceFile file) {
        return file.path().replaceFirst("^.*/src/\\w+/java/", "").replace("/" + file.name(), "");
    }
}
