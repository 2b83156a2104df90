package gatebook.rules.entry;

/** Where the vehicle is. {@code PARKED} to {@code EXITED}, one way; anything else is an audited correction. */
public enum Status {
    PARKED("Parked"),
    EXITED("Exited");

    private final String text;

    Status(String text) {
        this.text = text;
    }

    /** The form in the store, on the wire and on the screen's tables. */
    public String text() {
        return text;
    }
}
