package gatebook.checks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.checks.source.Rule;
import gatebook.checks.source.SourceFile;
import gatebook.checks.source.Tree;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no text file of the tree holds. The patterns are written so that they do not match themselves, and the samples
 * are put together at run time.
 */
final class TextTest {
    private static final Pattern MERGE_MARKER = Pattern.compile("^(<{7}|>{7}|[|]{7}) |^={7}$");
    private static final Pattern PLACE_OF_ONE_MACHINE =
            Pattern.compile("(?<![\\w.}*])/(home|root|work|Users)/\\w|\\b[A-Z]:\\\\+(Users|Documents)\\b");
    private static final Pattern REGISTRY =
            Pattern.compile("(repo1?[.]maven[.](apache[.])?org|central[.]sonatype|oss[.]sonatype"
                    + "|registry[.]npmjs|pypi[.]org|plugins[.]gradle[.]org|jcenter[.]bintray|jitpack[.]io)");
    private static final Pattern UNPROVEN_PEER = Pattern.compile(
            "disable(Hostname|Cert)Verification|Trust[A]ll|[I]nsecureTrust|[c]url .*(-k|--insecure)\\b");

    private static final Rule NO_MARKER =
            new Rule("merge-marker", "finish the merge", file -> file.matches(MERGE_MARKER));

    private static final Rule NO_PLACE = new Rule(
            "machine-path",
            "name the place relative to the root, or take it from the environment",
            file -> file.matches(PLACE_OF_ONE_MACHINE));

    private static final Rule NO_REGISTRY = new Rule(
            "registry-host",
            "leave the choice of a registry to the settings of whoever builds",
            file -> file.matches(REGISTRY));

    private static final Rule PEERS_PROVEN = new Rule(
            "unproven-peer",
            "let TLS prove who answers; there is no switch for it",
            file -> file.matches(UNPROVEN_PEER));

    @Test
    void noMergeIsLeftHalfway() {
        NO_MARKER.holdsIn(Tree.files());
    }

    @Test
    void noPlaceOfOneMachineIsNamed() {
        NO_PLACE.holdsIn(Tree.files());
    }

    @Test
    void noRegistryIsNamed() {
        NO_REGISTRY.holdsIn(Tree.files());
    }

    @Test
    void nothingSwitchesOffTheProofOfThePeer() {
        PEERS_PROVEN.holdsIn(Tree.files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", ">", "|"})
    void seesAMergeMarker(String mark) {
        assertThat(NO_MARKER.in(SourceFile.sample("a\n" + mark.repeat(7) + " b\n")))
                .hasSize(1);
        assertThat(NO_MARKER.in(SourceFile.sample("a\n" + "=".repeat(7) + "\n")))
                .hasSize(1);
        assertThat(NO_MARKER.in(SourceFile.sample("a\n" + "=".repeat(8) + "\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "root", "work", "Users"})
    void seesAPlaceOfOneMachine(String folder) {
        assertThat(NO_PLACE.in(SourceFile.sample("String a = \"/" + folder + "/me/a\";")))
                .hasSize(1);
        assertThat(NO_PLACE.in(SourceFile.sample("String a = \"gatebook/app/" + folder + "/Screen.fxml\";")))
                .isEmpty();
    }

    @Test
    void seesARegistry() {
        assertThat(NO_REGISTRY.in(SourceFile.sample("https://" + String.join(".", "repo", "maven", "apache", "org"))))
                .hasSize(1);
        assertThat(NO_REGISTRY.in(SourceFile.sample("https://maven.apache.org/xsd")))
                .isEmpty();
    }

    @Test
    void seesASwitchThatBelievesAnyPeer() {
        assertThat(PEERS_PROVEN.in(SourceFile.sample("new Trust" + "All()"))).hasSize(1);
    }
}
