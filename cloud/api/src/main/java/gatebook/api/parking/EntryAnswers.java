package gatebook.api.parking;

import gatebook.api.http.Answers;
import gatebook.ledger.entries.StoredEntry;
import gatebook.wire.push.OpOutcome;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes entries as answers carry them: the entry's own fields, then what the cloud gave out. */
final class EntryAnswers {
    private EntryAnswers() {}

    /** The entry as one JSON object. */
    static String json(StoredEntry entry) {
        return json(entry, null);
    }

    private static String json(StoredEntry entry, OpOutcome.@Nullable Warning warning) {
        StringBuilder json = new StringBuilder(entry.data());
        json.setLength(json.length() - 1);
        json.append(",\"remote_id\":").append(entry.remoteId());
        json.append(",\"version\":").append(entry.version());
        if (warning != null) {
            json.append(",\"warning\":{\"conflict_type\":\"")
                    .append(warning.type().name())
                    .append("\",\"data\":")
                    .append(warning.data())
                    .append('}');
        }
        return json.append('}').toString();
    }

    static String tag(StoredEntry entry) {
        return "\"" + entry.version() + "\"";
    }

    static void write(HttpServletResponse response, int status, StoredEntry entry, OpOutcome.@Nullable Warning warning)
            throws IOException {
        response.setHeader("ETag", tag(entry));
        Answers.json(response, status, json(entry, warning));
    }
}
