package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.store.query.EntryFilter;
import gatebook.store.query.SearchIndex;
import java.nio.file.Path;
import java.time.Clock;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The frame stands around every screen. */
final class FrameTest {
    @TempDir
    Path folder;

    @Test
    void theWindowOpensOnTheDayWithTheStatusOfADeskThatHasJoinedNoSite() {
        try (TestWindow window =
                TestWindow.open(TestWindow.options(folder, Clock.systemUTC(), UuidCreator::getTimeOrderedEpoch))) {
            window.until(() -> window.scene().lookup("#home-parked") != null);
            window.picture("frame");
            window.press(KeyCode.F6);
            window.type("MH12");
            window.picture("find");
            assertThat(window.text("home-parked")).isEqualTo("0");
        }
    }

    @Test
    void aDeskThatHasJoinedNoSiteKeepsItsSearchQuickAsWell() {
        GateWindow.came(folder, Clock.systemUTC(), "MH", 300);
        try (TestWindow window =
                TestWindow.open(TestWindow.options(folder, Clock.systemUTC(), UuidCreator::getTimeOrderedEpoch))) {
            window.until(() -> window.desk().database().read(SearchIndex::behind) == 0);
            assertThat(window.desk().entries().list(EntryFilter.ANY.withSearch("mh300")))
                    .hasSize(1);
        }
    }
}
