package gatebook.faults.tenant;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.faults.fuzz.Chance;
import gatebook.faults.fuzz.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;

/** What a desk tries that has learned ids, cursors and tokens' neighbours of another site: all of them, in any place. */
final class RandomRequests {
    private static final List<String> ALL = Matrix.cells().stream()
            .map(Matrix.Cell::request)
            .filter(request -> !request.equals("GET /v1/sync/events") && !request.equals("GET /metrics"))
            .distinct()
            .toList();

    private final Sending sending;
    private final Chance chance;
    private final List<String> loot;

    /**
     * @param loot of the other site: ids of its records, its own, its desk's; its cursors and page tokens
     */
    RandomRequests(TwoSites sites, Chance chance, List<String> loot) {
        this.sending = new Sending(sites);
        this.chance = chance;
        this.loot = List.copyOf(loot);
    }

    Request next(Party party) {
        String kind = chance.one(ALL);
        Request sound = sending.of(kind, chance.one(Target.NONE, Target.FORGED), party, id());
        return switch (chance.below(6)) {
            case 0 ->
                sound.with(chance.one(
                                "X-Site",
                                "Gatebook-Site",
                                "Gatebook-Actor",
                                "Idempotency-Key",
                                "If-None-Match",
                                "Cookie")
                        + ": " + chance.one(loot));
            case 1 ->
                atAddress(
                        sound,
                        chance.one("after", "seen", "cursor", "page_token", "from", "site_id", "after_uuid") + "="
                                + chance.one(loot));
            case 2 ->
                new Request(
                        sound.method(),
                        sound.address().replaceAll("[0-9a-f-]{36}", chance.one(loot)),
                        sound.headers(),
                        sound.body());
            case 3 -> inBody(sound);
            default -> sound;
        };
    }

    /** Most ids are stolen ones, some are those of nobody. */
    private UUID id() {
        String stolen = chance.one(loot);
        return stolen.length() == 36 && !chance.once(4) ? UUID.fromString(stolen) : UuidCreator.getTimeOrderedEpoch();
    }

    private static Request atAddress(Request request, String parameter) {
        String joint = request.address().contains("?") ? "&" : "?";
        return new Request(request.method(), request.address() + joint + parameter, request.headers(), request.body());
    }

    private Request inBody(Request request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        String more = "{\"" + chance.one("site_id", "device_id", "after", "history_id", "notes", "uuid", "ticket_no")
                + "\":\"" + chance.one(loot) + "\",";
        String other = body.isEmpty() ? more + "\"a\":1}" : body.replaceFirst("\\{", Matcher.quoteReplacement(more));
        return new Request(
                request.method(), request.address(), request.headers(), other.getBytes(StandardCharsets.UTF_8));
    }
}
