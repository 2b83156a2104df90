package gatebook.wire.feed;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.TicketNo;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.entry.ImageReading;
import gatebook.wire.json.JsonIn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One pass over one change object. */
final class ChangeReading {
    private final JsonIn in;
    private final String place;
    private final ZoneId zone;
    private final Currency currency;
    private @Nullable Long seq;
    private @Nullable UUID record;
    private @Nullable Long version;
    private @Nullable Boolean deleted;
    private @Nullable Instant changedAt;
    private @Nullable String device;
    private @Nullable String person;
    private final List<TicketNo> joined = new ArrayList<>();
    private @Nullable Entry entry;

    ChangeReading(JsonIn in, String place, ZoneId zone, Currency currency) {
        this.in = in;
        this.place = place;
        this.zone = zone;
        this.currency = currency;
    }

    boolean field(String name) {
        String at = JsonIn.at(place, name);
        switch (name) {
            case "table_name" -> table(at);
            case "seq" -> seq = in.whole(at, 1);
            case "record_uuid" -> record = in.uuid(at);
            case "version" -> version = in.whole(at, 1);
            case "deleted" -> deleted = in.flag(at);
            case "changed_at" -> changedAt = in.instant(at);
            case "changed_by_device" -> device = in.isNull() ? null : in.text(at);
            case "changed_by" -> person = in.isNull() ? null : in.text(at);
            case "joined_tickets" -> in.array(at, this::ticket);
            case "data" -> entry = ImageReading.entry(in, at, zone, currency);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A desk knows one table; what is another's must not be taken for a vehicle. */
    private void table(String at) {
        String table = in.text(at);
        if (table != null && !table.equals(Change.TABLE)) {
            in.fault(at, FieldFault.NOT_ONE_OF, "one of " + Change.TABLE);
        }
    }

    /** The change; null when a part of it is missing, which is noted. */
    @Nullable
    Change finish() {
        in.required(seq, JsonIn.at(place, "seq"));
        in.required(record, JsonIn.at(place, "record_uuid"));
        in.required(version, JsonIn.at(place, "version"));
        in.required(deleted, JsonIn.at(place, "deleted"));
        in.required(changedAt, JsonIn.at(place, "changed_at"));
        if (Boolean.FALSE.equals(deleted)) {
            in.required(entry, JsonIn.at(place, "data"));
        }
        if (seq == null || record == null || version == null || deleted == null || changedAt == null) {
            return null; // noted above
        }
        Change.Life life = deleted ? Change.Life.VOIDED : Change.Life.LIVE;
        return new Change(seq, new EntryId(record), version, life, changedAt, device, person, joined, entry);
    }

    /** One that cannot be a ticket of ours leads nowhere, and is no reason to refuse the change. */
    private void ticket(String at) {
        String text = in.text(at);
        if (text != null && !text.isBlank() && text.length() <= TicketNo.LENGTH_MAX) {
            joined.add(new TicketNo(text));
        }
    }
}
