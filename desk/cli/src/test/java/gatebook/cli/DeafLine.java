package gatebook.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A network line on which what desks say arrives, and which breaks, while it loses answers, at the first byte of one. */
final class DeafLine implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final int PIECE_BYTES = 8_192;

    private final int cloudPort;
    private final ServerSocket entrance;
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean losing;

    DeafLine(int cloudPort) throws IOException {
        this.cloudPort = cloudPort;
        this.entrance = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("deaf-line").start(this::accept);
    }

    /** The cloud's address as desks at this end know it. */
    URI address() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    void loseAnswers() {
        losing = true;
    }

    void keepAnswers() {
        losing = false;
    }

    /** How many answers came as far as here. */
    int lost() {
        return lost.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket desk = entrance.accept();
                Socket cloud = new Socket(InetAddress.getLoopbackAddress(), cloudPort);
                Thread.ofVirtual().start(() -> carry(desk, cloud));
                Thread.ofVirtual().start(() -> answer(desk, cloud));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void carry(Socket desk, Socket cloud) {
        try {
            desk.getInputStream().transferTo(cloud.getOutputStream());
        } catch (IOException broken) {
            // by the other direction, which closes both
        }
    }

    private void answer(Socket desk, Socket cloud) {
        try (desk;
                cloud) {
            byte[] piece = new byte[PIECE_BYTES];
            for (int read = cloud.getInputStream().read(piece);
                    read >= 0;
                    read = cloud.getInputStream().read(piece)) {
                if (losing) {
                    lost.incrementAndGet();
                    return;
                }
                desk.getOutputStream().write(piece, 0, read);
            }
        } catch (IOException broken) {
            // both ends are closed here
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
