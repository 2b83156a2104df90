package gatebook.app.entry;

import java.util.List;

/** The types that have a digit, as the first yard names them; any other type is typed behind the last digit. */
final class VehicleTypes {
    static final List<String> NAMED = List.of("Trailer", "6 Wheeler", "4 Wheeler", "2 Wheeler");

    /** The index behind the named ones. */
    static final int OTHER = NAMED.size();

    /** What is written for another type whose name nobody typed. */
    static final String OTHER_NAME = "Other";

    private VehicleTypes() {}

    /** Which digit stands for a type; -1 for none yet. */
    static int indexOf(String type) {
        if (type.isBlank()) {
            return -1;
        }
        int named = NAMED.indexOf(type);
        return named >= 0 ? named : OTHER;
    }
}
