package gatebook.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network line between desks and a cloud on this machine that can be cut and mended, for real: bytes stop coming. */
final class CuttableLine implements AutoCloseable {
    private static final int BACKLOG = 50;

    private volatile int cloudPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listening;

    CuttableLine(int cloudPort) throws IOException {
        this.cloudPort = cloudPort;
        this.listening = listen(0);
    }

    /** The cloud's address as desks at this end know it. */
    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** Whatever is under way breaks off, and nobody answers at the address any more. */
    void cut() throws IOException {
        listening.close();
        breakOff();
    }

    private void breakOff() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** From now on somebody else answers at the address. */
    void leadTo(int port) throws IOException {
        cloudPort = port;
        breakOff();
    }

    void mend() throws IOException {
        listening = listen(listening.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        Thread.ofVirtual().name("line").start(() -> accept(socket));
        return socket;
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket desk = socket.accept();
                Socket cloud = new Socket(InetAddress.getLoopbackAddress(), cloudPort);
                open.add(desk);
                open.add(cloud);
                Thread.ofVirtual().start(() -> carry(desk, cloud));
                Thread.ofVirtual().start(() -> carry(cloud, desk));
            } catch (IOException cutOrCloudDown) {
                // a closed socket ends the loop; a cloud that is down is the desk's matter
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException broken) {
            // the other direction ends too, since both are closed here
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }
}
