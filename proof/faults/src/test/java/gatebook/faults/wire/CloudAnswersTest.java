package gatebook.faults.wire;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.EntryId;
import gatebook.store.exchange.Position;
import gatebook.store.exchange.Runs;
import gatebook.sync.connectivity.Cause;
import gatebook.sync.connectivity.Connection;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with the cloud's marks that refuse, that are odd, or that are not true. */
final class CloudAnswersTest {
    private static final String PUSH = "POST /v1/sync/push";
    private static final String CHANGES = "GET /v1/sync/changes";
    private static final int ALWAYS = Integer.MAX_VALUE;

    @TempDir
    Path folder;

    private Yard yard;
    private WireDesk desk;
    private EntryId record;

    @BeforeEach
    void aDeskWithAVehicleThatIsNotSentYet() {
        yard = Yard.of(TestCloud.running(), folder);
        desk = yard.behindTheLine(WireDesk.SETTINGS);
        desk.enter("MH12AB0001");
        assertThat(desk.cycle().outcome()).isEqualTo(Runs.RunOutcome.COMPLETED);
        record = desk.enter("MH12AB0002");
    }

    @AfterEach
    void close() {
        desk.close();
        yard.close();
    }

    private void sendsItOnceOverACleanLine() {
        yard.line().isClean();
        Complaints complaints = new Complaints();
        complaints.unlessHealed(desk::cycle, desk::counts);
        assertThat(complaints.all()).isEmpty();
        assertThat(yard.cloud().effects(yard.site(), record)).hasSize(1);
    }

    private static String problem(int status, String code) {
        return "{\"type\":\"about:blank\",\"title\":\"t\",\"status\":" + status + ",\"code\":\"" + code
                + "\",\"detail\":\"d\"}";
    }

