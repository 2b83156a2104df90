package gatebook.wire.device;

import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The cloud says that it is one, and is up.
 *
 * @param status {@code UP}, or another word when it cannot serve
 */
public record Health(String status, String version, Instant time) {
    /** The name by which a desk tells its cloud from any other server that answers 200. */
    public static final String SERVICE = "gatebook";

    /** The status of a cloud that serves. */
    public static final String UP = "UP";

    /** Refused unless it is a health message of this service. */
    public static Decoded<Health> read(InputStream body) {
        return JsonIn.read(body, JsonIn.Unknown.IGNORED, Health::health);
    }

    /** The message as text. */
    public String json() {
        return JsonOut.text(out -> out.object(() -> out.field("service", SERVICE)
                .field("status", status)
                .field("version", version)
                .field("time", time)));
    }

    private static @Nullable Health health(JsonIn in) {
        @Nullable String[] words = new String[3];
        @Nullable Instant[] time = new Instant[1];
        in.object("", name -> {
            switch (name) {
                case "service" -> words[0] = in.text(name);
                case "status" -> words[1] = in.text(name);
                case "version" -> words[2] = in.text(name);
                case "time" -> time[0] = in.instant(name);
                default -> {
                    return false;
                }
            }
            return true;
        });
        String status = words[1];
        String version = words[2];
        Instant at = time[0];
        return !SERVICE.equals(words[0]) || status == null || version == null || at == null
                ? null
                : new Health(status, version, at);
    }
}
