package gatebook.sim.site;

/** A law does not hold. */
public final class LawBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String law;

    public LawBroken(String law, String what) {
        super(law + ": " + what);
        this.law = law;
    }

    public LawBroken(String law, String what, Throwable cause) {
        super(law + ": " + what, cause);
        this.law = law;
    }

    /** Its id, as S3. */
    public String law() {
        return law;
    }
}
