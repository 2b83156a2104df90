package gatebook.wire.feed;

import gatebook.rules.refusal.FieldFault;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** One line of a snapshot: a record, or the end with the cursor from which to pull on. */
public sealed interface SnapshotLine {
    /** A record as it stood when its chunk was read. */
    record Record(Change change) implements SnapshotLine {}

    /** The last line; a snapshot without it was cut off and goes on after the last record that arrived. */
    record End(Cursor cursor) implements SnapshotLine {}

    /** Reads one line. */
    static Decoded<SnapshotLine> read(String line, ZoneId zone, Currency currency) {
        return JsonIn.read(line, JsonIn.Unknown.IGNORED, in -> line(in, zone, currency));
    }

    /** The text of the last line, without its line end. */
    static String end(Cursor cursor) {
        return JsonOut.text(out -> out.object(() -> out.field("cursor", cursor.token())));
    }

    private static @Nullable SnapshotLine line(JsonIn in, ZoneId zone, Currency currency) {
        ChangeReading reading = new ChangeReading(in, "", zone, currency);
        @Nullable String[] cursor = new String[1];
        in.object("", name -> {
            if (name.equals("cursor")) {
                cursor[0] = in.text(name);
                return true;
            }
            return reading.field(name);
        });
        String token = cursor[0];
        if (token == null) {
            Change change = reading.finish();
            return change == null ? null : new Record(change);
        }
        if (!Cursor.isWellFormed(token)) {
            in.fault("cursor", FieldFault.BAD_TEXT, "not a cursor");
            return null; // just noted
        }
        return new End(new Cursor(token));
    }
}
