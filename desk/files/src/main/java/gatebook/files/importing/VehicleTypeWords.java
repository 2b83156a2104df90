package gatebook.files.importing;

import gatebook.rules.entry.VehicleType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one spelling of the vehicle types that the old program knew; any other type stays as it was written. */
final class VehicleTypeWords {
    private static final List<VehicleType> KNOWN = List.of(
            new VehicleType("Trailer"),
            new VehicleType("6 Wheeler"),
            new VehicleType("4 Wheeler"),
            new VehicleType("2 Wheeler"));

    private static final Map<String, String> NUMBERS = Map.of("two", "2", "four", "4", "six", "6");

    private VehicleTypeWords() {}

    static VehicleType read(String words) {
        VehicleType written = new VehicleType(words);
        return known(written.key()).orElse(written);
    }

    private static Optional<VehicleType> known(String key) {
        String counted = key;
        for (Map.Entry<String, String> number : NUMBERS.entrySet()) {
            if (key.startsWith(number.getKey())) {
                counted = number.getValue() + key.substring(number.getKey().length());
            }
        }
        String one = counted.endsWith("wheelers") || counted.endsWith("wheel")
                ? counted.replaceFirst("wheel(ers)?$", "wheeler")
                : counted;
        return KNOWN.stream().filter(type -> type.key().equals(one)).findFirst();
    }
}
