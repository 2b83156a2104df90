package gatebook.faults.wire;

import java.io.IOException;
import java.net.Socket;

/** How a connection ends before its time. */
public enum Cut {
    /** In good order, as by a process that is killed: what was sent arrives, and no more comes. */
    FIN,
    /** At once, as by a router that forgot the connection: what was sent may be lost too. */
    RST;

    void off(Socket socket) throws IOException {
        if (this == RST) {
            socket.setSoLinger(true, 0);
        }
        socket.close();
    }
}
