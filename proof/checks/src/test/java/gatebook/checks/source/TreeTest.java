package gatebook.checks.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class TreeTest {

    @Test
    void seesMainFilesTestFilesScriptsAndDocuments() {
        assertThat(Tree.mainJava()).isNotEmpty();
        assertThat(Tree.testJava()).isNotEmpty();
        assertThat(Tree.markdown()).isNotEmpty();
        assertThat(Tree.file(".ci/run")).isPresent();
    }

    @Test
    void leavesOutWhatTheBuildMakes() {
        assertThat(Tree.files().filter(file -> file.path().contains("target/"))).isEmpty();
    }

    @Test
    void findsTheRootFromAnyFolderBelowIt() {
        assertThat(Tree.findRoot(Tree.root().resolve(Path.of("proof", "checks"))))
                .isEqualTo(Tree.root());
    }

    @Test
    void findsTheFileOfAClass() {
        assertThat(Tree.declaring("gatebook.cli.Gatebook")).isPresent();
    }
}
