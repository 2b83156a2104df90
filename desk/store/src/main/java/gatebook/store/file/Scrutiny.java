package gatebook.store.file;

/** How closely a register is looked at when it is opened. */
public enum Scrutiny {
    /**
     * Header and length always; every page, in a file that can be read in half a second, where the last use did not end
     * well. What stays open for a day then runs {@link Register#check} while the work goes on.
     */
    USUAL,
    /** Every page before anything else, whatever the time: about two seconds at 300,000 entries. For whoever asks. */
    THOROUGH
}
