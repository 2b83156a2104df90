package gatebook.faults.wire;

import gatebook.rules.entry.EntryId;
import gatebook.wire.compare.RecordsRequest;
import gatebook.wire.compare.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All the talks of a desk, each at a site of its own. */
final class Dialogues {
    private static final int RECORDS = 6;

    private Dialogues() {}

    static List<Dialogue> all(WireCloud cloud, Path folder) {
        List<Dialogue> all = new ArrayList<>();
        all.add(new PushDialogue(Yard.of(cloud, folder)));
        all.add(new ChangesDialogue(Yard.of(cloud, folder)));
        all.add(new SnapshotDialogue(Yard.of(cloud, folder), RECORDS));
        all.add(new CompareDialogue(Yard.of(cloud, folder)));
        all.add(new EnrolDialogue(Yard.of(cloud, folder)));
        all.add(rows(Yard.of(cloud, folder)));
        all.add(records(Yard.of(cloud, folder)));
        return List.copyOf(all);
    }

    private static Dialogue rows(Yard yard) {
        WireDesk desk = yard.behindTheLine(WireDesk.ONE_TRY);
        filled(desk);
        return new AskDialogue(yard, desk, "GET /v1/sync/compare", cloud -> cloud.list(Span.ALL));
    }

    private static Dialogue records(Yard yard) {
        WireDesk desk = yard.behindTheLine(WireDesk.ONE_TRY);
        RecordsRequest request = new RecordsRequest(filled(desk));
        return new AskDialogue(yard, desk, "POST /v1/sync/records", cloud -> cloud.records(request));
    }

    private static List<EntryId> filled(WireDesk desk) {
        List<EntryId> records = new ArrayList<>();
        for (int at = 0; at < 2; at++) {
            records.add(desk.enter("MH12AB000" + at));
        }
        desk.cycle();
        return records;
    }
}
