package gatebook.sync.transport;

import gatebook.wire.digest.ContentDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;

/** The bytes of an answer as they were sent, to be held against what the answer says of them. */
final class SentBody extends DigestInputStream {
    SentBody(InputStream body) {
        super(body, ContentDigest.counting());
    }

    /** Reads what nobody has read, and says whether the header is one of another body. */
    boolean isNotOf(String header) throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return ContentDigest.contradicts(header, getMessageDigest().digest());
    }

    /** Does nothing: readers of documents close what they read before its last byte counts; the exchange closes it then. */
    @Override
    public void close() {}
}
