package gatebook.api.parking;

import gatebook.api.problem.RefusedRequest;
import gatebook.rules.entry.Entry;
import gatebook.wire.entry.EntryDefaults;
import gatebook.wire.entry.EntryDraft;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import java.io.ByteArrayInputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the one entry of a request. */
final class EntryBody {
    /** What answers carry beyond the entry: a caller may send back what it was given, and it counts for nothing. */
    private static final Set<String> GIVEN_OUT = Set.of("remote_id", "version");

    private EntryBody() {}

    static Entry read(byte[] body, EntryDefaults defaults) {
        return switch (JsonIn.read(new ByteArrayInputStream(body), JsonIn.Unknown.REFUSED, in -> entry(in, defaults))) {
            case Decoded.Read<Entry>(Entry entry) -> entry;
            case Decoded.Refused<Entry>(var faults) -> throw RefusedRequest.unreadable(faults);
        };
    }

    private static @Nullable Entry entry(JsonIn in, EntryDefaults defaults) {
        EntryDraft draft = new EntryDraft(in, "", defaults.zone(), defaults.currency());
        in.object("", name -> {
            if (GIVEN_OUT.contains(name)) {
                in.whole(name, 0);
                return true;
            }
            return draft.field(name);
        });
        return draft.finish(defaults, 0);
    }
}
