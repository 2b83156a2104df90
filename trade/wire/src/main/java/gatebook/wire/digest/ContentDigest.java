package gatebook.wire.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@value #HEADER} (RFC 9530): the SHA-256 of a body as it was sent, packed where it was packed. It guards
 * against what changes bodies on their way, not against who changes the header as well; that is TLS.
 */
public final class ContentDigest {
    public static final String HEADER = "Content-Digest";

    private static final Pattern SHA_256 = Pattern.compile("(?:^|[ ,])sha-256=:([A-Za-z0-9+/]{43}=):");

    private ContentDigest() {}

    /** What the header says of a body. */
    public static String of(byte[] body) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(counting().digest(body)) + ":";
    }

    /** Takes a body piece by piece. */
    public static MessageDigest counting() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /**
     * Whether a header says that the body was another one; false where it says nothing that is understood here.
     *
     * @param sha256 of the body that came
     */
    public static boolean contradicts(String header, byte[] sha256) {
        Matcher named = SHA_256.matcher(header);
        return named.find() && !MessageDigest.isEqual(Base64.getDecoder().decode(named.group(1)), sha256);
    }
}
