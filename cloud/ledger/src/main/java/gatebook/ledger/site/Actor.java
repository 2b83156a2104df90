package gatebook.ledger.site;

/** Who did something, as the desk or the API names them; 1 to {@value #LENGTH_MAX} characters. */
public record Actor(String name) {
    public static final int LENGTH_MAX = 200;

    public Actor {
        if (name.isBlank() || name.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("an actor has 1 to " + LENGTH_MAX + " characters");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
