package gatebook.wire.entry;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.money.Money;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry as JSON: its fields by the seed's column names, in one order, so that equal entries are equal text. */
public final class EntryJson {
    /** The version of this form; a stored payload names the one it was written in. */
    public static final int VERSION = 1;

    private static final List<Field> FIELDS = List.of(Field.values());

    private EntryJson() {}

    /** The canonical image, one JSON object. */
    public static String encode(Entry entry) {
        return JsonOut.text(out -> out.object(() -> fields(out, entry)));
    }

    /** The fields alone, for an object that has more of them. */
    public static void fields(JsonOut out, Entry entry) {
        for (Field field : FIELDS) {
            field(out, field, entry);
        }
    }

    static void field(JsonOut out, Field field, Entry entry) {
        String name = field.text();
        switch (field) {
            case UUID -> out.field(name, entry.id().toString());
            case TICKET_NO -> out.field(name, entry.ticket().number().text());
            case SERIAL_NUMBER -> out.field(name, entry.ticket().serialNumber());
            case TRANSPORT_NAME -> out.field(name, entry.description().transportName());
            case VEHICLE_TYPE ->
                out.field(name, entry.description().vehicleType().name());
            case VEHICLE_NUMBER -> out.field(name, entry.plate().typed());
            case DRIVER_NAME -> out.field(name, entry.description().driverName());
            case DRIVER_CONTACT -> out.field(name, entry.description().driverContact());
            case LOCATION -> out.field(name, entry.description().location());
            case NOTES -> out.field(name, entry.description().notes());
            case ENTRY_TIME -> out.field(name, entry.entryTime());
            case EXIT_TIME -> out.field(name, entry.stay().exitTime());
            case STATUS -> out.field(name, entry.stay().status().text());
            case FEE -> amount(out, name, entry.stay().fee());
            case COMPUTED_FEE -> amount(out, name, entry.stay().computedFee());
            case FEE_MANUALLY_SET -> out.flag(name, entry.stay().feeManuallySet());
            case FEE_REASON -> out.field(name, entry.stay().feeReason());
            case PAYMENT_STATUS -> out.field(name, entry.payment().status().text());
            case PAYMENT_TYPE -> out.field(name, entry.payment().type());
            case CREATED_BY -> out.field(name, entry.authorship().createdBy());
            case CREATED_AT -> out.field(name, entry.authorship().createdAt());
            case LAST_MODIFIED -> out.field(name, entry.authorship().lastModified());
        }
    }

    private static void amount(JsonOut out, String name, @Nullable Money amount) {
        if (amount == null) {
            out.none(name);
        } else {
            out.field(name, amount.major());
        }
    }

    /** Reads an entry of somebody's making: every field at fault is named. */
    public static Decoded<Entry> decode(String json, EntryDefaults defaults) {
        return JsonIn.read(json, JsonIn.Unknown.REFUSED, in -> read(in, defaults));
    }

    private static @Nullable Entry read(JsonIn in, EntryDefaults defaults) {
        EntryDraft draft = new EntryDraft(in, "", defaults.zone(), defaults.currency());
        in.object("", draft::field);
        return draft.finish(defaults, 0);
    }
}
