package gatebook.faults.wire;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.Position;
import gatebook.store.exchange.Runs;
import gatebook.sync.connectivity.Cause;
import gatebook.sync.connectivity.Connection;
import gatebook.sync.engine.EngineSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that stall, trickle, repeat, replay and lie, between a desk and a cloud as they are shipped. */
final class LineFaultsTest {
    private static final String PUSH = "POST /v1/sync/push";
    private static final String CHANGES = "GET /v1/sync/changes";
    private static final String EVERY = "";
    private static final int PACKET_BYTES = 1_400;
    private static final int ALWAYS = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private final PassingTime time = new PassingTime();
    private final List<WireDesk> open = new ArrayList<>();
    private Yard yard;
    private WireDesk desk;

    @BeforeEach
    void aDeskThatHasSyncedAndThenWroteAVehicleIn() {
        yard = Yard.of(TestCloud.running(), folder);
        desk = at(WireDesk.ONE_TRY);
        desk.enter("MH12AB0001");
        assertThat(desk.cycle().outcome()).isEqualTo(Runs.RunOutcome.COMPLETED);
    }

    private WireDesk at(EngineSettings settings) {
        WireDesk made = WireDesk.at(yard.joined(), yard.line().address(), settings, time);
        open.add(made);
        return made;
    }

    @AfterEach
    void close() {
        open.forEach(WireDesk::close);
        yard.close();
    }

    /** The desk goes on where it was, as soon as nothing is the matter any more. */
    private void sendsAllOnceOverACleanLine(EntryId... records) {
        yard.line().isClean();
        Complaints complaints = new Complaints();
        complaints.unlessHealed(desk::cycle, desk::counts);
        assertThat(complaints.all()).isEmpty();
        for (EntryId record : records) {
            assertThat(yard.cloud().effects(yard.site(), record)).hasSize(1);
        }
        assertThat(desk.connection()).isEqualTo(Connection.GOOD);
    }

    /** A sync that the fault befalls ends offline for this cause, and leaves queue and cursor as they were. */
    private void endsOffline(Fault fault, Cause cause) {
        EntryId record = desk.enter("MH12AB0002");
        Position before = desk.position();
        yard.line().does(new Aimed(EVERY, ALWAYS, fault));
        assertThat(desk.cycle().outcome()).isNotEqualTo(Runs.RunOutcome.COMPLETED);
        assertThat(desk.connection()).isEqualTo(Connection.lost(cause));
        assertThat(desk.position()).isEqualTo(before);
        assertThat(desk.counts().pending()).isEqualTo(1);
        sendsAllOnceOverACleanLine(record);
    }

    /** Another desk's work does not come in, the cursor stays, and it comes in once nothing is the matter. */
    private void pullsNothing(Fault fault, Cause cause) {
        try (WireDesk writer = yard.elsewhere()) {
            EntryId theirs = writer.enter("MH14CD0001");
            assertThat(writer.full().outcome()).isEqualTo(Runs.RunOutcome.COMPLETED);
            Position before = desk.position();
            yard.line().does(new Aimed(CHANGES, ALWAYS, fault));
            assertThat(desk.cycle().outcome()).isNotEqualTo(Runs.RunOutcome.COMPLETED);
            assertThat(desk.connection()).isEqualTo(Connection.lost(cause));
            assertThat(desk.position()).isEqualTo(before);
            assertThat(desk.row(theirs)).isEmpty();
            sendsAllOnceOverACleanLine(theirs);
            assertThat(desk.row(theirs)).isPresent();
        }
    }

    @Test
    @Tag("F-D2")
    void aRequestThatALineSendsTwiceTakesEffectOnce() {
        EntryId record = desk.enter("MH12AB0002");
        yard.line().does(Aimed.once(PUSH, passing -> {
            Message first = passing.asked();
            passing.asked();
            passing.answer(first.bytes());
        }));
        assertThat(desk.cycle().outcome()).isEqualTo(Runs.RunOutcome.COMPLETED);
        sendsAllOnceOverACleanLine(record);
    }