    @ParameterizedTest
    @CsvSource({
        "429, TOO_MANY_REQUESTS, Retry-After: 1",
        "429, TOO_MANY_REQUESTS, Retry-After: -5",
        "503, UNAVAILABLE, Retry-After: 99999999999999999999",
        "503, UNAVAILABLE, 'Retry-After: Wed, 21 Oct 2015 07:28:00 GMT'",
        "503, UNAVAILABLE, Retry-After: soon",
        "503, UNAVAILABLE, X: y"
    })
    @Tag("F-E1")
    void whatTheCloudAsksToWaitIsNeverAFault(int status, String code, String header) {
        yard.line()
                .does(new Aimed(PUSH, 2, Lies.cloudSaying(status + " Later", header + "\r\n", problem(status, code))));
        assertThat(desk.cycle().outcome()).as("the third try passes").isEqualTo(Runs.RunOutcome.COMPLETED);
        sendsItOnceOverACleanLine();
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 Internal Server Error", "502 Bad Gateway", "504 Gateway Timeout"})
    @Tag("F-E2")
    void aGatewayThatFailsAfterTheCloudCommittedDoublesNothing(String status) {
        Fault after = status.startsWith("500")
                ? Lies.cloudSaying(status, "", problem(500, "INTERNAL_FAULT"))
                : Lies.stranger(status, "", "oops");
        yard.line().does(new Aimed(PUSH, ALWAYS, passing -> {
            passing.asked();
            after.meet(passing);
        }));
        desk.cycle();
        assertThat(desk.counts().pending()).isEqualTo(1);
        sendsItOnceOverACleanLine();
    }

    @ParameterizedTest
    @CsvSource({
        "401, TOKEN_UNKNOWN, SIGN_IN_NEEDED",
        "403, FORBIDDEN, CLOUD_DOWN",
        "404, NOT_FOUND, CLOUD_DOWN",
        "405, METHOD_NOT_ALLOWED, CLOUD_DOWN",
        "410, GONE, CLOUD_DOWN",
        "426, UPGRADE_REQUIRED, CLOUD_DOWN",
        "501, METHOD_UNKNOWN, CLOUD_DOWN"
    })
    @Tag("F-E5")
    void aCloudThatRefusesEverythingCostsNoOperation(int status, String code, Cause cause) {
        Position before = desk.position();
        yard.line().does(new Aimed("", ALWAYS, Lies.cloudSaying(status + " No", "", problem(status, code))));
        assertThat(desk.cycle().outcome()).isNotEqualTo(Runs.RunOutcome.COMPLETED);
        assertThat(desk.connection()).isEqualTo(Connection.lost(cause));
        assertThat(desk.position()).isEqualTo(before);
        assertThat(desk.counts().pending()).isEqualTo(1);
        assertThat(desk.counts().failed()).isZero();
        sendsItOnceOverACleanLine();
    }

    @Test
    @Tag("F-E6")
    void aBatchThatIsTooLargeIsHalvedUntilItFits() {
        EntryId second = desk.enter("MH12AB0003");
        yard.line().does(new Aimed(PUSH, 1, Lies.cloudSaying("413 No", "", problem(413, "BODY_TOO_LARGE"))));
        assertThat(desk.cycle().outcome()).isEqualTo(Runs.RunOutcome.COMPLETED);
        sendsItOnceOverACleanLine();
        assertThat(yard.cloud().effects(yard.site(), second)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"results\":\\[.*\\]`, `\"results\":[]`",
                "`\"outcome\":\"applied\"`, `\"outcome\":\"set_aside\"`",
                "`\"op_id\":\"[^\"]*\"`, `\"op_id\":\"0193a0c2-4d2e-7a11-8f10-0123456789ab\"`"
            })
    @Tag("F-E7")
    void anOperationWithoutAVerdictThatIsUnderstoodIsSentAgainAndTakesEffectOnce(String place, String other) {
        yard.line().does(new Aimed(PUSH, 1, Lies.answerPutAs(body -> body.replaceFirst(place, other))));
        desk.cycle();
        sendsItOnceOverACleanLine();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\\{\"history_id\"`, `{\"weather\":{\"rain\":[1,2]},\"history_id\"`",
                "`\"results\":\\[(.*?)\\]`, `\"results\":[$1,$1]`"
            })
    @Tag("F-E7")
    void moreThanWasAskedForDoesNoHarm(String place, String other) {
        yard.line().does(new Aimed(PUSH, 1, Lies.answerPutAs(body -> body.replaceFirst(place, other))));
        desk.cycle();
        sendsItOnceOverACleanLine();
    }

    /** The writer's change is in the page that is put otherwise. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"seq\":\\d+`, `\"seq\":-1`",
                "`\"seq\":\\d+`, `\"seq\":\"many\"`",
                "`\"version\":\\d+`, `\"version\":0`",
                "`\"record_uuid\":\"[^\"]*\"`, `\"record_uuid\":\"0193a0c2-4d2e-7a11-8f10-0123456789ab\"`",
                "`\"cursor\":\"[^\"]*\"`, `\"cursor\":\"\"`",
                "`\"more\":false`, `\"more\":null`"
            })
    @Tag("F-E8")
    void aPageThatContradictsItselfIsNotAppliedInPart(String place, String other) {
        sendsItOnceOverACleanLine();
        try (WireDesk writer = yard.elsewhere()) {
            EntryId theirs = writer.enter("MH14CD0001");
            writer.full();
            Position before = desk.position();
            yard.line().does(new Aimed(CHANGES, ALWAYS, Lies.answerPutAs(body -> body.replaceFirst(place, other))));
            assertThat(desk.cycle().outcome()).isNotEqualTo(Runs.RunOutcome.COMPLETED);
            assertThat(desk.position()).isEqualTo(before);
            assertThat(desk.row(theirs)).isEmpty();
            yard.line().isClean();
            Complaints complaints = new Complaints();
            complaints.unlessHealed(desk::cycle, desk::counts);
            assertThat(complaints.all()).isEmpty();
            assertThat(desk.row(theirs)).isPresent();
        }
    }

    @Test
    @Tag("F-E9")
    void aFirstLoadThatBreaksOffAgainAndAgainGoesOnAndIsWhole() {
        desk.cycle();
        int records = 620;
        for (int at = 0; at < records; at++) {
            desk.enter("KA01EF" + at);
        }
        desk.full();
        try (WireDesk fresh = yard.behindTheLine(WireDesk.ONE_TRY)) {
            int held = 0;
            for (int bytes = 4_000; !(fresh.position() instanceof Position.Following); bytes += 11_000) {
                yard.line().does(Aimed.once("GET /v1/sync/snapshot", Fault.answerCut(bytes, Cut.FIN)));
                fresh.cycle();
                assertThat(fresh.entries()).as("what has come stays").hasSizeGreaterThanOrEqualTo(held);
                held = fresh.entries().size();
            }
            yard.line().isClean();
            assertThat(fresh.cycle().outcome()).isEqualTo(Runs.RunOutcome.COMPLETED);
            assertThat(fresh.entries()).containsExactlyElementsOf(desk.entries());
        }
    }
}
