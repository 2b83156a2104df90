package gatebook.wire.compare;

/**
 * What the live records of a span come to on one side.
 *
 * @param records how many they are
 * @param hash as {@link Fingerprint} makes it
 */
public record SpanHash(long records, String hash) {}
