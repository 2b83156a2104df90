package gatebook.faults.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A request that has come down the line whole, in the hands of a fault. */
public final class Passing {
    private static final int LISTEN_MILLIS = 20;

    private final Message request;
    private final Socket desk;
    private final InputStream fromDesk;
    private final int cloudPort;

    Passing(Message request, Socket desk, InputStream fromDesk, int cloudPort) {
        this.request = request;
        this.desk = desk;
        this.fromDesk = fromDesk;
        this.cloudPort = cloudPort;
    }

    Message request() {
        return request;
    }

    /** Carries it to the cloud as it is. */
    public Message asked() throws IOException {
        return asked(request.bytes());
    }

    /** Carries other bytes to the cloud in its place. */
    Message asked(byte[] bytes) throws IOException {
        try (Socket cloud = cloud()) {
            cloud.getOutputStream().write(bytes);
            // A length that lies makes the cloud wait for more, unless it hears that no more comes.
            cloud.shutdownOutput();
            return Message.read(new BufferedInputStream(cloud.getInputStream()))
                    .orElseThrow(() -> new EOFException("the cloud hung up without a word"));
        }
    }

    /** Lets a part of it through to the cloud and cuts both connections. */
    void cutAfter(int bytes, Cut cut) throws IOException {
        Socket cloud = cloud();
        cloud.getOutputStream().write(request.until(bytes));
        cut.off(cloud);
        cut.off(desk);
    }

    /** Says bytes to the desk. */
    public void answer(byte[] bytes) throws IOException {
        desk.getOutputStream().write(bytes);
    }

    /** Ends the desk's connection. */
    public void hangUp(Cut cut) throws IOException {
        cut.off(desk);
    }

    /** Says nothing more until the desk hangs up; does something each time that it listened in vain for a moment. */
    void hold(Runnable meanwhile) throws IOException {
        desk.setSoTimeout(LISTEN_MILLIS);
        for (int heard = 0; heard >= 0; ) {
            try {
                heard = fromDesk.read();
            } catch (SocketTimeoutException stillWaiting) {
                meanwhile.run();
            }
        }
        desk.close();
    }

    private Socket cloud() throws IOException {
        Socket cloud = new Socket(InetAddress.getLoopbackAddress(), cloudPort);
        cloud.setTcpNoDelay(true);
        return cloud;
    }
}
