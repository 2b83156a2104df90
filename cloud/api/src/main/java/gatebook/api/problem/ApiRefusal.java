package gatebook.api.problem;

import java.util.Arrays;
import java.util.Optional;

/**
 * The catalogue of what the API refuses as a whole: the {@code code} of a problem document. What is wrong with single
 * fields stands in {@link gatebook.rules.refusal.FieldFault}.
 */
public enum ApiRefusal {
    /** The body is not one JSON document in UTF-8. Send exactly one; the detail says where reading ended. */
    NOT_JSON(400, "Bad Request", "the body is not one JSON document in UTF-8"),
    /** A part of the address or a header cannot be understood; {@code errors} names it. Correct that one. */
    BAD_PARAMETER(400, "Bad Request", "a parameter or header cannot be understood; errors names it"),
    /** The request breaks HTTP itself, or was cut short. Send it again, whole. */
    BAD_REQUEST(400, "Bad Request", "the request is not well-formed HTTP or was cut short"),
    /** Body or query are not what {@code Content-Digest} or {@code Gatebook-Query} say. Send the request again. */
    CONTENT_DAMAGED(400, "Bad Request", "the request was changed on its way; send it again"),
    /** No bearer token came along. Enrol this desk and send {@code Authorization: Bearer} with the token it was given. */
    TOKEN_MISSING(
            401, "Unauthorized", "send Authorization: Bearer with the token this desk was given when it enrolled"),
    /** The token is unknown or was revoked. Enrol this desk anew; what it has queued is kept. */
    TOKEN_UNKNOWN(401, "Unauthorized", "this token is unknown or was revoked; enrol the desk anew, its queue is kept"),
    /** Nothing is there for this site; whether another site holds it is never told. Check the address. */
    NOT_FOUND(404, "Not Found", "there is nothing at this address for your site"),
    /** The address exists, for other methods; {@code Allow} names them. */
    METHOD_NOT_ALLOWED(405, "Method Not Allowed", "this address is for other methods; Allow names them"),
    /** The answer exists in none of the forms that {@code Accept} names. Ask for JSON. */
    NOT_ACCEPTABLE(406, "Not Acceptable", "answers are JSON; let Accept say so"),
    /** The request was not whole in time. Send it again on a better line, or in smaller parts. */
    TOO_SLOW(408, "Request Timeout", "the request did not arrive in time; send it again, or in smaller parts"),
    /** This number of the desk was used before: two machines hold one identity. Enrol this one anew; the queue is kept. */
    DESK_CLONED(409, "Conflict", "this request number was used before; two machines may hold one identity: enrol anew"),
    /** Another record has this id, or is the same visit: it stands in {@code entry}. Change that one, or leave it. */
    CONFLICTS(409, "Conflict", "another record has this id or is the same visit; it is in the field entry"),
    /** The cursor belongs to another life of the cloud's records. Start again without one; re-send what is missing. */
    HISTORY_CHANGED(410, "Gone", "this cursor belongs to another history of the cloud; start again without one"),
    /** What the cursor saw was altered in its place: the past was rewritten. Compare both sides, and tell the owner. */
    HISTORY_REWRITTEN(
            410, "Gone", "the cloud's past is not what this cursor saw; compare both sides, and tell the owner"),
    /** The entry has moved on since the version in {@code If-Match}. The current one is in {@code entry}; decide again. */
    VERSION_STALE(412, "Precondition Failed", "the entry has moved on; the current one is in the field entry"),
    /** The body has more than the allowed bytes, before or after unpacking. Send less at a time. */
    BODY_TOO_LARGE(413, "Content Too Large", "the body is too large, packed or unpacked; send less at a time"),
    /** More operations than one request may hold. Send fewer at a time. */
    TOO_MANY_OPERATIONS(413, "Content Too Large", "too many operations in one request; send fewer at a time"),
    /** The address is longer than any of ours. */
    ADDRESS_TOO_LONG(414, "URI Too Long", "the address is too long"),
    /** The body is declared as something else than JSON. Send {@code Content-Type: application/json}. */
    CONTENT_TYPE_UNSUPPORTED(415, "Unsupported Media Type", "send Content-Type: application/json"),
    /** The body is packed in a way other than gzip. Send it plain or with {@code Content-Encoding: gzip}. */
    CONTENT_ENCODING_UNSUPPORTED(415, "Unsupported Media Type", "send the body plain or with Content-Encoding: gzip"),
    /** The body is JSON with fields at fault; {@code errors} names each. Correct them. */
    CONTENT_INVALID(422, "Unprocessable Content", "fields are at fault; errors names each"),
    /** The enrolment code is unknown, used or past its day. Ask the owner's office for a new one. */
    ENROLMENT_CODE_REFUSED(
            422, "Unprocessable Content", "this enrolment code is unknown, used or too old; get a new one"),
    /** This {@code Idempotency-Key} came before with another body. Use a new key for a new entry. */
    IDEMPOTENCY_KEY_REUSED(422, "Unprocessable Content", "this Idempotency-Key came before with another body"),
    /** A change must say which version it was made from. Send {@code If-Match} with the ETag of the entry as read. */
    IF_MATCH_MISSING(428, "Precondition Required", "send If-Match with the ETag of the entry as you read it"),
    /** More requests than this desk or address may send. Wait for the seconds in {@code Retry-After}. */
    TOO_MANY_REQUESTS(429, "Too Many Requests", "too many requests; wait for the seconds in Retry-After"),
    /** The headers are larger than any request of ours needs. */
    HEADERS_TOO_LARGE(431, "Request Header Fields Too Large", "the request's headers are too large"),
    /** A fault of this program; it is in its log. Send the request again later, and tell the operator if it stays. */
    INTERNAL_FAULT(500, "Internal Server Error", "this program failed; the operator finds the cause in its log"),
    /** The method is none that any address here knows. */
    METHOD_UNKNOWN(501, "Not Implemented", "no address here knows this method"),
    /** The database is away or busy; nothing was lost or half done. Send the request again after {@code Retry-After}. */
    UNAVAILABLE(503, "Service Unavailable", "the database is away or busy; send the request again after Retry-After"),
    /** The version of HTTP is not served. */
    HTTP_VERSION_UNSUPPORTED(505, "HTTP Version Not Supported", "use HTTP/1.1");

    private final int status;
    private final String title;
    private final String detail;

    ApiRefusal(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    /** The HTTP status it is told with. */
    public int status() {
        return status;
    }

    /** What is told when nothing more is known. */
    public String detail() {
        return detail;
    }

    String title() {
        return title;
    }

    /** The plainest refusal of a status; for refusals that the web server or Spring decided on. */
    static ApiRefusal ofStatus(int status) {
        Optional<ApiRefusal> exact = Arrays.stream(values())
                .filter(refusal -> refusal.status == status)
                .findFirst();
        return status == 400 ? BAD_REQUEST : exact.orElse(status < 500 ? BAD_REQUEST : INTERNAL_FAULT);
    }
}
