package gatebook.ledger.access;

/** A role of the database with its password; printed without it. */
public record Login(String user, String password) {
    @Override
    public String toString() {
        return "Login(" + user + ")";
    }
}
