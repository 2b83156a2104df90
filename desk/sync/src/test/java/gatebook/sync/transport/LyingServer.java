package gatebook.sync.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server on a real socket that answers with exactly the bytes it is told to, whatever HTTP says of them. */
final class LyingServer implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final int LISTEN_MILLIS = 50;
    private static final int LISTENS_MAX = 600;

    private final Script script;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();

    LyingServer(Script script) throws IOException {
        this.script = script;
        this.entrance = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("liar").start(this::accept);
    }

    /** What it does about a request; the line is closed when it is done. */
    @FunctionalInterface
    interface Script {
        void answer(String nonce, Wire wire) throws IOException;
    }

    /** The line to the caller. */
    final class Wire {
        private final InputStream in;
        private final OutputStream out;

        private Wire(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        /** Sends bytes at once. */
        void say(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            sent.addAndGet(bytes.length);
        }

        void say(String ascii) throws IOException {
            say(ascii.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** The line as a stream, counted. */
        OutputStream stream() {
            return new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    say(new byte[] {(byte) one});
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, length);
                    sent.addAndGet(length);
                }
            };
        }

        /** Says nothing more until the caller hangs up; does something each time that it listened in vain for a moment. */
        void holdTheLine(Runnable meanwhile) throws IOException {
            for (int heard = 0; heard >= 0; ) {
                try {
                    heard = in.read();
                } catch (SocketTimeoutException stillWaiting) {
                    meanwhile.run();
                }
            }
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    int requests() {
        return requests.get();
    }

    /** Bytes that went out, as far as the system took them. */
    long sent() {
        return sent.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket caller = entrance.accept();
                open.add(caller);
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            caller.setSoTimeout(LISTEN_MILLIS);
            InputStream in = new BufferedInputStream(caller.getInputStream());
            String nonce = "";
            int length = 0;
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String lower = line.toLowerCase(Locale.ROOT);
                if (lower.startsWith("gatebook-nonce:")) {
                    nonce = line.substring(line.indexOf(':') + 1).strip();
                } else if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(
                            line.substring(line.indexOf(':') + 1).strip());
                }
            }
            for (int left = length; left > 0; left--) {
                heard(in);
            }
            requests.incrementAndGet();
            script.answer(nonce, new Wire(in, caller.getOutputStream()));
        } catch (IOException hungUp) {
            // what most of these callers should do
        } finally {
            open.remove(caller);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = heard(in); next != '\n'; next = heard(in)) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static int heard(InputStream in) throws IOException {
        for (int tries = 0; tries < LISTENS_MAX; tries++) {
            try {
                int next = in.read();
                if (next >= 0) {
                    return next;
                }
                break;
            } catch (SocketTimeoutException notYet) {
                // a busy machine
            }
        }
        throw new IOException("the caller hung up");
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
