package gatebook.checks.arrows;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import gatebook.checks.source.Exemptions;
import gatebook.checks.source.Finding;
import gatebook.checks.source.Spot;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

/** Each outside thing is named by the modules that exist because of it, and by no other. */
final class OutsideThingsTest {
    private static final String RULE = "outside-thing";
    private static final Set<String> NOBODY = Set.of();

    /**
     * A package or class with all below it, and the modules that may name it. The barest programs of {@code bench} do the
     * work of several modules in a page each; {@code sim} is the disk under SQLite.
     */
    private static final Map<String, Set<String>> NAMED_BY = Map.ofEntries(
            Map.entry("java.sql", Set.of("store", "ledger", "bench", "sim")),
            Map.entry("javax.sql", Set.of("ledger")),
            Map.entry("org.sqlite", Set.of("store", "bench", "sim")),
            Map.entry("org.postgresql", Set.of("ledger")),
            Map.entry("com.zaxxer", Set.of("ledger")),
            Map.entry("org.flywaydb", Set.of("ledger")),
            Map.entry("io.zonky", Set.of("ledger")),
            Map.entry("org.springframework", Set.of("api")),
            Map.entry("org.springdoc", Set.of("api")),
            Map.entry("io.swagger", Set.of("api")),
            Map.entry("io.micrometer", Set.of("api")),
            Map.entry("jakarta", Set.of("api")),
            Map.entry("org.apache.catalina", Set.of("api")),
            Map.entry("org.apache.coyote", Set.of("api")),
            Map.entry("org.apache.tomcat", Set.of("api")),
            Map.entry("picocli", Set.of("cli")),
            Map.entry("javafx", Set.of("app", "bench")),
            Map.entry("atlantafx", Set.of("app")),
            Map.entry("org.kordamp", Set.of("app")),
            Map.entry("com.code_intelligence", Set.of("faults")),
            Map.entry("tools.jackson", Set.of("wire", "files", "cli", "api", "bench")),
            Map.entry("com.fasterxml.jackson", NOBODY),
            Map.entry("org.dhatim", Set.of("files")),
            Map.entry("org.apache.commons.csv", Set.of("files")),
            Map.entry("com.github.f4b6a3", Set.of("api", "cli", "app", "bench", "faults")),
            Map.entry("org.openjdk.jmh", Set.of("bench")),
            Map.entry("java.net.http", Set.of("sync", "bench")),
            Map.entry("java.net.URLConnection", NOBODY),
            Map.entry("java.net.HttpURLConnection", NOBODY),
            Map.entry("javax.net.ssl.HttpsURLConnection", NOBODY),
            Map.entry("javax.net.ssl.HostnameVerifier", NOBODY),
            Map.entry("javax.net.ssl.TrustManager", NOBODY),
            Map.entry("javax.net.ssl.X509TrustManager", NOBODY),
            Map.entry("javax.net.ssl.X509ExtendedTrustManager", NOBODY),
            Map.entry("java.security.cert", NOBODY),
            Map.entry("java.io.ObjectInputStream", NOBODY),
            Map.entry("sun", NOBODY),
            Map.entry("jdk.internal", NOBODY));

    /** Of the JDK, what pure rules are made of; they name no library but JSpecify. */
    private static final Set<String> STUFF_OF_RULES = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.text",
            "java.time",
            "java.time.chrono",
            "java.time.format",
            "java.time.temporal",
            "java.time.zone",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream",
            "org.jspecify.annotations");

    @Test
    void outsideThingsAreNamedByTheirModuleOnly() {
        Exemptions.hold(
                RULE,
                Classes.main().stream()
                        .flatMap(type -> findings(type, Classes.moduleOf(type).orElse(""))));
    }

    @Test
    void rulesArePure() {
        Exemptions.hold(
                "pure-rules",
                Classes.main().stream()
                        .filter(type -> Classes.moduleOf(type).orElse("").equals("rules"))
                        .flatMap(type -> impurities(type, STUFF_OF_RULES::contains)));
    }

    @Test
    void seesAnOutsideThingInTheWrongModule() {
        JavaClass type = new ClassFileImporter().importClass(Trusting.class);
        assertThat(findings(type, "sync"))
                .extracting(found -> found.spot().what())
                .contains("java.sql.Connection");
        assertThat(findings(type, "store"))
                .extracting(found -> found.spot().what())
                .contains("javax.net.ssl.HostnameVerifier")
                .doesNotContain("java.sql.Connection");
    }

    @Test
    void seesARuleThatIsNotPure() {
        JavaClass type = new ClassFileImporter().importClass(Trusting.class);
        assertThat(impurities(type, List.of("java.lang")::contains)).isNotEmpty();
    }

    private static Stream<Finding> findings(JavaClass type, String module) {
        return namedBy(type)
                .filter(name -> NAMED_BY.entrySet().stream()
                        .anyMatch(entry -> covers(entry.getKey(), name)
                                && !entry.getValue().contains(module)))
                .map(name -> Classes.finding(
                        RULE,
                        type,
                        new Spot(1, name),
                        "let the module that exists for it do this (see OutsideThingsTest)"));
    }

    private static Stream<Finding> impurities(JavaClass type, Predicate<String> allowedPackage) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target ->
                        !target.isPrimitive() && Classes.moduleOf(target).isEmpty())
                .filter(target -> !allowedPackage.test(target.getPackageName()))
                .map(target -> Classes.finding(
                        "pure-rules",
                        type,
                        new Spot(1, target.getName()),
                        "rules know values only: hand in what it gives"))
                .distinct();
    }

    private static Stream<String> namedBy(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency ->
                        dependency.getTargetClass().getBaseComponentType().getName())
                .distinct();
    }

    private static boolean covers(String place, String name) {
        return name.equals(place) || name.startsWith(place + ".") || name.startsWith(place + "$");
    }

    abstract static class Trusting implements HostnameVerifier {
        abstract Connection connection();

        @Override
        public boolean verify(String host, SSLSession session) {
            return false;
        }
    }
}
