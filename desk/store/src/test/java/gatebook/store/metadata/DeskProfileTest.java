package gatebook.store.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatebook.rules.entry.DeskCode;
import gatebook.store.Book;
import gatebook.store.Desk;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Turn;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who the desk is, as its register keeps it. */
class DeskProfileTest {
    @TempDir
    private Path folder;

    @Test
    void isReadBackAsItWasWritten() {
        DeskProfile.Membership membership = new DeskProfile.Membership(
                new UUID(1, 2), "Kalamboli \"North\"", "https://cloud.example", "secret-token");
        DeskProfile joined = new DeskProfile(
                "device-1", new DeskCode("B2"), ZoneId.of("Europe/Berlin"), Currency.getInstance("JPY"), membership);
        try (Desk desk = Desk.in(folder)) {
            DeskProfile fresh = desk.database().read(DeskProfile::read);
            assertThat(fresh.membership()).isNull();
            desk.database().write(Turn.GATE, session -> {
                joined.write(session, Desk.MORNING);
                return joined;
            });

            assertThat(desk.database().read(DeskProfile::read)).isEqualTo(joined);
        }
        assertThat(joined.toString()).doesNotContain("secret-token");
    }

    @Test
    void aRegisterThatWasNeverSetUpSaysSo() {
        Path file = folder.resolve("empty.db");
        Book.fresh(file);
        try (Database database = Database.open(file)) {
            assertThat(database.read(DeskProfile::find)).isEmpty();
            assertThatThrownBy(() -> database.read(DeskProfile::read)).hasMessageContaining("no desk profile");
        }
    }
}
