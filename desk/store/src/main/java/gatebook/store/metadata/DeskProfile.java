package gatebook.store.metadata;

import gatebook.rules.entry.DeskCode;
import gatebook.rules.yard.Yard;
import gatebook.store.sqlite.Session;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who this desk is.
 *
 * @param deviceId made here at first; the cloud's once the desk has joined a site
 * @param membership the site it belongs to; null before enrolment
 */
public record DeskProfile(
        String deviceId,
        DeskCode deskCode,
        ZoneId zone,
        Currency currency,
        @Nullable Membership membership) {

    private static final LastRead<DeskProfile> LAST = new LastRead<>();

    /**
     * The desk's place in a site.
     *
     * @param token proves the desk to the cloud; never printed, never logged
     */
    public record Membership(UUID siteId, String siteName, String server, String token) {
        @Override
        public String toString() {
            return "Membership[" + siteId + " at " + server + "]";
        }
    }

    /** A desk that has just been set up, in the first yard's zone and currency. */
    public static DeskProfile fresh(UUID deviceId) {
        Yard yard = Yard.first();
        return new DeskProfile(deviceId.toString(), DeskCode.FIRST, yard.zone(), yard.currency(), null);
    }

    /** The site's settings as this desk knows them. */
    public Yard yard() {
        return Yard.of(zone, currency);
    }

    /**
     * The profile in force.
     *
     * @throws IllegalStateException if the register was never set up
     */
    public static DeskProfile read(Session session) {
        return find(session).orElseThrow(() -> new IllegalStateException("the register has no desk profile"));
    }

    /** The profile in force; empty in a register that was never set up. */
    public static Optional<DeskProfile> find(Session session) {
        return Metadata.get(session, MetadataKey.DESK).map(DeskProfile::decode);
    }

    /** Puts this profile in force from this transaction on. */
    public void write(Session session, Instant now) {
        Metadata.put(session, MetadataKey.DESK, encode(), now);
    }

    private String encode() {
        return JsonOut.text(out -> out.object(() -> {
            out.field("device_id", deviceId)
                    .field("desk_code", deskCode.text())
                    .field("zone", zone.getId())
                    .field("currency", currency.getCurrencyCode());
            if (membership != null) {
                out.field("site_id", membership.siteId().toString())
                        .field("site_name", membership.siteName())
                        .field("server", membership.server())
                        .field("token", membership.token());
            }
        }));
    }

    /** Reads the form in which it is kept. It is asked for at each operation and changes hardly ever. */
    public static DeskProfile decode(String json) {
        return LAST.of(json, DeskProfile::read);
    }

    private static DeskProfile read(String json) {
        return JsonIn.<DeskProfile>read(json, JsonIn.Unknown.IGNORED, in -> {
                    Map<String, String> words = new TreeMap<>();
                    in.object("", name -> {
                        String word = in.text(name);
                        if (word != null) {
                            words.put(name, word);
                        }
                        return true;
                    });
                    return of(words);
                })
                .orDamaged("the desk's profile");
    }

    private static DeskProfile of(Map<String, String> words) {
        String site = words.get("site_id");
        Membership membership = site == null
                ? null
                : new Membership(
                        UUID.fromString(site),
                        words.getOrDefault("site_name", ""),
                        words.getOrDefault("server", ""),
                        words.getOrDefault("token", ""));
        return new DeskProfile(
                words.getOrDefault("device_id", ""),
                new DeskCode(words.getOrDefault("desk_code", "")),
                ZoneId.of(words.getOrDefault("zone", "")),
                Currency.getInstance(words.getOrDefault("currency", "")),
                membership);
    }
}
