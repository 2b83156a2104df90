package gatebook.wire.push;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.compare.LostState;
import gatebook.wire.entry.EntryDefaults;
import gatebook.wire.entry.EntryDraft;
import gatebook.wire.json.JsonIn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One pass over one operation. Faults within {@code data} are told apart from those of the frame. */
final class OperationReading {
    private static final List<OperationKind> KINDS = List.of(OperationKind.values());

    private final JsonIn in;
    private final String place;
    private final ZoneId zone;
    private final Currency currency;
    private @Nullable UUID opId;
    private @Nullable OperationKind kind;
    private @Nullable UUID record;
    private @Nullable Long baseVersion;
    private @Nullable Instant madeAt;
    private @Nullable String actor;
    private @Nullable String table;
    private @Nullable EntryDraft data;
    private final List<LostState> lost = new ArrayList<>();
    private List<FieldError> dataFaults = List.of();

    OperationReading(JsonIn in, String place, ZoneId zone, Currency currency) {
        this.in = in;
        this.place = place;
        this.zone = zone;
        this.currency = currency;
    }

    @Nullable
    ReceivedOperation operation() {
        int before = in.faultCount();
        if (!in.object(place, this::field)) {
            return null; // noted as a fault by the read of the object
        }
        in.required(opId, JsonIn.at(place, "op_id"));
        in.required(kind, JsonIn.at(place, "operation"));
        in.required(table, JsonIn.at(place, "table_name"));
        in.required(record, JsonIn.at(place, "record_uuid"));
        in.required(baseVersion, JsonIn.at(place, "base_version"));
        in.required(madeAt, JsonIn.at(place, "made_at"));
        if (table != null && !table.equals(PushRequest.TABLE)) {
            in.fault(JsonIn.at(place, "table_name"), FieldFault.NOT_ONE_OF, "one of " + PushRequest.TABLE);
        }
        if (opId == null
                || kind == null
                || record == null
                || baseVersion == null
                || madeAt == null
                || in.faultCount() > before) {
            return null; // noted above
        }
        EntryId id = new EntryId(record);
        String by = actor == null ? "System" : actor;
        return new ReceivedOperation(
                new OpId(opId), kind, id, baseVersion, madeAt, by, content(kind, id, by, madeAt), lost);
    }

    private ReceivedOperation.Content content(OperationKind operation, EntryId id, String by, Instant at) {
        if (operation == OperationKind.DELETE) {
            if (data == null) {
                return new ReceivedOperation.Content.None();
            }
            return faulty(FieldFault.CONTRADICTS, "a DELETE carries none");
        }
        if (operation == OperationKind.CREATE && baseVersion != null && baseVersion != 0) {
            return new ReceivedOperation.Content.Faulty(
                    List.of(new FieldError("base_version", FieldFault.CONTRADICTS, "a CREATE has base_version 0")));
        }
        if (data == null) {
            return faulty(FieldFault.MISSING, "the whole entry must be given");
        }
        int before = in.faultCount();
        EntryDefaults defaults = new EntryDefaults(id, EntryDefaults.IdRule.ADDRESSED, at, by, zone, currency);
        Entry entry = dataFaults.isEmpty() ? data.finish(defaults, before) : null;
        return entry == null
                ? new ReceivedOperation.Content.Faulty(dataFaults.isEmpty() ? in.takeFaults(before) : dataFaults)
                : new ReceivedOperation.Content.Image(entry);
    }

    private void data() {
        if (in.isNull()) {
            return;
        }
        int before = in.faultCount();
        EntryDraft draft = new EntryDraft(in, "", zone, currency);
        in.object("", draft::field);
        data = draft;
        dataFaults = in.takeFaults(before);
    }

    private static ReceivedOperation.Content faulty(FieldFault code, String detail) {
        return new ReceivedOperation.Content.Faulty(List.of(new FieldError("data", code, detail)));
    }

    private boolean field(String name) {
        String at = JsonIn.at(place, name);
        switch (name) {
            case "op_id" -> opId = in.uuid(at);
            case "operation" -> kind = in.oneOf(at, KINDS, OperationKind::name).orElse(null);
            case "table_name" -> table = in.text(at);
            case "record_uuid" -> record = in.uuid(at);
            case "base_version" -> baseVersion = in.whole(at, 0);
            case "made_at" -> madeAt = in.instant(at);
            case "actor" -> actor = in.text(at);
            case "data" -> data();
            case "lost_states" -> in.array(at, element -> LostState.read(in, element, lost));
            default -> {
                return false;
            }
        }
        return true;
    }
}
