package gatebook.wire.device;

import gatebook.rules.refusal.FieldFault;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A desk asks to join a site.
 *
 * @param code that the owner's office gave out, once usable
 * @param deviceName 1 to 100 characters, for people
 * @param wishedDeskCode the code under which this desk has written tickets already, if it has
 */
public record EnrolmentRequest(String code, String deviceName, Optional<String> wishedDeskCode) {
    private static final int NAME_MAX = 100;

    public static Decoded<EnrolmentRequest> read(InputStream body) {
        return JsonIn.read(body, JsonIn.Unknown.REFUSED, EnrolmentRequest::request);
    }

    /** The request as text. */
    public String json() {
        return JsonOut.text(out -> out.object(() -> {
            out.field("enrolment_code", code).field("device_name", deviceName);
            wishedDeskCode.ifPresent(wish -> out.field("desk_code", wish));
        }));
    }

    private static @Nullable EnrolmentRequest request(JsonIn in) {
        @Nullable String[] values = new String[3];
        in.object("", name -> {
            switch (name) {
                case "enrolment_code" -> values[0] = in.text(name);
                case "device_name" -> values[1] = in.text(name);
                case "desk_code" -> values[2] = in.text(name);
                default -> {
                    return false;
                }
            }
            return true;
        });
        String code = values[0];
        String deviceName = values[1];
        in.required(code, "enrolment_code");
        in.required(deviceName, "device_name");
        if (deviceName != null && (deviceName.isBlank() || deviceName.length() > NAME_MAX)) {
            in.fault("device_name", FieldFault.TOO_LONG, "1 to " + NAME_MAX + " characters");
        }
        return code == null || deviceName == null
                ? null
                : new EnrolmentRequest(code, deviceName, Optional.ofNullable(values[2]));
    }
}
