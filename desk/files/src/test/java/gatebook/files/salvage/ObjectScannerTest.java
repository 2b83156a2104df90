package gatebook.files.salvage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ObjectScannerTest {
    private static final String FIRST = "{\"plate\": \"MH 12 \\u20b9 \\\"a\\\"\", \"n\": 1}";
    private static final String SECOND =
            "{\n  \"plate\": \"हिन्दी 🚚 {not an object}\",\n  \"list\": [1, [2]], \"fee\": 2.50\n}";
    private static final String THIRD = "{\"x\": {\"y\": null}, \"plate\": \"३\"}";

    @TempDir
    Path folder;

    @Test
    void findsTheObjectsOfEveryShape() throws IOException {
        List<String> shapes = List.of(
                "[" + FIRST + "," + SECOND + "," + THIRD + "]",
                " [ " + FIRST + "\n,\n" + SECOND + "\r\n,\t" + THIRD + ",]\n",
                "{\"entries\": [" + FIRST + "," + SECOND + "," + THIRD + "]}",
                "{\"version\": 2, \"entries\": [" + FIRST + "," + SECOND + "," + THIRD
                        + "], \"total\": 3, \"by\": \"x\"}",
                "{\"meta\": {\"a\": [1]}, \"data\": {\"rows\": [" + FIRST + "," + SECOND + "," + THIRD + "]}}",
                "{\"1\": " + FIRST + ", \"2\": " + SECOND + ", \"3\": " + THIRD + "}",
                FIRST + "\n" + SECOND + "\n" + THIRD + "\n",
                FIRST + SECOND + THIRD,
                "\uFEFF[" + FIRST + "]\uFEFF[" + SECOND + "," + THIRD + "]");
        for (String shape : shapes) {
            List<Piece> pieces = scan(shape.getBytes(StandardCharsets.UTF_8));
            assertThat(pieces).as(shape).hasSize(3).allMatch(Piece.Whole.class::isInstance);
            assertThat(texts(pieces)).as(shape).containsExactly(FIRST, SECOND, THIRD);
        }
    }

    @Test
    void readsEveryEncodingOfUnicode() throws IOException {
        String text = "[" + FIRST + "," + SECOND + "," + THIRD + "]";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String mark : List.of("", "\uFEFF")) {
                List<Piece> pieces = scan((mark + text).getBytes(charset));
                assertThat(texts(pieces))
                        .as(charset + " with mark: " + mark.length())
                        .containsExactly(FIRST, SECOND, THIRD);
                assertThat(pieces.getFirst().at().byteOffset())
                        .as("place in " + charset)
                        .isEqualTo((mark + "[").getBytes(charset).length);
                int third = (mark + "[" + FIRST + "," + SECOND + ",").getBytes(charset).length;
                assertThat(pieces.getLast().at()).isEqualTo(new Position(third, 4));
            }
        }
    }

    @Test
    void losesNoObjectThatEndedBeforeTheFileWasCut() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            String list = "\uFEFF[" + FIRST + ",\n" + SECOND + ",\n" + THIRD + "\n]";
            byte[] whole = list.getBytes(charset);
            for (int cut = 0; cut < whole.length; cut++) {
                List<String> ended = new ArrayList<>();
                for (String object : List.of(FIRST, SECOND, THIRD)) {
                    int end = list.indexOf(object) + object.length();
                    if (list.substring(0, end).getBytes(charset).length <= cut) {
                        ended.add(object);
                    }
                }
                List<Piece> pieces = scan(Arrays.copyOf(whole, cut));
                assertThat(texts(pieces)).as("cut at " + cut).isEqualTo(ended);
                if (cut > charset.encode("\uFEFF[").remaining()) {
                    assertThat(pieces.getLast()).as("cut at " + cut).isInstanceOf(Piece.Damage.class);
                }
            }
        }
    }

    @Test
    void losesOnlyTheObjectInWhichAByteWasOverwritten() throws IOException {
        String list = "[" + FIRST + ",\n" + SECOND + ",\n" + THIRD + "\n]";
        byte[] whole = list.getBytes(StandardCharsets.UTF_8);
        int secondFrom = list.substring(0, list.indexOf(SECOND)).getBytes(StandardCharsets.UTF_8).length;
        int secondTo = secondFrom + SECOND.getBytes(StandardCharsets.UTF_8).length;
        for (int wrong : new int[] {0, 'x', '"', '{', '}', '[', ']', ',', '\\', '\n', 0xFF, 0x80}) {
            for (int at = secondFrom; at < secondTo; at++) {
                byte[] damaged = whole.clone();
                damaged[at] = (byte) wrong;
                assertThat(texts(scan(damaged)))
                        .as("byte " + at + " became " + wrong)
                        .contains(FIRST)
                        .contains(THIRD);
            }
        }
    }

    @Test
    void losesOnlyTheObjectInWhichAByteIsMissing() throws IOException {
        String list = "[" + FIRST + "," + SECOND.replace("\n", "") + "," + THIRD + "]";
        byte[] whole = list.getBytes(StandardCharsets.UTF_8);
        int from = list.substring(0, list.indexOf(",{  \"plate")).getBytes(StandardCharsets.UTF_8).length;
        int to = whole.length - (THIRD + "]").getBytes(StandardCharsets.UTF_8).length;
        for (int at = from; at < to; at++) {
            byte[] damaged = new byte[whole.length - 1];
            System.arraycopy(whole, 0, damaged, 0, at);
            System.arraycopy(whole, at + 1, damaged, at, damaged.length - at);
            assertThat(texts(scan(damaged))).as("byte " + at + " is missing").contains(FIRST, THIRD);
        }
    }

    @Test
    void saysWhereDamageBeginsAndWhatStandsThere() throws IOException {
        List<Piece> pieces =
                scan(("[\n" + FIRST + ",\n{\"plate\": \"é\", oops},\n" + THIRD + "]").getBytes(StandardCharsets.UTF_8));
        assertThat(pieces).hasSize(3);
        assertThat(pieces.get(1))
                .isEqualTo(new Piece.Damage(
                        new Position(("[\n" + FIRST + ",\n").length(), 3),
                        Piece.Kind.BROKEN,
                        "{\"plate\": \"é\", oops}, " + THIRD + "]"));
        assertThat(texts(pieces)).containsExactly(FIRST, THIRD);
    }

    @Test
    void tellsTwoDamagedObjectsApart() throws IOException {
        List<Piece> pieces = scan(
                ("[{\"a\" 1},{\"b\" 2},{\"c\": x y},{\"d\": 1 2}," + FIRST + "]").getBytes(StandardCharsets.UTF_8));
        assertThat(pieces.stream().filter(Piece.Damage.class::isInstance)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(texts(pieces)).containsExactly(FIRST);
    }

    @Test
    void passesOverAHoleOfZerosInTheMiddle() throws IOException {
        byte[] before = ("[" + FIRST + ",{\"plate\": \"cu").getBytes(StandardCharsets.UTF_8);
        byte[] after = ("t\"}," + THIRD + "]").getBytes(StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOf(before, before.length + 300_000 + after.length);
        System.arraycopy(after, 0, file, before.length + 300_000, after.length);
        assertThat(texts(scan(file))).containsExactly(FIRST, THIRD);
    }

    @Test
    void boundsNestingAndLength() throws IOException {
        String deep = "{\"plate\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String wide = "{\"plate\": \"" + "x".repeat(1_000_000) + "\"}";
        assertThat(texts(scan((deep + "\n" + FIRST).getBytes(StandardCharsets.UTF_8))))
                .containsExactly(FIRST);
        assertThat(texts(scan((wide + "\n" + FIRST).getBytes(StandardCharsets.UTF_8))))
                .containsExactly(FIRST);
        assertThat(scan("{\"a\":".repeat(50_000).getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
        assertThat(texts(scan("[".repeat(500_000).getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void endsOnAnyGarbage() throws IOException {
        Random random = new Random(20_251_122);
        byte[] alphabet = "{}[]\",:\\ntrue0-9.e \n\u0000é\uFEFF".getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 1000; round++) {
            byte[] garbage = new byte[random.nextInt(200)];
            for (int at = 0; at < garbage.length; at++) {
                garbage[at] = random.nextInt(10) == 0
                        ? (byte) random.nextInt(256)
                        : alphabet[random.nextInt(alphabet.length)];
            }
            String as = "round " + round + " of seed 20251122";
            List<Piece> pieces = scan(garbage);
            assertThat(pieces.stream().map(piece -> piece.at().byteOffset()))
                    .as(as)
                    .isSorted();
            assertThat(pieces).as(as).allMatch(piece -> piece.at().byteOffset() <= garbage.length);
        }
    }

    @Test
    void keepsWholeObjectsBetweenStretchesOfGarbage() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            StringBuilder file = new StringBuilder();
            int objects = 1 + random.nextInt(5);
            for (int at = 0; at < objects; at++) {
                // Only what cannot open a string or an object around the next one.
                int stray = random.nextInt(30);
                for (int c = 0; c < stray; c++) {
                    file.append("}],:\u0001xyz019-+\\ \n;".charAt(random.nextInt(17)));
                }
                file.append(THIRD);
            }
            assertThat(texts(scan(file.toString().getBytes(StandardCharsets.UTF_8))))
                    .as("round " + round + " of seed 7")
                    .hasSize(objects);
        }
    }

    private List<Piece> scan(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        List<Piece> pieces = new ArrayList<>();
        try (ObjectScanner scanner = new ObjectScanner(file, Encoding.of(file), "plate"::equals)) {
            for (Optional<Piece> piece = scanner.next(); piece.isPresent(); piece = scanner.next()) {
                pieces.add(piece.get());
            }
        }
        return pieces;
    }

    private static List<String> texts(List<Piece> pieces) {
        return pieces.stream()
                .filter(Piece.Whole.class::isInstance)
                .map(piece -> ((Piece.Whole) piece).text())
                .toList();
    }
}
