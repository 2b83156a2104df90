package gatebook.faults.tenant;

/** What a request is about, as the site of the own desk sees it. */
enum Target {
    NONE,
    OWN,
    COLLEAGUE,
    OTHER,
    DELETED,
    RANDOM,
    FORGED
}
