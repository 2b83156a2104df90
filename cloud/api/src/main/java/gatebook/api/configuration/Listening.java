package gatebook.api.configuration;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is reached.
 *
 * @param port 0 for any free one
 * @param address null for every address of this machine
 */
public record Listening(int port, @Nullable InetAddress address) {}
