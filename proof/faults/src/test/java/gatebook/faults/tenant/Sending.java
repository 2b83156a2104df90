package gatebook.faults.tenant;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.faults.fuzz.Request;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes the request of a cell: a sound one, about the object that the cell names. */
final class Sending {
    private static final String ENTRIES = "/v1/parking/entries";

    /** What changes the object that it names. */
    private static final Set<String> WRITING = Set.of(
            "POST /v1/sync/push", "POST " + ENTRIES, "PUT " + ENTRIES + "/{uuid}", "DELETE " + ENTRIES + "/{uuid}");

    private final TwoSites sites;
    private final Map<Target, UUID> standing = new EnumMap<>(Target.class);

    Sending(TwoSites sites) {
        this.sites = sites;
    }

    Request of(String request, Target target, Party party) {
        boolean changes = WRITING.contains(request) && party != Party.ANONYMOUS && party != Party.REVOKED;
        UUID id = changes ? fresh(target) : standing.computeIfAbsent(target, this::fresh);
        return of(request, target, party, id);
    }

    /** The request about this very record. */
    Request of(String request, Target target, Party party, UUID id) {
        String token = sites.token(party);
        String method = request.substring(0, request.indexOf(' '));
        String path = request.substring(request.indexOf(' ') + 1).replace("{uuid}", id.toString());
        boolean forged = target == Target.FORGED;
        return switch (request) {
            case "POST /v1/devices" ->
                Request.json(method, path, token, "{\"enrolment_code\":\"AAAA-AAAA\",\"device_name\":\"Gate\"}");
            case "GET /v1/sync/changes" ->
                Request.plain(method, path + (forged ? "?after=" + cursor(party) : ""), token);
            case "GET /v1/sync/snapshot" ->
                Request.plain(method, path + (forged ? "?after_uuid=" + id + "&cursor=" + cursor(party) : ""), token);
            case "GET /v1/parking/entries" ->
                Request.plain(method, path + (forged ? "?page_token=" + sites.pageToken(stranger(party)) : ""), token);
            case "POST /v1/sync/push" ->
                Request.json(
                        method,
                        path,
                        token,
                        sites.push(party, "UPDATE", id, 1, forged ? ",\"after\":\"" + cursor(party) + "\"" : ""));
            case "POST /v1/sync/compare" ->
                Request.json(
                        method, path, token, "{\"spans\":[{\"from\":\"" + id + "\",\"to\":\"" + next(id) + "\"}]}");
            case "GET /v1/sync/compare" -> Request.plain(method, path + "?from=" + id + "&to=" + next(id), token);
            case "POST /v1/sync/records" -> Request.json(method, path, token, "{\"records\":[\"" + id + "\"]}");
            case "POST " + ENTRIES -> Request.json(method, path, token, sites.entry(party, ",\"uuid\":\"" + id + "\""));
            case "PUT " + ENTRIES + "/{uuid}" ->
                Request.json(method, path, token, sites.entry(party, "")).with("If-Match: \"1\"");
            case "DELETE " + ENTRIES + "/{uuid}" ->
                Request.plain(method, path, token).with("If-Match: \"1\"");
            default -> Request.plain(method, path, token);
        };
    }

    /** An object of its own, so that no cell spoils another. */
    private UUID fresh(Target target) {
        return switch (target) {
            case OWN -> sites.record(Party.OWN_DESK);
            case COLLEAGUE -> sites.record(Party.COLLEAGUE);
            case OTHER -> sites.record(Party.OTHER_SITE);
            case DELETED -> sites.deleted();
            case NONE, RANDOM, FORGED -> UuidCreator.getTimeOrderedEpoch();
        };
    }

    private String cursor(Party party) {
        return sites.cursor(stranger(party));
    }

    private static Party stranger(Party party) {
        return party == Party.OTHER_SITE ? Party.OWN_DESK : Party.OTHER_SITE;
    }

    /** The id right behind it. */
    private static UUID next(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1);
    }
}
