package gatebook.api;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.api.ServerOptions.Limits;
import gatebook.api.identity.TokenBuckets.Rate;
import gatebook.ledger.site.DeviceId;
import gatebook.ledger.site.SiteId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DevicesTest {
    private final Caller stranger = TestCloud.stranger();

    private static String wish(String code) {
        return "{\"enrolment_code\":\"" + code + "\",\"device_name\":\"Gate 1\"}";
    }

    @Test
    void givesADeskItsTokenAndWhatItMustKnowOfItsSite() {
        SiteId site = TestCloud.site();
        Answer answer = stranger.post("/v1/devices", wish(TestCloud.code(site))).is(201);
        assertThat(answer.json().keySet())
                .containsExactly(
                        "device_id", "desk_code", "site_id", "site_name", "zone", "currency", "token", "strategies");
        assertThat(answer.json())
                .containsEntry("site_id", site.toString())
                .containsEntry("site_name", "Yard")
                .containsEntry("desk_code", "A")
                .containsEntry("zone", "Asia/Kolkata")
                .containsEntry("currency", "INR");
    }

    @Test
    void takesACodeOnce() {
        String code = TestCloud.code(TestCloud.site());
        stranger.post("/v1/devices", wish(code)).is(201);
        stranger.post("/v1/devices", wish(code)).refusedAs(422, "ENROLMENT_CODE_REFUSED");
    }

    @Test
    void refusesACodeThatNobodyGaveOut() {
        stranger.post("/v1/devices", wish("NOPE-NOPE")).refusedAs(422, "ENROLMENT_CODE_REFUSED");
    }

    @Test
    void namesEachFieldAtFault() {
        Answer answer = stranger.post("/v1/devices", "{\"code\":1}").refusedAs(422, "CONTENT_INVALID");
        assertThat(answer.list("errors"))
                .extracting(error -> error.get("field"))
                .containsExactlyInAnyOrder("code", "enrolment_code", "device_name");
    }

    @Test
    void shutsADeskOutOnceItIsRevoked() {
        SiteId site = TestCloud.site();
        Caller desk = TestCloud.desk(site);
        desk.get("/v1/stats").is(200);
        assertThat(TestCloud.administration().revoke(site, new DeviceId(desk.device())))
                .isTrue();
        Answer refused = desk.get("/v1/stats").refusedAs(401, "TOKEN_UNKNOWN");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void slowsDownWhoGuessesCodesButNotWhoEnrolsManyDesks() {
        Rate strict = new Rate(2, Duration.ofHours(1));
        try (RunningServer server = CloudServer.start(
                TestCloud.options().withLimits(new Limits(Limits.USUAL.desk(), strict, Limits.USUAL.events())))) {
            SiteId site = TestCloud.site();
            for (int desk = 0; desk < 5; desk++) {
                Caller.enrolled(server, TestCloud.code(site));
            }
            Caller guesser = stranger.at(server);
            guesser.post("/v1/devices", wish("GUES-S001")).refusedAs(422, "ENROLMENT_CODE_REFUSED");
            guesser.post("/v1/devices", wish("GUES-S002")).refusedAs(422, "ENROLMENT_CODE_REFUSED");
            Answer held = guesser.post("/v1/devices", wish("GUES-S003")).refusedAs(429, "TOO_MANY_REQUESTS");
            assertThat(Integer.parseInt(held.header("Retry-After"))).isPositive();
        }
    }

    @Test
    void holdsADeskThatAsksTooOftenAndNoOther() {
        Rate slow = new Rate(2, Duration.ofHours(1));
        try (RunningServer server = CloudServer.start(
                TestCloud.options().withLimits(new Limits(slow, Limits.USUAL.guesses(), Limits.USUAL.events())))) {
            Caller wild = TestCloud.desk().at(server);
            wild.get("/v1/stats").is(200);
            wild.get("/v1/stats").is(200);
            Answer held = wild.get("/v1/stats").refusedAs(429, "TOO_MANY_REQUESTS");
            assertThat(Integer.parseInt(held.header("Retry-After"))).isPositive();
            TestCloud.desk().at(server).get("/v1/stats").is(200);
        }
    }
}
