package gatebook.wire.tariff;

import gatebook.rules.refusal.FieldFault;
import gatebook.rules.tariff.FeeAnswer;
import gatebook.rules.tariff.FeeLine;
import gatebook.rules.tariff.FeeTable;
import gatebook.rules.tariff.Tariff;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of tariffs. A field that it does not have is refused by name, since a misspelt cap would be no cap; what may be
 * left out has a default in {@code docs/tariffs.md}.
 */
public final class TariffJson {
    private @Nullable Currency currency;
    private @Nullable ZoneId zone;
    private @Nullable List<Tariff> tariffs;

    private TariffJson() {}

    /** Reads a whole file. Amounts mean nothing without the currency, which may stand after them: it is looked for first. */
    public static Decoded<FeeTable> read(byte[] file) {
        TariffJson table = new TariffJson();
        Decoded<TariffJson> head = JsonIn.read(stream(file), JsonIn.Unknown.IGNORED, in -> table.head(in));
        return switch (head) {
            case Decoded.Refused<TariffJson>(var faults) -> new Decoded.Refused<>(faults);
            case Decoded.Read<TariffJson> _ -> JsonIn.read(stream(file), JsonIn.Unknown.REFUSED, in -> table.whole(in));
        };
    }

    /** Writes a price with its lines, as an object. */
    public static void write(JsonOut out, FeeAnswer.Priced priced) {
        out.object(() -> out.field("fee", priced.fee().major())
                .field("currency", priced.fee().currency().getCurrencyCode())
                .name("lines")
                .array(() -> priced.lines().forEach(line -> write(out, line))));
    }

    private static void write(JsonOut out, FeeLine line) {
        out.object(() -> out.field("kind", line.kind().name())
                .field("from", line.span().from())
                .field("to", line.span().to())
                .field("count", line.count())
                .field("amount", line.amount().major()));
    }

    private static InputStream stream(byte[] file) {
        return new ByteArrayInputStream(file);
    }

    private @Nullable TariffJson head(JsonIn in) {
        in.object("", name -> switch (name) {
            case "currency" -> {
                currency = currency(in, in.text(name));
                yield true;
            }
            case "zone" -> {
                zone = zone(in, in.text(name));
                yield true;
            }
            default -> false;
        });
        in.required(currency, "currency");
        in.required(zone, "zone");
        return this;
    }

    private @Nullable FeeTable whole(JsonIn in) {
        Currency money = currency;
        ZoneId clocks = zone;
        if (money == null || clocks == null) {
            return null; // noted when the head was read
        }
        in.object("", name -> switch (name) {
            case "currency", "zone" -> in.text(name) != null;
            case "tariffs" -> {
                List<Tariff> read = new ArrayList<>();
                in.array(name, place -> {
                    Tariff tariff = new TariffReading(in, place, clocks, money).read();
                    if (tariff != null) {
                        read.add(tariff);
                    }
                });
                tariffs = read;
                yield true;
            }
            default -> false;
        });
        in.required(tariffs, "tariffs");
        return tariffs == null ? null : new FeeTable(money, clocks, tariffs);
    }

    private static @Nullable Currency currency(JsonIn in, @Nullable String code) {
        try {
            Currency read = code == null ? null : Currency.getInstance(code);
            if (read == null || read.getDefaultFractionDigits() >= 0) {
                return read;
            }
        } catch (IllegalArgumentException unknown) {
            // told below
        }
        in.fault("currency", FieldFault.NOT_ONE_OF, "a currency such as INR");
        return null; // just noted
    }

    private static @Nullable ZoneId zone(JsonIn in, @Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            in.fault("zone", FieldFault.NOT_ONE_OF, "a zone such as Asia/Kolkata");
            return null; // just noted
        }
    }
}
