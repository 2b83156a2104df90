package gatebook.wire.compare;

import gatebook.rules.entry.EntryId;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Asks how single records stand at the cloud. */
public record RecordsRequest(List<EntryId> records) {
    /** The most records of one request. */
    public static final int RECORDS_MAX = 500;

    public RecordsRequest {
        records = List.copyOf(records);
    }

    /** Reads a request; one of more than {@link #RECORDS_MAX} records is refused. */
    public static Decoded<RecordsRequest> read(InputStream body) {
        return JsonIn.read(body, JsonIn.Unknown.REFUSED, in -> {
            List<EntryId> records = new ArrayList<>();
            in.object("", name -> {
                if (name.equals("records")) {
                    in.array(name, place -> {
                        UUID id = in.uuid(place);
                        if (id != null && records.size() <= RECORDS_MAX) {
                            records.add(new EntryId(id));
                        }
                    });
                }
                return name.equals("records");
            });
            if (records.isEmpty() || records.size() > RECORDS_MAX) {
                in.fault("records", FieldFault.TOO_LARGE, "1 to " + RECORDS_MAX + " records");
            }
            return new RecordsRequest(records);
        });
    }

    /** The message as text. */
    public String json() {
        return JsonOut.text(out -> out.object(() ->
                out.name("records").array(() -> records.forEach(record -> out.element(record.toString())))));
    }
}
