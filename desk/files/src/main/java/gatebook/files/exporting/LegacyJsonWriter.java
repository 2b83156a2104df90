package gatebook.files.exporting;

import gatebook.rules.entry.Description;
import gatebook.rules.entry.Entry;
import gatebook.wire.json.JsonOut;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The earlier program's {@code parking_data.json}: a list of objects, one a line, {@code N/A} for what is not known, times
 * as the site's clocks showed them. Everything beyond ASCII is escaped, as that program did and needs it: it read its
 * file in the code page of its machine.
 */
final class LegacyJsonWriter implements EntryWriter {
    private static final String NOTHING = "N/A";
    private static final int MICROS_A_MILLI = 1000;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final ZoneId zone;
    private final Writer text;
    private boolean begun;

    LegacyJsonWriter(OutputStream out, ZoneId zone) {
        this.zone = zone;
        text = new OutputStreamWriter(out, StandardCharsets.US_ASCII);
    }

    @Override
    public void write(Entry entry) throws IOException {
        text.write(begun ? ",\n    " : "[\n    ");
        begun = true;
        text.write(ascii(JsonOut.text(out -> out.object(() -> fields(out, entry)))));
    }

    private void fields(JsonOut out, Entry entry) {
        Description noted = entry.description();
        out.field("serial", entry.ticket().serialNumber())
                .field("transport_name", noted.transportName())
                .field("vehicle_type", noted.vehicleType().name())
                .field("vehicle_number", entry.plate().typed())
                .field("driver_name", orNothing(noted.driverName()))
                .field("driver_phone", orNothing(noted.driverContact()));
        if (noted.location() != null) {
            out.field("location", noted.location());
        }
        out.field("notes", orNothing(noted.notes()))
                .field("entry_time", time(entry.entryTime()))
                .field("created_by", entry.authorship().createdBy())
                .field("status", entry.stay().status().text())
                .field("parking_fee", entry.stay().fee().major())
                .field("payment_status", entry.payment().status().text())
                .field("payment_type", orNothing(entry.payment().type()))
                .field(
                        "exit_time",
                        entry.stay().exitTime() == null
                                ? NOTHING
                                : time(entry.stay().exitTime()))
                .field("last_modified", time(entry.authorship().lastModified()));
    }

    private static String orNothing(@Nullable String value) {
        return value == null ? NOTHING : value;
    }

    /** Local time as Python writes it; the second of two equal hours keeps its offset, or it would be taken for the first. */
    private String time(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        int millis = local.getNano() / 1_000_000;
        String fraction = millis == 0 ? "" : String.format(Locale.ROOT, ".%06d", millis * MICROS_A_MILLI);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local.toLocalDateTime());
        String offset = offsets.getFirst().equals(local.getOffset())
                ? ""
                : local.getOffset().getId();
        return LOCAL.format(local) + fraction + offset;
    }

    private static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length());
        for (int at = 0; at < json.length(); at++) {
            char c = json.charAt(at);
            if (c < 0x7f) {
                ascii.append(c);
            } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }

    @Override
    public void finish() throws IOException {
        text.write(begun ? "\n]\n" : "[]\n");
        text.flush();
    }
}
