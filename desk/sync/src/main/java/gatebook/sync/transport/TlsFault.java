package gatebook.sync.transport;

import java.io.EOFException;
import java.net.SocketException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in words why no secured connection came about. The JDK tells it in its messages only. */
final class TlsFault {
    private static final int CAUSES_MAX = 10;

    /** What a message holds, and what that means. */
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("validity check failed", "its certificate is out of date, or this PC's clock is wrong"),
            Map.entry("CertificateExpired", "its certificate is out of date, or this PC's clock is wrong"),
            Map.entry("CertificateNotYetValid", "its certificate is out of date, or this PC's clock is wrong"),
            Map.entry("No subject alternative", "its certificate is another server's"),
            Map.entry("No name matching", "its certificate is another server's"),
            Map.entry("path building failed", "nobody whom this PC trusts vouches for its certificate"),
            Map.entry("protocol_version", "it speaks an outdated TLS only"),
            Map.entry("handshake_failure", "it speaks an outdated TLS only"),
            Map.entry("not accepted by client preferences", "it speaks an outdated TLS only"),
            Map.entry("unrecognized SSL message", "it does not speak TLS, only plain http"),
            Map.entry("plaintext connection", "it does not speak TLS, only plain http"));

    /** What the JDK says where the other end closed the connection in the middle; it names no cause then. */
    private static final String HUNG_UP = "terminated the handshake";

    private TlsFault() {}

    /** Whether the line broke while the connection was being secured, which says nothing about who is at its end. */
    static boolean isBrokenLine(SSLException fault) {
        return causes(fault)
                .anyMatch(cause -> cause instanceof EOFException
                        || cause instanceof SocketException
                        || cause.toString().contains(HUNG_UP));
    }

    static String words(SSLException fault) {
        String told = causes(fault).map(Throwable::toString).collect(Collectors.joining("; "));
        String meaning = MEANINGS.entrySet().stream()
                .filter(entry -> told.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .orElse("no secured connection came about");
        return "what answers is not the cloud: " + meaning + " (" + fault.getMessage() + ")";
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX);
    }
}
