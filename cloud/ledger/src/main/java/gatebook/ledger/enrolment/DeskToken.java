package gatebook.ledger.enrolment;

/** What a desk shows to prove itself; any text a stranger sends is one too. Never printed. */
public record DeskToken(String text) {
    @Override
    public String toString() {
        return "DeskToken(…)";
    }
}
