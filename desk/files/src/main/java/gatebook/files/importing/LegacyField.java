package gatebook.files.importing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A field of the old program with the spellings seen in the field, the most trusted first. Spellings are compared by
 * letters and digits only, so that {@code vehicle_number}, {@code vehicleNumber} and {@code Vehicle Number} are one.
 */
enum LegacyField {
    SERIAL("serial", "serialnumber", "serialno", "srno"),
    TRANSPORT_NAME("transportname", "transport", "transporter", "transportcompany"),
    VEHICLE_TYPE("vehicletype"),
    VEHICLE_NUMBER("vehiclenumber", "vehicleno", "platenumber", "plate"),
    DRIVER_NAME("drivername", "driver"),
    DRIVER_CONTACT("drivercontact", "driverphone", "driverphonenumber", "drivermobile"),
    LOCATION("location"),
    NOTES("notes", "remarks"),
    ENTRY_TIME("entrytime"),
    EXIT_TIME("exittime"),
    STATUS("status"),
    FEE("parkingfee", "fee"),
    PAYMENT_STATUS("paymentstatus"),
    PAYMENT_TYPE("paymenttype", "paymentmode", "paymentmethod"),
    CREATED_BY("createdby"),
    CREATED_AT("createdat"),
    LAST_MODIFIED("lastmodified", "updatedat", "modifiedat");

    /** A field by one of its spellings; the lower the rank, the more it is trusted. */
    record Spelling(LegacyField field, int rank) {}

    private static final Set<LegacyField> TELLING =
            EnumSet.of(TRANSPORT_NAME, VEHICLE_TYPE, VEHICLE_NUMBER, ENTRY_TIME, EXIT_TIME, FEE, PAYMENT_STATUS);

    private static final Map<String, Spelling> BY_SPELLING = spellings();

    private final List<String> spellings;

    LegacyField(String... spellings) {
        this.spellings = List.of(spellings);
    }

    static Optional<Spelling> spelt(String key) {
        return Optional.ofNullable(BY_SPELLING.get(plain(key)));
    }

    /** Whether the key tells that its object is an entry; a status or location may stand around a list of entries. */
    static boolean isTelling(String key) {
        return spelt(key).filter(spelling -> TELLING.contains(spelling.field())).isPresent();
    }

    /** The name in the register, for a person. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static Map<String, Spelling> spellings() {
        Map<String, Spelling> all = new HashMap<>();
        for (LegacyField field : values()) {
            List<String> ranked = new ArrayList<>(field.spellings);
            for (int rank = 0; rank < ranked.size(); rank++) {
                all.put(ranked.get(rank), new Spelling(field, rank));
            }
        }
        return Map.copyOf(all);
    }
}
