package gatebook.ledger.enrolment;

import java.time.Instant;

/**
 * A word that lets one desk join one site, once.
 *
 * @param text as shown to people, in groups; read regardless of case and dashes
 * @param validUntil 24 hours after it was given out
 */
public record EnrolmentCode(String text, Instant validUntil) {}
