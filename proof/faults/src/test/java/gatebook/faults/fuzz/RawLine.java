package gatebook.faults.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A bare connection to a server on this machine: sends any bytes, and reads answers one by one. */
public final class RawLine implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket socket;
    private final InputStream in;
    private boolean spent;

    private RawLine(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public static RawLine to(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            return new RawLine(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to one request on a connection of its own. */
    public static Response once(int port, byte[] request) {
        try (RawLine line = to(port)) {
            line.send(request);
            return line.answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends what need not be whole, ends the sending, and reads all answers there are. */
    static List<Response> all(int port, byte[] requests) throws IOException {
        List<Response> answers = new ArrayList<>();
        try (RawLine line = to(port)) {
            line.sendUnlessRefused(requests);
            while (!line.spent) {
                answers.add(line.answer());
            }
        } catch (EOFException ended) {
            // no further answer: the server has said all it wanted
        }
        return answers;
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** A server may answer and close before it was sent everything. */
    private void sendUnlessRefused(byte[] bytes) throws IOException {
        try {
            send(bytes);
            socket.shutdownOutput();
        } catch (IOException closed) {
            if (in.available() == 0) {
                throw new EOFException("closed without a word");
            }
        }
    }

    /** Whether no further request can be sent on it. */
    public boolean isSpent() {
        return spent;
    }

    /**
     * Reads one answer.
     *
     * @throws EOFException if the server closed without one
     */
    public Response answer() throws IOException {
        return answer("");
    }

    /** Reads the answer to a request of this method. */
    public Response answer(String method) throws IOException {
        String status = line();
        while (status.startsWith("HTTP/1.1 100")) {
            line();
            status = line();
        }
        List<String> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.add(line);
        }
        int code = Integer.parseInt(status.split(" ", 3)[1]);
        spent = Response.header(headers, "Connection").equals("close");
        boolean bare = method.equals("HEAD") || code == 204 || code == 304 || code == 101;
        return new Response(code, headers, bare ? "" : text(body(headers)));
    }

    private byte[] body(List<String> headers) throws IOException {
        if (Response.header(headers, "Content-Type").startsWith("text/event-stream")) {
            spent = true; // it would never end
            return new byte[0];
        }
        String length = Response.header(headers, "Content-Length");
        if (!length.isEmpty()) {
            byte[] body = in.readNBytes(Integer.parseInt(length));
            if (body.length < Integer.parseInt(length)) {
                throw new EOFException("the answer was cut off");
            }
            return body;
        }
        if (Response.header(headers, "Transfer-Encoding").equals("chunked")) {
            return chunks();
        }
        spent = true;
        return in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException("closed");
            }
            line.write(one);
        }
        return text(line.toByteArray()).stripTrailing();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
