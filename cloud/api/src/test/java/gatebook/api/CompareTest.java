package gatebook.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Comparing over HTTP; what the hashes hold is the ledger's matter. */
final class CompareTest {
    private static final String ALL =
            "{\"from\":\"00000000-0000-0000-0000-000000000000\",\"to\":\"ffffffff-ffff-ffff-ffff-ffffffffffff\"}";

    private final Caller desk = TestCloud.desk();

    @Test
    void aDifferenceIsFoundBySpanByRowAndAsARecord() {
        UUID record = Samples.id();
        desk.push(Samples.create(record, "")).is(200);
        Answer spans =
                desk.post("/v1/sync/compare", "{\"spans\":[" + ALL + "]}").is(200);
        assertThat(spans.list("spans")).hasSize(1);
        assertThat(spans.json()).containsKeys("history_id", "cursor");
        Answer rows = desk.get("/v1/sync/compare?from=" + record + "&to=ffffffff-ffff-ffff-ffff-ffffffffffff")
                .is(200);
        assertThat(rows.list("rows").getFirst()).containsEntry("record_uuid", record.toString());
        Answer records = desk.post("/v1/sync/records", "{\"records\":[\"" + record + "\",\"" + Samples.id() + "\"]}")
                .is(200);
        assertThat(records.list("records")).hasSize(1);
        assertThat(records.list("records").getFirst()).containsKeys("change", "past", "lost");
    }

    @Test
    void whatCannotBeAskedIsRefusedByName() {
        desk.post("/v1/sync/compare", "{\"spans\":[]}").refusedAs(422, "CONTENT_INVALID");
        desk.post("/v1/sync/compare", "{\"spans\":[{\"from\":\"x\",\"to\":\"y\"}]}")
                .refusedAs(422, "CONTENT_INVALID");
        desk.post("/v1/sync/records", "{\"records\":[]}").refusedAs(422, "CONTENT_INVALID");
        desk.get("/v1/sync/compare?from=x&to=y").refusedAs(400, "BAD_PARAMETER");
        desk.get("/v1/sync/compare").refusedAs(400, "BAD_PARAMETER");
    }

    /** F-F4: what a desk has seen further on than it follows is looked at as well. */
    @Test
    void aPullThatNamesAPlaceWhichIsNoMoreIsTold() {
        desk.push(Samples.create(Samples.id(), "")).is(200);
        String cursor = (String) desk.get("/v1/sync/changes").is(200).json().get("cursor");
        desk.get("/v1/sync/changes?after=" + cursor + "&seen=" + cursor).is(200);
        desk.get("/v1/sync/changes?after=" + cursor + "&seen=gone").refusedAs(410, "HISTORY_CHANGED");
    }
}
