package gatebook.faults.tenant;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.faults.fuzz.HostedCloud;
import gatebook.faults.fuzz.HostedCloud.EnrolledDesk;
import gatebook.faults.fuzz.RawLine;
import gatebook.faults.fuzz.Request;
import gatebook.faults.fuzz.Response;
import gatebook.ledger.site.SiteId;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two yards in one cloud whose every text says which of them it belongs to. */
final class TwoSites {
    /** Stands in every text of the first site, and in none of the second. */
    static final String OURS = "canaryours";

    /** Stands in every text of the second site. */
    static final String THEIRS = "canarytheirs";

    private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]+)\"");
    private static final Pattern PAGE = Pattern.compile("\"next_page_token\":\"([^\"]+)\"");

    private final HostedCloud cloud;
    private final Map<Party, EnrolledDesk> desks = new EnumMap<>(Party.class);
    private final Map<Party, AtomicLong> numbers = new EnumMap<>(Party.class);
    private final AtomicLong plates = new AtomicLong();
    private final Set<String> secretsOfTheirs = ConcurrentHashMap.newKeySet();
    private final Set<String> secretsOfOurs = ConcurrentHashMap.newKeySet();

    TwoSites(HostedCloud cloud) {
        this.cloud = cloud;
        SiteId ours = cloud.site(OURS);
        SiteId theirs = cloud.site(THEIRS);
        desks.put(Party.OWN_DESK, cloud.desk(ours));
        desks.put(Party.COLLEAGUE, cloud.desk(ours));
        desks.put(Party.OTHER_SITE, cloud.desk(theirs));
        desks.put(Party.REVOKED, cloud.desk(ours));
        desks.keySet().forEach(party -> numbers.put(party, new AtomicLong()));
        cloud.administration().revoke(ours, desk(Party.REVOKED).device());
        for (Party writer : new Party[] {Party.OWN_DESK, Party.COLLEAGUE, Party.OTHER_SITE}) {
            record(writer);
            record(writer);
        }
        secretsOfTheirs.addAll(Set.of(
                THEIRS, theirs.toString(), desk(Party.OTHER_SITE).device().toString()));
        secretsOfTheirs.addAll(
                Set.of(cursor(Party.OTHER_SITE), desk(Party.OTHER_SITE).token()));
        secretsOfOurs.addAll(
                Set.of(OURS, ours.toString(), desk(Party.OWN_DESK).device().toString()));
        secretsOfOurs.addAll(Set.of(cursor(Party.OWN_DESK), desk(Party.OWN_DESK).token()));
    }

    EnrolledDesk desk(Party party) {
        return Objects.requireNonNull(desks.get(party), () -> party + " has no desk");
    }

    String token(Party party) {
        return desks.containsKey(party) ? desk(party).token() : "";
    }

    int port() {
        return cloud.port();
    }

    Response ask(Party party, Request request) {
        return RawLine.once(port(), request.bytes());
    }

    /** What an answer to this party must not hold, unless the party itself said it. */
    Set<String> foreignTo(Party party) {
        return party == Party.OTHER_SITE ? secretsOfOurs : secretsOfTheirs;
    }

    /** A new record of this party's. */
    UUID record(Party writer) {
        UUID record = UuidCreator.getTimeOrderedEpoch();
        Response answer = ask(
                writer, Request.json("POST", "/v1/sync/push", token(writer), push(writer, "CREATE", record, 0, "")));
        if (!answer.body().contains("\"applied\"")) {
            throw new IllegalStateException("a record was not taken: " + answer);
        }
        (writer == Party.OTHER_SITE ? secretsOfTheirs : secretsOfOurs).add(record.toString());
        return record;
    }

    /** A record of our site that was voided. */
    UUID deleted() {
        UUID record = record(Party.OWN_DESK);
        ask(
                Party.OWN_DESK,
                Request.plain("DELETE", "/v1/parking/entries/" + record, token(Party.OWN_DESK))
                        .with("If-Match: \"1\""));
        return record;
    }

    /** The body of a push of one operation under the party's next number. */
    String push(Party party, String kind, UUID record, long baseVersion, String more) {
        long number = numbers.containsKey(party) ? numbers.get(party).incrementAndGet() : 1;
        return "{\"device_seq\":" + number + more + ",\"operations\":[{\"op_id\":\"" + UuidCreator.getTimeOrderedEpoch()
                + "\",\"operation\":\"" + kind + "\",\"table_name\":\"parking_entries\",\"record_uuid\":\"" + record
                + "\",\"base_version\":" + baseVersion + ",\"made_at\":\"2026-11-22T06:41:00.000Z\",\"actor\":\""
                + word(party) + "\",\"data\":" + entry(party, "") + "}]}";
    }

    /** An entry whose texts all say whose they are. */
    String entry(Party party, String more) {
        String word = word(party);
        return "{\"transport_name\":\"" + word + "\",\"vehicle_type\":\"" + word + "\",\"vehicle_number\":\"" + word
                + plates.incrementAndGet() + "\",\"driver_name\":\"" + word + "\",\"notes\":\"" + word
                + "\",\"entry_time\":\"2026-11-22T06:40:10.536Z\"" + more + "}";
    }

    private static String word(Party party) {
        return party == Party.OTHER_SITE ? THEIRS : OURS;
    }

    /** Where the party's site ends now. */
    String cursor(Party party) {
        return found(CURSOR, ask(party, Request.plain("GET", "/v1/sync/changes", token(party))));
    }

    /** Where a list of the party's site goes on. */
    String pageToken(Party party) {
        return found(PAGE, ask(party, Request.plain("GET", "/v1/parking/entries?limit=1", token(party))));
    }

    /** All that the site of a party holds, as a desk that joins would load it. */
    Set<String> holdings(Party party) {
        Response all = ask(party, Request.plain("GET", "/v1/sync/snapshot", token(party)));
        return new LinkedHashSet<>(all.body().lines().toList());
    }

    private static String found(Pattern pattern, Response answer) {
        Matcher matcher = pattern.matcher(answer.body());
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + answer);
        }
        return matcher.group(1);
    }
}
