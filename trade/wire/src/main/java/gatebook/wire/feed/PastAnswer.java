package gatebook.wire.feed;

import gatebook.wire.audit.TrailHead;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cloud says of its past, and of the desk's as far as it knows it.
 *
 * @param standing the cursors asked about that lie in its history
 * @param lost those that it no longer knows: it was restored, or failed over
 * @param rewritten those at whose place its history holds, from before they were given out, something else
 * @param walked up to which change the hashes have been looked at by now; 0 when that is the end, to begin anew
 * @param brokenAt the first change whose hash is not that of its content; null if all of the stretch agree
 * @param head the newest row of this desk's trail that the cloud keeps; null if it keeps none
 * @param deviceSeq the number of the last pushing request under this desk's identity; null if it does not say
 */
public record PastAnswer(
        List<Cursor> standing,
        List<Cursor> lost,
        List<Cursor> rewritten,
        long walked,
        @Nullable Long brokenAt,
        @Nullable TrailHead head,
        @Nullable Long deviceSeq) {
    /** The field of a page that holds it. */
    public static final String NAME = "past";

    public PastAnswer {
        standing = List.copyOf(standing);
        lost = List.copyOf(lost);
        rewritten = List.copyOf(rewritten);
    }

    /** Writes it as the field {@link #NAME}. */
    public void field(JsonOut out) {
        out.name(NAME).object(() -> {
            cursors(out, "standing", standing);
            cursors(out, "lost", lost);
            cursors(out, "rewritten", rewritten);
            out.field("walked", walked);
            if (brokenAt != null) {
                out.field("broken_at", brokenAt.longValue());
            }
            if (head != null) {
                head.field(out, "audit_head");
            }
            if (deviceSeq != null) {
                out.field("device_seq", deviceSeq.longValue());
            }
        });
    }

    private static void cursors(JsonOut out, String name, List<Cursor> cursors) {
        out.name(name).array(() -> cursors.forEach(cursor -> out.element(cursor.token())));
    }

    /** Reads one. */
    public static PastAnswer read(JsonIn in, String place) {
        Reading reading = new Reading(in, place);
        in.object(place, reading::field);
        return new PastAnswer(
                reading.standing,
                reading.lost,
                reading.rewritten,
                reading.walked,
                reading.brokenAt,
                reading.head,
                reading.deviceSeq);
    }

    private static final class Reading {
        private final JsonIn in;
        private final String place;
        private final List<Cursor> standing = new ArrayList<>();
        private final List<Cursor> lost = new ArrayList<>();
        private final List<Cursor> rewritten = new ArrayList<>();
        private long walked;
        private @Nullable Long brokenAt;
        private @Nullable TrailHead head;
        private @Nullable Long deviceSeq;

        Reading(JsonIn in, String place) {
            this.in = in;
            this.place = place;
        }

        boolean field(String name) {
            String at = JsonIn.at(place, name);
            switch (name) {
                case "standing" -> cursors(at, standing);
                case "lost" -> cursors(at, lost);
                case "rewritten" -> cursors(at, rewritten);
                case "walked" -> walked = in.whole(at, 0);
                case "broken_at" -> brokenAt = in.whole(at, 1);
                case "audit_head" -> head = TrailHead.read(in, at);
                case "device_seq" -> deviceSeq = in.whole(at, 0);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void cursors(String at, List<Cursor> into) {
            in.array(at, element -> {
                String token = in.text(element);
                if (token != null && Cursor.isWellFormed(token)) {
                    into.add(new Cursor(token));
                }
            });
        }
    }
}
