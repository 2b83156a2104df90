package gatebook.app.exit;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.entry.Payment;
import gatebook.rules.entry.Stay;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Takes an exit back: the fields of an entry as they stood before it, as a correction is typed. */
final class Reopening {
    private Reopening() {}

    static Map<Field, String> of(Entry before) {
        Stay stay = before.stay();
        Payment payment = before.payment();
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.STATUS, stay.status().text());
        fields.put(Field.EXIT_TIME, Objects.toString(stay.exitTime(), ""));
        fields.put(Field.FEE, stay.fee().major().toPlainString());
        fields.put(
                Field.COMPUTED_FEE,
                stay.computedFee() == null ? "" : stay.computedFee().major().toPlainString());
        fields.put(Field.FEE_MANUALLY_SET, Boolean.toString(stay.feeManuallySet()));
        fields.put(Field.FEE_REASON, Objects.toString(stay.feeReason(), ""));
        fields.put(Field.PAYMENT_STATUS, payment.status().text());
        fields.put(Field.PAYMENT_TYPE, Objects.toString(payment.type(), ""));
        return fields;
    }
}
