package gatebook.wire.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentDigestTest {
    /** The example of RFC 9530, appendix D. */
    private static final byte[] BODY = "{\"hello\": \"world\"}\n".getBytes(StandardCharsets.US_ASCII);

    private static final String HEADER = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";

    @Test
    void isWrittenAsTheStandardSays() {
        assertThat(ContentDigest.of(BODY)).isEqualTo(HEADER);
    }

    @Test
    void tellsABodyFromAnother() {
        assertThat(ContentDigest.contradicts(HEADER, sha256(BODY))).isFalse();
        byte[] other = BODY.clone();
        other[3] ^= 1;
        assertThat(ContentDigest.contradicts(HEADER, sha256(other))).isTrue();
        assertThat(ContentDigest.contradicts("sha-512=:AAAA:, " + HEADER, sha256(other)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha-512=:AAAA:", "sha-256=RK", "sha-256=:!!!!:", "nonsense"})
    void saysNothingWhereItIsNotUnderstood(String header) {
        assertThat(ContentDigest.contradicts(header, sha256(BODY))).isFalse();
    }

    private static byte[] sha256(byte[] body) {
        return ContentDigest.counting().digest(body);
    }
}
