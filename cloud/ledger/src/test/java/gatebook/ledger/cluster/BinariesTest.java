package gatebook.ledger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
    @TempDir
    Path folder;

    @Test
    void theProgramsLieInTheAccountsOwnCache() {
        Path user = folder.resolve("asha");
        assertThat(Binaries.cache(user, folder.resolve("beside"))).isEqualTo(user.resolve(".cache/gatebook"));
    }

    @Test
    void anAccountWithoutAHomeHasThemBesideTheData() throws IOException {
        Path none = Files.createFile(folder.resolve("none"));
        assertThat(Binaries.cache(none, folder.resolve("beside"))).isEqualTo(folder.resolve("beside"));
    }
}
