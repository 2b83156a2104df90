package gatebook.rules.undo;

import gatebook.rules.merge.Image;

/**
 * One change of a record, as the audit trail keeps it.
 *
 * @param before voided also where the record was not there at all
 */
public record Step(Maker maker, Image before, Image after) {}
