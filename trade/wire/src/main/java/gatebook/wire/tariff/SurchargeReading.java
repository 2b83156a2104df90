package gatebook.wire.tariff;

import gatebook.rules.money.Money;
import gatebook.rules.tariff.NightWindow;
import gatebook.wire.json.JsonIn;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one surcharge of a tariff. One use each. */
final class SurchargeReading {
    private static final String NIGHT_WINDOW = "NIGHT_WINDOW";

    private final JsonIn in;
    private final String place;
    private final Values values;

    private @Nullable String kind;
    private @Nullable LocalTime from;
    private @Nullable LocalTime to;
    private @Nullable Money amount;

    SurchargeReading(JsonIn in, String place, Values values) {
        this.in = in;
        this.place = place;
        this.values = values;
    }

    /** The surcharge at which the reader stands; null where faults were noted. */
    @Nullable
    NightWindow read() {
        int before = in.faultCount();
        in.object(place, this::field);
        in.required(kind, JsonIn.at(place, "kind"));
        in.required(from, JsonIn.at(place, "from"));
        in.required(to, JsonIn.at(place, "to"));
        in.required(amount, JsonIn.at(place, "amount"));
        if (in.faultCount() > before || from == null || to == null || amount == null) {
            return null; // noted
        }
        return new NightWindow(from, to, amount);
    }

    private boolean field(String name) {
        String where = JsonIn.at(place, name);
        switch (name) {
            case "kind" ->
                kind = in.oneOf(where, List.of(NIGHT_WINDOW), word -> word).orElse(null);
            case "from" -> from = values.clock(where, in.text(where)).orElse(null);
            case "to" -> to = values.clock(where, in.text(where)).orElse(null);
            case "amount" -> amount = values.amount(where);
            default -> {
                return false;
            }
        }
        return true;
    }
}
