package gatebook.api.identity;

/**
 * How many wrong enrolment codes one network may try: only a refused code counts, so that an owner may enrol a hundred
 * desks at once.
 */
public record Guesses(TokenBuckets buckets) {
    /** The address itself, or for IPv6 the 64 bits that one household holds. */
    static String networkOf(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] groups = address.split(":", -1);
        return groups.length < 8 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