    @Test
    @Tag("F-D2")
    void aRequestThatComesAgainHoursLaterIsRefusedAndChangesNothing() throws Exception {
        EntryId record = desk.enter("MH12AB0002");
        AtomicReference<Passing> old = new AtomicReference<>();
        yard.line().does(Aimed.once(PUSH, passing -> {
            old.set(passing);
            Fault.NONE.meet(passing);
        }));
        desk.cycle();
        desk.note(record, "paid at the other gate");
        desk.cycle();
        Message late = old.get().asked();
        assertThat(late.head()).startsWith("HTTP/1.1 409");
        assertThat(yard.cloud().effects(yard.site(), record)).hasSize(2);
        desk.note(record, "left");
        assertThat(desk.cycle().outcome()).isEqualTo(Runs.RunOutcome.COMPLETED);
        assertThat(yard.cloud().effects(yard.site(), record)).hasSize(3);
    }

    @Test
    @Tag("F-D2")
    void anOldAnswerFromACacheIsNotTakenForTheCloudsToThisRequest() {
        AtomicReference<Message> cached = new AtomicReference<>();
        yard.line().does(Aimed.once(CHANGES, passing -> {
            cached.set(passing.asked());
            passing.answer(cached.get().bytes());
        }));
        desk.cycle();
        endsOffline(passing -> passing.answer(cached.get().bytes()), Cause.NOT_OUR_CLOUD);
    }

    @Test
    @Tag("F-D3")
    void aBlackHoleEndsTheSyncByItsDeadlineAndTheGateWorksMeanwhile() {
        EntryId record = desk.enter("MH12AB0002");
        AtomicReference<EntryId> meanwhile = new AtomicReference<>();
        yard.line().does(new Aimed(EVERY, ALWAYS, passing -> {
            if (meanwhile.get() == null) {
                meanwhile.set(desk.enter("MH12AB0003"));
            }
            Lies.blackHole(time).meet(passing);
        }));
        assertThat(desk.cycle().outcome()).isNotEqualTo(Runs.RunOutcome.COMPLETED);
        assertThat(desk.connection()).isEqualTo(Connection.lost(Cause.NO_NETWORK));
        sendsAllOnceOverACleanLine(record, meanwhile.get());
    }

