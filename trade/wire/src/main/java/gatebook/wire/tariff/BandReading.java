package gatebook.wire.tariff;

import gatebook.rules.money.Money;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.tariff.Band;
import gatebook.wire.json.JsonIn;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads one band of a tariff. One use each. */
final class BandReading {
    private final JsonIn in;
    private final String place;
    private final Values values;

    private @Nullable Duration after;
    private @Nullable Duration upTo;
    private @Nullable Money total;
    private @Nullable Money each;
    private @Nullable Duration per;

    BandReading(JsonIn in, String place, Values values) {
        this.in = in;
        this.place = place;
        this.values = values;
    }

    /** The band at which the reader stands; null where faults were noted. */
    @Nullable
    Band read() {
        int before = in.faultCount();
        in.object(place, this::field);
        in.required(after, JsonIn.at(place, "after"));
        if (in.faultCount() > before || after == null) {
            return null; // noted
        }
        Band.Charge charge = charge();
        if (charge == null) {
            in.fault(place, FieldFault.CONTRADICTS, "a band has either total, or each and per");
            return null; // just noted
        }
        try {
            return new Band(after, upTo, charge);
        } catch (IllegalArgumentException nonsense) {
            in.fault(place, FieldFault.CONTRADICTS, String.valueOf(nonsense.getMessage()));
            return null; // just noted
        }
    }

    private Band.@Nullable Charge charge() {
        if (total != null && each == null && per == null) {
            return new Band.Total(total);
        }
        return total == null && each != null && per != null ? new Band.Each(each, per) : null;
    }

    private boolean field(String name) {
        String where = JsonIn.at(place, name);
        switch (name) {
            case "after" -> after = values.span(where);
            case "up_to" -> upTo = in.isNull() ? null : values.span(where);
            case "total" -> total = in.isNull() ? null : values.amount(where);
            case "each" -> each = in.isNull() ? null : values.amount(where);
            case "per" -> per = in.isNull() ? null : values.longSpan(where);
            default -> {
                return false;
            }
        }
        return true;
    }
}
