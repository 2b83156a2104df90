package gatebook.faults.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Lines that are not cut, but stall, trickle, repeat and lie. */
final class Lies {
    private static final Duration A_WHILE = Duration.ofSeconds(25);
    private static final int PIECE_BYTES = 1 << 16;
    private static final int PIECES = 1_600;
    private static final int BOMB_PARTS = 20;

    private Lies() {}

    /** Nothing comes back, and the request never arrived. */
    static Fault blackHole(PassingTime time) {
        return passing -> passing.hold(() -> time.pass(A_WHILE));
    }

    /** The request arrives and nothing comes back. */
    static Fault oneWay(PassingTime time) {
        return passing -> {
            passing.asked();
            passing.hold(() -> time.pass(A_WHILE));
        };
    }

    /** The answer begins and stops. */
    static Fault stalledAfter(int bytes, PassingTime time) {
        return passing -> {
            passing.answer(passing.asked().until(bytes));
            passing.hold(() -> time.pass(A_WHILE));
        };
    }

    /** The answer comes a byte a second and never ends. */
    static Fault trickle(PassingTime time) {
        return passing -> {
            passing.asked();
            String head = "HTTP/1.1 200 OK\r\n" + marks(passing) + "Content-Length: " + Integer.MAX_VALUE;
            passing.answer((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            for (int second = 0; second < Integer.MAX_VALUE; second++) {
                passing.answer(new byte[] {' '});
                time.pass(Duration.ofSeconds(1));
            }
        };
    }

    /** What is larger than one packet never arrives, whichever way. */
    static Fault smallPacketsOnly(PassingTime time, int bytesMax) {
        return passing -> {
            if (passing.request().length() > bytesMax) {
                passing.hold(() -> time.pass(A_WHILE));
            } else {
                passing.answer(passing.asked().bytes());
            }
        };
    }

    /** Somebody who is not the cloud answers. */
    static Fault stranger(String status, String headers, String body) {
        return passing -> {
            passing.answer(whole(status, headers, body.getBytes(StandardCharsets.UTF_8)));
            passing.hangUp(Cut.FIN);
        };
    }

    /** The cloud's own marks, and another status and body than it gave. */
    static Fault cloudSaying(String status, String headers, String body) {
        return passing ->
                passing.answer(whole(status, marks(passing) + headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** The cloud does what it is asked, and its answer is put into other words. */
    static Fault answerPutAs(UnaryOperator<String> other) {
        return passing -> {
            Message answer = passing.asked();
            byte[] body = other.apply(text(answer)).getBytes(StandardCharsets.UTF_8);
            passing.answer(whole("200 OK", marks(passing) + "Content-Type: application/json\r\n", body));
        };
    }

    /** A few hundred kilobytes that unpack to more than a quarter of a gigabyte. */
    static Fault bomb() {
        return passing -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
                packing.write(" ".repeat(1 << 24).getBytes(StandardCharsets.US_ASCII));
            }
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            for (int at = 0; at < BOMB_PARTS; at++) {
                again.writeBytes(packed.toByteArray());
            }
            passing.answer(whole("200 OK", marks(passing) + "Content-Encoding: gzip\r\n", again.toByteArray()));
        };
    }

    /** A hundred megabytes. */
    static Fault flood() {
        return passing -> {
            byte[] spaces = " ".repeat(PIECE_BYTES).getBytes(StandardCharsets.US_ASCII);
            passing.answer(("HTTP/1.1 200 OK\r\n" + marks(passing) + "Content-Length: " + (long) PIECES * PIECE_BYTES
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int at = 0; at < PIECES; at++) {
                passing.answer(spaces);
            }
        };
    }

    /** The same head with these words in it changed, over the same body. */
    static Fault headPutAs(UnaryOperator<String> other) {
        return passing -> {
            Message answer = passing.asked();
            passing.answer(answer.withHead(other.apply(answer.head())));
            passing.hangUp(Cut.FIN);
        };
    }

    /** The body in chunks, without the last one. */
    static Fault chunksWithoutEnd() {
        return passing -> {
            byte[] body = text(passing.asked()).getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream chunks = new ByteArrayOutputStream();
            chunks.writeBytes(("HTTP/1.1 200 OK\r\n" + marks(passing) + "Transfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(body.length) + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            chunks.write(body, 0, body.length - 1);
            passing.answer(chunks.toByteArray());
            passing.hangUp(Cut.FIN);
        };
    }

    private static byte[] whole(String status, String headers, byte[] body) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(body);
        return message.toByteArray();
    }

    private static String marks(Passing passing) {
        return "Gatebook-Protocol: 1\r\nGatebook-Nonce: "
                + passing.request().header("Gatebook-Nonce").orElse("") + "\r\n";
    }

    /** The body of an answer, unpacked. */
    private static String text(Message answer) throws IOException {
        byte[] body = answer.body();
        if (answer.header("Content-Encoding").isEmpty()) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(unpacking.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
