package gatebook.api.parking;

import gatebook.api.problem.ApiRefusal;
import gatebook.api.problem.RefusedRequest;
import gatebook.ledger.entries.IdempotencyKey;
import gatebook.ledger.site.Actor;
import gatebook.ledger.site.Desk;
import gatebook.ledger.site.IdSource;
import gatebook.rules.entry.EntryId;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.entry.EntryDefaults;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request says beside its body: who acts, on which version, and under which key. */
final class RequestWords {
    /** Names the person or program that acts; {@code System} where it is missing. */
    static final String ACTOR_HEADER = "Gatebook-Actor";

    private static final Pattern VISIBLE = Pattern.compile("[ -~]{1,200}");
    private static final Pattern VERSION_TAG = Pattern.compile("\"([0-9]{1,18})\"");
    private static final Pattern ANY_TAG = Pattern.compile("(W/)?\"[!#-~]*\"");

    private final Clock clock;
    private final IdSource ids;

    RequestWords(Clock clock, IdSource ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** What a new entry gets where it says nothing. */
    EntryDefaults defaults(Desk desk, Actor actor) {
        EntryId id = new EntryId(ids.next());
        return defaults(desk, actor, id, EntryDefaults.IdRule.SUGGESTED);
    }

    /** What an entry that replaces another gets where it says nothing. */
    EntryDefaults defaults(Desk desk, Actor actor, EntryId addressed) {
        return defaults(desk, actor, addressed, EntryDefaults.IdRule.ADDRESSED);
    }

    private EntryDefaults defaults(Desk desk, Actor actor, EntryId id, EntryDefaults.IdRule rule) {
        return new EntryDefaults(id, rule, clock.instant(), actor.name(), desk.zone(), desk.currency());
    }

    static Actor actor(HttpServletRequest request) {
        String name = request.getHeader(ACTOR_HEADER);
        if (name == null) {
            return new Actor("System");
        }
        if (name.isBlank() || !VISIBLE.matcher(name).matches()) {
            throw RefusedRequest.parameter(ACTOR_HEADER, FieldFault.BAD_TEXT, "1 to 200 ASCII characters");
        }
        return new Actor(name.strip());
    }

    static Optional<IdempotencyKey> idempotencyKey(HttpServletRequest request, byte[] body) {
        String key = request.getHeader("Idempotency-Key");
        if (key == null) {
            return Optional.empty();
        }
        if (key.isBlank() || !VISIBLE.matcher(key).matches()) {
            throw RefusedRequest.parameter("Idempotency-Key", FieldFault.BAD_TEXT, "1 to 200 ASCII characters");
        }
        return Optional.of(new IdempotencyKey(key.strip(), HexFormat.of().formatHex(sha256(body))));
    }

    /**
     * The version that a change was made from: a tag that is none of ours counts as a version long gone; empty for
     * {@code *}, which is whatever stands there.
     */
    static Optional<Long> version(HttpServletRequest request) {
        String header = request.getHeader("If-Match");
        if (header == null || header.isBlank()) {
            throw new RefusedRequest(ApiRefusal.IF_MATCH_MISSING);
        }
        String tag = header.strip();
        if (tag.equals("*")) {
            return Optional.empty();
        }
        Matcher version = VERSION_TAG.matcher(tag);
        if (version.matches()) {
            return Optional.of(Long.parseLong(version.group(1)));
        }
        if (ANY_TAG.matcher(tag).matches()) {
            return Optional.of(0L);
        }
        throw RefusedRequest.parameter("If-Match", FieldFault.BAD_TEXT, "one entity tag such as \"3\", or *");
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
