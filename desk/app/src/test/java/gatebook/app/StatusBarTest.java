package gatebook.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.app.desk.WindowOptions;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.store.file.DeskHome;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Scrutiny;
import gatebook.store.file.SyncLock;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.operation.Departure;
import gatebook.store.query.SyncCounts;
import gatebook.store.sqlite.Database;
import gatebook.sync.engine.EngineSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The status bar never says more than is true: each state is brought about, and what is shown is compared with what the
 * register holds.
 */
final class StatusBarTest {
    private static final Duration MORNING = Duration.ofHours(6);

    @TempDir
    Path folder;

    /**
     * What the bar says in a state.
     *
     * @param whyNot why nobody can sync now; empty where the button works
     */
    record Said(String link, Light light, String whyNot) {}

    enum Light {
        GREEN,
        RED
    }

    /** Whoever answers at the cloud's address. */
    @FunctionalInterface
    interface Answerer {
        Stranger answer() throws IOException;
    }

    private static Said offline(String cause) {
        return new Said("Offline: " + cause, Light.RED, "The cloud cannot be reached");
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of(
                        Named.of("a login page", (Answerer) Stranger::portal),
                        "not_our_cloud",
                        offline("something else answers instead of the cloud")),
                Arguments.of(
                        Named.of("a gateway", (Answerer) Stranger::gateway),
                        "cloud_down",
                        offline("the cloud is down")),
                Arguments.of(
                        Named.of("503", (Answerer) () -> Stranger.cloud(503, "UNAVAILABLE")),
                        "cloud_down",
                        offline("the cloud is down")),
                Arguments.of(
                        Named.of("429", (Answerer) () -> Stranger.cloud(429, "TOO_MANY_REQUESTS")),
                        "cloud_down",
                        offline("the cloud is down")),
                Arguments.of(
                        Named.of("401", (Answerer) () -> Stranger.cloud(401, "SIGN_IN")),
                        "sign_in_needed",
                        offline("the cloud no longer knows this desk")),
                Arguments.of(
                        Named.of("409", (Answerer) () -> Stranger.cloud(409, "DESK_CLONED")),
                        "desk_cloned",
                        offline("another machine uses this desk’s identity")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void itNamesTheCauseForWhichTheCloudCannotBeUsed(Answerer answerer, String cause, Said said) throws IOException {
        try (CuttableLine line = new CuttableLine(TestYard.cloudPort());
                Stranger stranger = answerer.answer()) {
            TestDesk desk = TestYard.in(folder).join("A", line.address());
            desk.enter("MH1001", MORNING);
            desk.enter("MH1002", MORNING);
            line.leadTo(stranger.port());
            try (TestWindow window = open(desk, Clock.systemUTC())) {
                says(window, said);
                assertThat(cause(window)).isEqualTo(cause);
                assertThat(counts(window).pending()).isEqualTo(2);
            }
        }
    }

    @Test
    void itSaysThatThereIsNoNetwork() throws IOException {
        try (CuttableLine line = new CuttableLine(TestYard.cloudPort())) {
            TestDesk desk = TestYard.in(folder).join("A", line.address());
            desk.enter("MH1001", MORNING);
            line.cut();
            try (TestWindow window = open(desk, Clock.systemUTC())) {
                says(window, offline("no network"));
                assertThat(cause(window)).isEqualTo("no_network");
                assertThat(counts(window).pending()).isEqualTo(1);
                assertThat(window.text("last")).isEqualTo("never synced");
                window.picture("status-offline");
            }
        }
    }

    @Test
    void itIsOnlineWhenTheCloudWasHeardAndNothingWaitsAfterIt() {
        TestDesk desk = TestYard.in(folder).join("A");
        desk.enter("MH1001", MORNING);
        try (TestWindow window = open(desk, Clock.systemUTC())) {
            window.until(() -> window.text("last").startsWith("synced"));
            says(window, new Said("Online", Light.GREEN, ""));
            assertThat(cause(window)).isNull();
            assertThat(counts(window)).isEqualTo(new SyncCounts(0, 0, 0, null));
        }
    }

    @Test
    void aClockThatIsWrongIsToldBesideOnline() {
        TestDesk desk = TestYard.in(folder).join("A");
        try (TestWindow window = open(desk, Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))) {
            says(window, new Said("Online, but this clock is wrong", Light.GREEN, ""));
            window.picture("status-clock");
        }
    }

    @Test
    void aDeskAloneSaysSoAndWhatToDo() {
        try (TestWindow window = open(TestDesk.in(folder, UuidCreator::getTimeOrderedEpoch), Clock.systemUTC())) {
            says(
                    window,
                    new Said("Offline: this desk has not joined a site", Light.RED, "Join a site in Settings first"));
            assertThat(counts(window)).isEqualTo(new SyncCounts(0, 0, 0, null));
        }
    }

    @Test
    void whereAnotherProgramOfTheDeskSyncsItSaysThatAndClaimsNothing() {
        TestDesk desk = TestYard.in(folder).join("A");
        desk.register().close();
        RegisterFile file = new RegisterFile(
                new DeskHome(folder.resolve("A")), Clock.systemUTC(), UuidCreator::getTimeOrderedEpoch);
        try (Register other = ((Opening.Opened) file.open(Scrutiny.USUAL)).register();
                SyncLock right = other.lockSync().orElseThrow();
                TestWindow window = open(desk, Clock.systemUTC())) {
            assertThat(right).isNotNull();
            String elsewhere = "Another program of this desk syncs";
            says(window, new Said(elsewhere, Light.GREEN, elsewhere));
            note(other.database(), "no_network");
            window.desk().bell().ring();
            says(window, new Said("Offline: no network", Light.RED, elsewhere));
        }
    }

    private static void note(Database database, String cause) {
        database.note(session -> {
            Metadata.put(
                    session,
                    MetadataKey.CONNECTION_CAUSE,
                    cause,
                    Clock.systemUTC().instant());
            return session;
        });
    }

    @Test
    void whileARunGoesOnItSaysWhatIsDoneAndNobodyAsksForAnother() throws IOException {
        try (CuttableLine line = new CuttableLine(TestYard.cloudPort());
                Stranger slow = Stranger.silent()) {
            TestDesk desk = TestYard.in(folder).join("A", line.address());
            try (GateWindow gate =
                    GateWindow.open(folder.resolve("A"), Clock.systemUTC(), options(desk, Clock.systemUTC()))) {
                TestWindow window = gate.window;
                says(window, new Said("Online", Light.GREEN, ""));
                line.leadTo(slow.port());
                GateWindow.came(
                        folder.resolve("A"),
                        Clock.systemUTC(),
                        "MH1001",
                        Clock.systemUTC().instant());
                window.fire("sync-now");
                window.until(() -> window.text("link").matches("Pushing local changes… \\(\\d+%\\)"));
                window.until(() -> window.text("pending").startsWith("1 pending"));
                assertThat(window.node("sync-now").isDisabled()).isTrue();
                assertThat(window.control("sync-now", Button.class).getTooltip().getText())
                        .isEqualTo("A sync is under way");
                assertThat(window.node("progress").isVisible()).isTrue();
                assertThat(counts(window).pending()).isEqualTo(1);
                window.picture("status-under-way");
            }
        }
    }

    @Test
    void whatIsRefusedAndWhatIsInDisputeIsCountedAsTheRegisterCountsIt() {
        TestYard site = TestYard.in(folder);
        try (TestDesk a = site.join("A")) {
            TestDesk b = site.join("B");
            EntryId paidTwice = a.enter("MH1001", MORNING);
            a.sync();
            b.sync();
            a.edit(paidTwice, Field.NOTES, "here");
            b.edit(paidTwice, Field.NOTES, "there");
            a.exit(paidTwice, Departure.Settlement.CASH, Duration.ofMinutes(9));
            b.exit(paidTwice, Departure.Settlement.ONLINE, Duration.ofMinutes(8));
            b.poison(b.enter("MH1002", MORNING));
            a.sync();
            b.syncUntilRefused();
            try (TestWindow window = open(b, Clock.systemUTC())) {
                window.until(() -> window.shows("place-conflicts-count", "2"));
                SyncCounts counts = counts(window);
                assertThat(counts.failed()).isEqualTo(1);
                assertThat(counts.conflicts()).isEqualTo(2); // the refusal is in the inbox as well
                says(window, new Said("Online", Light.GREEN, ""));
            }
        }
    }

    private static WindowOptions options(TestDesk desk, Clock clock) {
        desk.register().close();
        EngineSettings usual = EngineSettings.DEFAULT;
        EngineSettings quick = new EngineSettings(
                usual.interval(),
                usual.batchMax(),
                usual.triesMax(),
                Duration.ofMillis(20),
                Duration.ofMillis(20),
                usual.retryAfterMax(),
                usual.roundsMax(),
                usual.endedKept());
        return new WindowOptions(
                desk.register().home(),
                quick,
                clock,
                System::nanoTime,
                UuidCreator::getTimeOrderedEpoch,
                new Random(1));
    }

    private static TestWindow open(TestDesk desk, Clock clock) {
        return TestWindow.open(options(desk, clock));
    }

    /** What stands in the bar, each part against its own truth. */
    private static void says(TestWindow window, Said said) {
        window.until(() -> window.text("link").equals(said.link()));
        window.until(() -> saysWhatWaits(window, counts(window).pending()));
        window.until(() -> saysWhatMatters(window, window.desk().exchange().matters()));
        // A run that is just ending holds these back for a moment.
        window.until(() -> lit(window) == said.light());
        window.until(() -> window.text("whyNoSync").equals(said.whyNot()));
        window.until(() -> window.node("sync-now").isDisabled() != said.whyNot().isEmpty());
        window.until(() -> window.control("whyNoSync", Label.class).isVisible()
                != said.whyNot().isEmpty());
        window.until(() -> window.text("last").equals("never synced") == neverSynced(window));
    }

    private static boolean saysWhatWaits(TestWindow window, long pending) {
        return pending == 0
                ? window.text("pending").isEmpty()
                : window.text("pending").startsWith(pending + " pending, oldest ");
    }

    private static boolean saysWhatMatters(TestWindow window, long matters) {
        return matters == 0
                ? !window.node("place-conflicts-count").isVisible()
                : window.text("place-conflicts-count").equals(Long.toString(matters));
    }

    /** By its colour, as eyes see it. */
    private static Light lit(TestWindow window) {
        Color colour = (Color) ((Labeled) window.node("dot")).getTextFill();
        return colour.getGreen() > colour.getRed() ? Light.GREEN : Light.RED;
    }

    private static SyncCounts counts(TestWindow window) {
        return window.desk().exchange().counts();
    }

    private static @Nullable String cause(TestWindow window) {
        return window.desk()
                .database()
                .read(session ->
                        Metadata.get(session, MetadataKey.CONNECTION_CAUSE).orElse(null));
    }

    private static boolean neverSynced(TestWindow window) {
        return window.desk()
                .database()
                .read(session -> Stream.of(MetadataKey.LAST_PUSH_AT, MetadataKey.LAST_PULL_AT)
                        .allMatch(key -> Metadata.get(session, key).isEmpty()));
    }
}
