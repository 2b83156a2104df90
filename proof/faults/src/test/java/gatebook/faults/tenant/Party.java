package gatebook.faults.tenant;

/** Who sends a request, in the order of the columns of the matrix. */
enum Party {
    ANONYMOUS,
    OWN_DESK,
    COLLEAGUE,
    OTHER_SITE,
    REVOKED
}
