package gatebook.store.operation;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.IdSource;
import gatebook.rules.refusal.FieldError;
import gatebook.store.operation.LocalWriting.Asked;
import gatebook.store.operation.LocalWriting.Decision;
import gatebook.store.sqlite.Database;
import gatebook.wire.entry.EntryEdit;
import gatebook.wire.json.Decoded;
import gatebook.wire.push.OperationKind;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Corrects fields of an entry, in one durable transaction. Thread-safe. */
public final class Correct {
    private final LocalWriting writing;

    public Correct(Database database, Clock clock, IdSource ids) {
        this.writing = new LocalWriting(database, clock, ids);
    }

    /**
     * Sets fields as typed; an empty text sets a field to nothing, a bare time is one of the site's zone. A fee so set
     * counts as set by hand unless it is said otherwise. What is so already is done without a word to the cloud.
     */
    public Outcome correct(EntryId id, Map<Field, String> typed, String actor) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.putAll(typed);
        if (fields.containsKey(Field.FEE)) {
            fields.putIfAbsent(Field.FEE_MANUALLY_SET, "true");
        }
        return writing.amend(id, new Asked(actor, typed.get(Field.FEE_REASON)), (desk, row) -> switch (EntryEdit.apply(
                row.entry(), fields, desk.zone())) {
            case Decoded.Read<Entry>(Entry corrected) -> new Decision.Write(corrected, OperationKind.UPDATE);
            case Decoded.Refused<Entry>(List<FieldError> faults) -> new Decision.Refuse(LocalWriting.badValue(faults));
        });
    }
}
