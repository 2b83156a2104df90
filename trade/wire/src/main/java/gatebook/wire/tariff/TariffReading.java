package gatebook.wire.tariff;

import gatebook.rules.entry.VehicleType;
import gatebook.rules.money.Money;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.tariff.Band;
import gatebook.rules.tariff.Cycle;
import gatebook.rules.tariff.FreeTime;
import gatebook.rules.tariff.NightWindow;
import gatebook.rules.tariff.Tariff;
import gatebook.wire.json.JsonIn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tariff of one class. One use each. */
final class TariffReading {
    private static final String CALENDAR = "CALENDAR@";
    private static final int FREE_MINUTES_MAX = 1_000_000;

    private final JsonIn in;
    private final String place;
    private final Values values;

    private @Nullable VehicleType type;
    private Instant validFrom = Instant.EPOCH;
    private Duration free = Duration.ZERO;
    private FreeTime.Mode freeMode = FreeTime.Mode.THRESHOLD;
    private Cycle cycle = new Cycle.None();
    private @Nullable List<Band> bands;
    private Duration tolerance = Duration.ZERO;
    private @Nullable Money cap;
    private Tariff.Minimum minimum = Tariff.Minimum.FIRST_BAND;
    private final List<NightWindow> surcharges = new ArrayList<>();

    TariffReading(JsonIn in, String place, ZoneId zone, Currency currency) {
        this.in = in;
        this.place = place;
        this.values = new Values(in, zone, currency);
    }

    /** The tariff at which the reader stands; null where faults were noted. */
    @Nullable
    Tariff read() {
        int before = in.faultCount();
        in.object(place, this::field);
        in.required(type, at("vehicle_type"));
        in.required(bands, at("bands"));
        if (in.faultCount() > before || type == null || bands == null) {
            return null; // noted
        }
        try {
            return new Tariff(
                    type, validFrom, new FreeTime(free, freeMode), cycle, bands, tolerance, cap, minimum, surcharges);
        } catch (IllegalArgumentException contradiction) {
            in.fault(at("bands"), FieldFault.CONTRADICTS, String.valueOf(contradiction.getMessage()));
            return null; // just noted
        }
    }

    private boolean field(String name) {
        String where = at(name);
        switch (name) {
            case "vehicle_type" -> type = values.type(where);
            case "valid_from" -> validFrom = values.time(where).orElse(validFrom);
            case "free_minutes" -> free = Duration.ofMinutes(values.whole(where, FREE_MINUTES_MAX));
            case "free_mode" ->
                freeMode = in.oneOf(where, List.of(FreeTime.Mode.values()), Enum::name)
                        .orElse(freeMode);
            case "cycle" -> cycle = cycle(where);
            case "bands" -> bands = bands(where);
            case "band_tolerance" -> tolerance = tolerance(where);
            case "cap_per_cycle" -> cap = in.isNull() ? null : values.amount(where);
            case "minimum_charge" ->
                minimum = Boolean.FALSE.equals(in.flag(where)) ? Tariff.Minimum.NOTHING : Tariff.Minimum.FIRST_BAND;
            case "surcharges" -> in.array(where, this::surcharge);
            case "lost_ticket" -> lostTicket(where);
            default -> {
                return false;
            }
        }
        return true;
    }

    private Duration tolerance(String where) {
        Duration read = values.span(where);
        return read == null ? tolerance : read;
    }

    /** A lost ticket's price is no part of a stay's; it is only looked at. */
    private void lostTicket(String where) {
        if (!in.isNull()) {
            values.amount(where);
        }
    }

    private Cycle cycle(String where) {
        String text = in.text(where);
        if (text != null && text.startsWith(CALENDAR)) {
            return values.clock(where, text.substring(CALENDAR.length()))
                    .<Cycle>map(Cycle.Calendar::new)
                    .orElse(cycle);
        }
        return switch (text) {
            case "NONE" -> new Cycle.None();
            case "ROLLING_24H" -> new Cycle.Rolling24h();
            case null -> cycle;
            default -> {
                in.fault(where, FieldFault.NOT_ONE_OF, "one of NONE, ROLLING_24H, CALENDAR@HH:MM");
                yield cycle;
            }
        };
    }

    private List<Band> bands(String where) {
        List<Band> read = new ArrayList<>();
        in.array(where, each -> {
            Band band = new BandReading(in, each, values).read();
            if (band != null) {
                read.add(band);
            }
        });
        return read;
    }

    private void surcharge(String where) {
        NightWindow window = new SurchargeReading(in, where, values).read();
        if (window != null) {
            surcharges.add(window);
        }
    }

    private String at(String name) {
        return JsonIn.at(place, name);
    }
}
