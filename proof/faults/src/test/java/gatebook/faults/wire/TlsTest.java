package gatebook.faults.wire;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.sync.connectivity.Failure;
import gatebook.sync.transport.Answer;
import gatebook.sync.transport.HttpCloud;
import gatebook.wire.device.Health;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a secured line, the desk says nothing on it, and says what is wrong. */
@Tag("F-D8")
final class TlsTest {
    private static final int ALERT_OR_HELLO_BYTES = 16_384;

    @TempDir
    static Path folder;

    private static Authority authority;
    private static SSLContext before;

    @BeforeAll
    static void aPcThatTrustsOneAuthority() throws IOException, InterruptedException, GeneralSecurityException {
        authority = new Authority(folder);
        before = SSLContext.getDefault();
        SSLContext.setDefault(authority.trusting());
    }

    @AfterAll
    static void asItWas() throws NoSuchAlgorithmException {
        assertThat(SSLContext.getDefault()).isNotSameAs(before);
        SSLContext.setDefault(before);
    }

    private static FaultyLine secured(String certificate) throws IOException, GeneralSecurityException {
        return new FaultyLine(
                TestCloud.running().address(), authority.server(certificate).getServerSocketFactory());
    }

    private static Answer<Health> ask(int port) {
        try (HttpCloud cloud = WireDesk.line(URI.create("https://127.0.0.1:" + port), "a-token", new PassingTime())) {
            return cloud.health();
        }
    }

    private static void assertClosed(Answer<Health> answer, String words) {
        assertThat(answer).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.failure().kind()).as(failed.failure().detail()).isEqualTo(Failure.Kind.NOT_OUR_CLOUD);
            assertThat(failed.failure().detail()).contains(words);
        });
    }

    @Test
    void aSiteMayHaveAnAuthorityOfItsOwn() throws IOException, GeneralSecurityException {
        try (FaultyLine line = secured("good")) {
            assertThat(ask(line.port())).isInstanceOf(Answer.Heard.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "expired, out of date",
        "elsewhere, another server's",
        "self-signed, nobody whom this PC trusts",
    })
    void aCertificateThatDoesNotHoldEndsItBeforeAWordIsSaid(String certificate, String words)
            throws IOException, GeneralSecurityException {
        try (FaultyLine line = secured(certificate)) {
            assertClosed(ask(line.port()), words);
            assertThat(line.carried()).as("no token was sent").isZero();
        }
    }

    @Test
    void anAuthorityThatThisPcDoesNotTrustIsNone() throws IOException, GeneralSecurityException {
        try (FaultyLine line = secured("good")) {
            SSLContext.setDefault(before);
            assertClosed(ask(line.port()), "nobody whom this PC trusts");
            assertThat(line.carried()).isZero();
        } finally {
            SSLContext.setDefault(authority.trusting());
        }
    }

    @Test
    void plainHttpWhereTlsIsMeantIsRefused() {
        assertClosed(ask(TestCloud.running().address().getPort()), "only plain http");
    }

    /** Says hello as TLS 1.0 or 1.1. */
    @ParameterizedTest
    @ValueSource(strings = {"0301", "0302"})
    void anOutdatedTlsIsRefused(String version) throws IOException {
        String hello = version + "00".repeat(32) + "00" + "c013" + "00";
        String handshake = "020000" + HexFormat.of().toHexDigits((byte) (hello.length() / 2)) + hello;
        String told = "16" + version + "00" + HexFormat.of().toHexDigits((byte) (handshake.length() / 2)) + handshake;
        assertClosed(askWhere(HexFormat.of().parseHex(told)), "outdated TLS");
    }

    @Test
    void aLineThatBreaksWhileItIsSecuredIsNoNetworkAndNobodyIsBlamed() throws IOException {
        assertThat(askWhere(new byte[0]))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.failure().kind())
                                .as(failed.failure().detail())
                                .isEqualTo(Failure.Kind.UNREACHABLE));
    }

    /** Of somebody who answers the first bytes with these and hangs up. */
    private static Answer<Health> askWhere(byte[] told) throws IOException {
        try (ServerSocket entrance = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(entrance, told));
            return ask(entrance.getLocalPort());
        }
    }

    /** Asked once more where the first connection came to nothing. */
    private static void answer(ServerSocket entrance, byte[] told) {
        while (!entrance.isClosed()) {
            try (Socket desk = entrance.accept()) {
                if (desk.getInputStream().read(new byte[ALERT_OR_HELLO_BYTES]) > 0 && told.length > 0) {
                    desk.getOutputStream().write(told);
                    desk.getInputStream().read();
                }
            } catch (IOException hungUp) {
                // by the desk, as it should
            }
        }
    }

    @Test
    void aRedirectionToPlainHttpIsNotFollowed() throws IOException, GeneralSecurityException {
        try (FaultyLine plain = new FaultyLine(TestCloud.running().address());
                FaultyLine line = secured("good")) {
            line.does(Lies.stranger("302 Found", "Location: " + plain.address() + "/health\r\n", ""));
            assertClosed(ask(line.port()), "302");
            assertThat(plain.carried()).isZero();
        }
    }

    @Test
    void theProgramJoinsASiteWithAnAuthorityOfItsOwnByOptionsOfItsJvm()
            throws IOException, InterruptedException, GeneralSecurityException {
        Yard yard = Yard.of(TestCloud.running(), folder);
        try (FaultyLine line = secured("good");
                yard) {
            String code = yard.cloud().code(yard.site());
            assertThat(enrolled(List.of(), line, code)).contains("GB-1204", "nobody whom this PC trusts");
            assertThat(enrolled(authority.trustOptions(folder.resolve("trust.p12")), line, code))
                    .contains("\"site_name\":\"Yard\"");
        }
    }

    private static String enrolled(List<String> options, FaultyLine line, String code)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "gatebook.cli.Gatebook"));
        command.addAll(List.of("enrol", "--home", folder.resolve("home").toString()));
        command.addAll(List.of("--server", "https://127.0.0.1:" + line.port(), "--code", code, "--json"));
        Process desk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(desk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        desk.waitFor();
        return said;
    }
}
