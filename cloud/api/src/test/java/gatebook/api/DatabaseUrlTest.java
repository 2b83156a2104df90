package gatebook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatebook.ledger.access.LedgerSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DatabaseUrlTest {
    @Test
    void takesUserAndPasswordOutOfTheAddress() {
        LedgerSettings settings = DatabaseUrl.settings(
                "jdbc:postgresql://db:5432/gate?user=owner&ssl=true&password=s%26cret", Map.of("PGUSER", "other"));
        assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5432/gate?ssl=true");
        assertThat(settings.owner().user()).isEqualTo("owner");
        assertThat(settings.owner().password()).isEqualTo("s&cret");
    }

    @Test
    void looksForThemInTheEnvironment() {
        LedgerSettings settings =
                DatabaseUrl.settings("jdbc:postgresql:gate", Map.of("PGUSER", "owner", "PGPASSWORD", "secret"));
        assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql:gate");
        assertThat(settings.owner().user()).isEqualTo("owner");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> DatabaseUrl.settings("jdbc:postgresql:gate", Map.of()))
                .hasMessageContaining("PGUSER");
        assertThatThrownBy(() -> DatabaseUrl.settings("postgres://db/gate", Map.of()))
                .hasMessageContaining("jdbc:postgresql:");
    }

    @Test
    void isNeverPrintedWithItsPassword() {
        assertThat(new ServerOptions.Database.Given("jdbc:postgresql:gate?password=secret").toString())
                .doesNotContain("secret");
    }
}
