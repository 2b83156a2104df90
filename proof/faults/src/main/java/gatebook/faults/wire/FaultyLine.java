package gatebook.faults.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A network line on this machine from desks to one cloud, on real sockets, that does to each request what its fault says. */
public final class FaultyLine implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final int cloudPort;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger carried = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;

    public FaultyLine(URI cloud) {
        this(cloud, ServerSocketFactory.getDefault());
    }

    /**
     * @param sockets what desks meet at this end: plain, or TLS
     */
    FaultyLine(URI cloud, ServerSocketFactory sockets) {
        this.cloudPort = cloud.getPort();
        try {
            this.entrance = sockets.createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().name("faulty-line").start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** The cloud's address as desks at this end know it. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** From the next request on. */
    public <F extends Fault> F does(F next) {
        fault = next;
        return next;
    }

    /** From the next request on, nothing is the matter. */
    public void isClean() {
        fault = Fault.NONE;
    }

    /** How many requests came down the line whole. */
    int carried() {
        return carried.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket desk = entrance.accept();
                open.add(desk);
                Thread.ofVirtual().start(() -> serve(desk));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket desk) {
        try (desk) {
            desk.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(desk.getInputStream());
            for (Optional<Message> next = Message.read(in); next.isPresent(); next = Message.read(in)) {
                carried.incrementAndGet();
                fault.meet(new Passing(next.get(), desk, in, cloudPort));
            }
        } catch (IOException hungUp) {
            // by the desk, by the cloud or by the fault
        } finally {
            open.remove(desk);
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
