package gatebook.wire.device;

import gatebook.rules.entry.DeskCode;
import gatebook.rules.merge.Policy;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import gatebook.wire.policy.PolicyJson;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A desk has joined a site.
 *
 * @param token 256 random bits that prove this desk from now on; the cloud keeps only their hash
 * @param policy the site's choice of strategies; null where the cloud does not tell
 */
public record EnrolmentAnswer(
        UUID deviceId,
        DeskCode deskCode,
        UUID siteId,
        String siteName,
        ZoneId zone,
        Currency currency,
        String token,
        @Nullable Policy policy) {

    /** An answer that tells nothing of the site's strategies. */
    public EnrolmentAnswer(
            UUID deviceId,
            DeskCode deskCode,
            UUID siteId,
            String siteName,
            ZoneId zone,
            Currency currency,
            String token) {
        this(deviceId, deskCode, siteId, siteName, zone, currency, token, null);
    }

    public static Decoded<EnrolmentAnswer> read(InputStream body) {
        return JsonIn.read(body, JsonIn.Unknown.IGNORED, EnrolmentAnswer::answer);
    }

    /** The answer as text. */
    public String json() {
        return JsonOut.text(out -> out.object(() -> {
            out.field("device_id", deviceId.toString())
                    .field("desk_code", deskCode.text())
                    .field("site_id", siteId.toString())
                    .field("site_name", siteName)
                    .field("zone", zone.getId())
                    .field("currency", currency.getCurrencyCode())
                    .field("token", token);
            if (policy != null) {
                PolicyJson.field(out, policy);
            }
        }));
    }

    private static @Nullable EnrolmentAnswer answer(JsonIn in) {
        Map<String, Object> values = new TreeMap<>();
        in.object("", name -> {
            Object value = switch (name) {
                case "device_id", "site_id" -> in.uuid(name);
                case "desk_code", "site_name", "zone", "currency", "token" -> in.text(name);
                case PolicyJson.NAME -> PolicyJson.read(in, name);
                default -> null;
            };
            if (value != null) {
                values.put(name, value);
            }
            return value != null;
        });
        for (String name :
                new String[] {"device_id", "desk_code", "site_id", "site_name", "zone", "currency", "token"}) {
            in.required(values.get(name), name);
        }
        if (in.faultCount() > 0) {
            return null; // noted above
        }
        try {
            return new EnrolmentAnswer(
                    (UUID) given(values, "device_id"),
                    new DeskCode((String) given(values, "desk_code")),
                    (UUID) given(values, "site_id"),
                    (String) given(values, "site_name"),
                    ZoneId.of((String) given(values, "zone")),
                    Currency.getInstance((String) given(values, "currency")),
                    (String) given(values, "token"),
                    (@Nullable Policy) values.get(PolicyJson.NAME));
        } catch (DateTimeException | IllegalArgumentException unknownWord) {
            in.fault("$", FieldFault.NOT_ONE_OF, "a desk code, zone or currency that this program does not know");
            return null; // just noted
        }
    }

    private static Object given(Map<String, Object> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