    @Test
    @Tag("F-D3")
    void aLineThatCarriesOneWayOnlyDoublesNothing() {
        EntryId record = desk.enter("MH12AB0002");
        yard.line().does(new Aimed(EVERY, ALWAYS, Lies.oneWay(time)));
        assertThat(desk.cycle().outcome()).isNotEqualTo(Runs.RunOutcome.COMPLETED);
        assertThat(desk.connection()).isEqualTo(Connection.lost(Cause.NO_NETWORK));
        assertThat(desk.counts().pending()).isEqualTo(1);
        sendsAllOnceOverACleanLine(record);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200, 500})
    @Tag("F-D3")
    void anAnswerThatStopsOnItsWayEndsByItsDeadline(int bytes) {
        pullsNothing(Lies.stalledAfter(bytes, time), Cause.NO_NETWORK);
    }

    @Test
    @Tag("F-D5")
    void anAnswerThatTricklesIsGivenUpWhenItsWholeTimeIsOver() {
        pullsNothing(Lies.trickle(time), Cause.NO_NETWORK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 OK",
                "302 Found",
                "307 Temporary Redirect",
                "401 Unauthorized",
                "403 Forbidden",
                "404 Not Found",
                "410 Gone",
                "511 Network Authentication Required"
            })
    @Tag("F-D6")
    void aLoginPageOfTheNetworkIsNotTheCloud(String status) {
        int before = yard.line().carried();
        Fault portal = Lies.stranger(
                status,
                "Content-Type: text/html\r\nLocation: " + yard.line().address() + "/login\r\n",
                "<html><body>Welcome! Please sign in.</body></html>");
        yard.line().does(portal);
        desk.cycle();
        assertThat(yard.line().carried() - before).as("nothing is followed").isEqualTo(1);
        endsOffline(portal, Cause.NOT_OUR_CLOUD);
    }

    @Test
    @Tag("F-D7")
    void aProxyThatWantsAPasswordIsSaidNotToBeTheCloud() {
        endsOffline(
                Lies.stranger(
                        "407 Proxy Authentication Required", "Proxy-Authenticate: Basic realm=\"office\"\r\n", "no"),
                Cause.NOT_OUR_CLOUD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://gatebook.invalid:8080", "http://127.0.0.1:1"})
    @Tag("F-D9")
    void aNameThatNobodyKnowsAndADoorThatIsShutAreNoNetwork(String address) {
        try (WireDesk lost = WireDesk.at(yard.joined(), URI.create(address), WireDesk.SETTINGS)) {
            lost.enter("MH12AB0002");
            assertThat(lost.cycle().outcome()).isEqualTo(Runs.RunOutcome.OFFLINE);
            assertThat(lost.connection()).isEqualTo(Connection.lost(Cause.NO_NETWORK));
            assertThat(lost.counts().pending()).isEqualTo(1);
        }
    }

    @Test
    @Tag("F-D10")
    void whereLargePacketsVanishBatchesShrinkUntilTheyPass() {
        WireDesk many = at(WireDesk.SETTINGS);
        many.cycle();
        List<EntryId> records = new ArrayList<>();
        for (int at = 0; at < 12; at++) {
            records.add(many.enter("MH14CD000" + at));
        }
        yard.line().does(Lies.smallPacketsOnly(time, PACKET_BYTES));
        long waiting = many.counts().pending();
        for (int cycles = 0; cycles < records.size() && waiting > 0; cycles++) {
            many.cycle();
            assertThat(many.counts().pending()).as("each sync gets further").isLessThan(waiting);
            waiting = many.counts().pending();
        }
        assertThat(waiting).isZero();
        records.forEach(
                record -> assertThat(yard.cloud().effects(yard.site(), record)).hasSize(1));
    }

    @Test
    @Tag("F-D11")
    void anAnswerThatUnpacksWithoutEndIsGivenUp() {
        pullsNothing(Lies.bomb(), Cause.NO_NETWORK);
    }

    @Test
    @Tag("F-D11")
    void anAnswerOfAHundredMegabytesIsGivenUp() {
        pullsNothing(Lies.flood(), Cause.NO_NETWORK);
    }

    @Test
    @Tag("F-D4")
    void chunksThatBreakOffAreNoAnswer() {
        pullsNothing(Lies.chunksWithoutEnd(), Cause.NO_NETWORK);
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 1", "Content-Length: 99999", "Content-Length: many"})
    @Tag("F-D4")
    void aLengthThatIsWrongMakesNoAnswer(String length) {
        pullsNothing(Lies.headPutAs(head -> head.replaceAll("(?i)content-length: \\d+", length)), Cause.NO_NETWORK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gatebook-Protocol", "Gatebook-Nonce"})
    @Tag("F-D12")
    void anAnswerThatLostItsMarksOnTheWayIsNotTheClouds(String header) {
        pullsNothing(Lies.headPutAs(head -> head.replaceAll("(?i)" + header + ": .*\r\n", "")), Cause.NOT_OUR_CLOUD);
    }

    @Test
    @Tag("F-D12")
    void anAnswerThatAMiddleboxRewroteIsRefused() {
        Fault middlebox = passing -> {
            String answer = new String(passing.asked().bytes(), StandardCharsets.ISO_8859_1);
            passing.answer(answer.replace("Konkan", "Malwan").getBytes(StandardCharsets.ISO_8859_1));
        };
        pullsNothing(middlebox, Cause.NO_NETWORK);
    }
}
