package gatebook.store.file;

/** How closely a register is looked at when it is opened. */
public enum Scrutiny {
    /**
     * Header and length always; every page where the last use did not end well. For commands that last a moment: the full
     * reading grows with the register.
     */
    USUAL,
    /** Every page. For what stays open for a day, and for whoever asks. */
    THOROUGH
}
