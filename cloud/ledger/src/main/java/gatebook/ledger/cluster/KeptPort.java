package gatebook.ledger.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * The port of a server: chosen once and kept in its folder, since programs that know it want to find the server there when
 * it comes again. Below the ports that systems give to outgoing connections, so that none of those is in its way.
 */
final class KeptPort {
    private static final int FIRST = 20_000;
    private static final int COUNT = 12_000;
    private static final int TRIES_MAX = 200;

    private final Path file;
    private final RandomGenerator random;

    KeptPort(Path folder, RandomGenerator random) {
        this.file = folder.resolve("port");
        this.random = random;
    }

    /** The one in the folder; empty if there is none that can be read. */
    OptionalInt kept() throws IOException {
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        String text = Files.readString(file, StandardCharsets.UTF_8).strip();
        return text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) < FIRST + COUNT
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    /** The one in the folder if nobody else listens there, else another one, kept from now on. */
    int usable() throws IOException {
        OptionalInt kept = kept();
        return kept.isPresent() && isFree(kept.getAsInt()) ? kept.getAsInt() : another();
    }

    private int another() throws IOException {
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            int port = FIRST + random.nextInt(COUNT);
            if (isFree(port)) {
                Private.file(file, port + "\n");
                return port;
            }
        }
        throw new IOException("no port is free for the database from " + FIRST + " to " + (FIRST + COUNT - 1));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
