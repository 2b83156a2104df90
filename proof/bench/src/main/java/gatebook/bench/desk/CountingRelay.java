package gatebook.bench.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between desk and cloud and counts the bytes that pass, headers and all. */
public final class CountingRelay implements AutoCloseable {
    private final ServerSocket door;
    private final InetSocketAddress behind;
    private final AtomicLong up = new AtomicLong();
    private final AtomicLong down = new AtomicLong();
    private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();

    public CountingRelay(URI server) {
        this.behind = new InetSocketAddress(server.getHost(), server.getPort());
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        carriers.execute(this::welcome);
    }

    /** Where a desk finds the cloud through this relay. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** Bytes from the desk so far. */
    public long up() {
        return up.get();
    }

    /** Bytes to the desk so far. */
    public long down() {
        return down.get();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket desk = door.accept();
                Socket cloud = new Socket(behind.getAddress(), behind.getPort());
                carriers.execute(() -> carry(desk, cloud, up));
                carriers.execute(() -> carry(cloud, desk, down));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void carry(Socket from, Socket to, AtomicLong count) {
        byte[] piece = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                count.addAndGet(read);
                out.write(piece, 0, read);
            }
        } catch (IOException ended) {
            // One side hung up, and the other one is hung up on.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        carriers.shutdownNow();
    }
}
