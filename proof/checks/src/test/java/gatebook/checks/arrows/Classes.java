package gatebook.checks.arrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import gatebook.checks.source.Finding;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Spot;
import gatebook.checks.source.Tree;
import java.util.Optional;

/** The compiled main classes of all modules, imported once. */
final class Classes {
    static final String HOUSE = "gatebook.";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(
                    location -> !location.contains("/gatebook/checks/") && !location.contains("/test-classes/"))
            .withImportOption(location -> !location.contains("/jmh_generated/"))
            .importPackages("gatebook");

    private Classes() {}

    static JavaClasses main() {
        return MAIN;
    }

    /** The module that a class of ours belongs to, by the second word of its package; empty for a class of others. */
    static Optional<String> moduleOf(JavaClass type) {
        return moduleOf(type.getPackageName());
    }

    static Optional<String> moduleOf(String packageName) {
        return packageName.startsWith(HOUSE)
                ? Optional.of(packageName.substring(HOUSE.length()).replaceFirst("\\..*$", ""))
                : Optional.empty();
    }

    static String topLevelName(JavaClass type) {
        return type.getName().replaceFirst("\\$.*$", "");
    }

    static Finding finding(String rule, JavaClass in, Spot spot, String remedy) {
        String name = topLevelName(in);
        return new Finding(rule, Tree.declaring(name).map(SourceFile::path).orElse(name), spot, remedy);
    }
}
