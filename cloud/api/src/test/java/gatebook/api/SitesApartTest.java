package gatebook.api;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.site.SiteId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SitesApartTest {
    private static final String ENTRIES = "/v1/parking/entries/";

    private final SiteId site = TestCloud.site();
    private final Caller owner = TestCloud.desk(site);
    private final Caller colleague = TestCloud.desk(site);
    private final Caller foreigner = TestCloud.desk();

    private UUID entry() {
        UUID record = Samples.id();
        owner.push(Samples.create(record, "")).is(200);
        return record;
    }

    /** Each request that names a record, as the caller would send it. */
    private static List<Answer> everyRequestOf(Caller caller, UUID record) {
        List<Answer> answers = new ArrayList<>();
        String path = ENTRIES + record;
        answers.add(caller.get(path));
        answers.add(caller.get(path + "/history"));
        answers.add(caller.put(path, Samples.entry(""), "If-Match", "\"1\""));
        answers.add(caller.delete(path, "If-Match", "\"1\""));
        answers.add(caller.put(path, Samples.entry(""), "If-Match", "*"));
        return answers;
    }

    @Test
    void p12AnswersOfAnotherSitesRecordAsOfOneThatIsNowhere() {
        UUID record = entry();
        List<Answer> foreign = everyRequestOf(foreigner, record);
        List<Answer> nowhere = everyRequestOf(foreigner, Samples.id());
        for (int at = 0; at < foreign.size(); at++) {
            foreign.get(at).refusedAs(404, "NOT_FOUND");
            assertThat(foreign.get(at).body()).isEqualTo(nowhere.get(at).body());
            assertThat(foreign.get(at).headers().map().keySet())
                    .isEqualTo(nowhere.get(at).headers().map().keySet());
        }
        owner.get(ENTRIES + record).is(200);
    }

    @Test
    void answersOfAVoidedRecordAsOfOneThatIsNowhere() {
        UUID record = entry();
        owner.delete(ENTRIES + record, "If-Match", "\"1\"").is(204);
        assertThat(owner.get(ENTRIES + record).refusedAs(404, "NOT_FOUND").body())
                .isEqualTo(owner.get(ENTRIES + Samples.id()).body());
    }

    @Test
    void letsAllDesksOfASiteReadItsRecords() {
        UUID record = entry();
        colleague.get(ENTRIES + record).is(200);
        colleague.get(ENTRIES + record + "/history").is(200);
    }

    @Test
    void p12TellsAPushAboutAnotherSitesRecordNothingOfIt() {
        UUID record = entry();
        Answer foreign = foreigner.push(Samples.operation("UPDATE", record, 1, Samples.entry("")));
        assertThat(foreign.is(200).list("results").getFirst())
                .containsEntry("outcome", "conflict")
                .containsEntry("version", java.math.BigDecimal.ZERO)
                .containsEntry("data", null);
        assertThat(foreigner.push(Samples.create(record, "")).list("results").getFirst())
                .as("the same id may stand in both sites")
                .containsEntry("outcome", "applied");
        assertThat(owner.get(ENTRIES + record + "/history").list("history")).hasSize(1);
    }

    @Test
    void p12TakesTheSiteFromTheTokenAlone() {
        UUID record = entry();
        foreigner
                .get(ENTRIES + record, "X-Site", site.toString(), "Gatebook-Site", site.toString())
                .refusedAs(404, "NOT_FOUND");
        foreigner.get("/v1/parking/entries?site_id=" + site).refusedAs(400, "BAD_PARAMETER");
        foreigner
                .post("/v1/parking/entries", Samples.entry(",\"site_id\":\"" + site + "\""))
                .refusedAs(422, "CONTENT_INVALID");
    }

    @Test
    void p12ListsStreamsAndCountsOnlyTheSitesOwn() {
        entry();
        assertThat(foreigner.get("/v1/parking/entries").list("entries")).isEmpty();
        assertThat(foreigner.get("/v1/sync/changes").list("changes")).isEmpty();
        assertThat(foreigner.get("/v1/sync/snapshot").body().lines()).hasSize(1);
        assertThat(foreigner.get("/v1/stats?date=2026-11-22").body()).contains("\"parked\":0");
    }
}
