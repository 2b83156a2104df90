package gatebook.rules.entry;

/** What became of the fee. */
public enum PaymentStatus {
    PAID("Paid"),
    UNPAID("Unpaid"),
    PENDING("Pending"),
    REFUNDED("Refunded");

    private final String text;

    PaymentStatus(String text) {
        this.text = text;
    }

    /** The form in the store and on the wire. */
    public String text() {
        return text;
    }
}
