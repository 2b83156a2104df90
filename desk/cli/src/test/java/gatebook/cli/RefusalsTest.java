package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {
    private static final String WAY = "GB-1001 strategy:";
    private static final String LONG = "x".repeat(10 << 20);

    @TempDir
    Path folder;

    private TestHome desk;

    @BeforeEach
    void atADeskWithOneEntry() {
        desk = TestHome.at(folder.resolve("home"));
        desk.enter("MH12AB1234");
    }

    /** What is typed, the code, the exit code, and words that must be said of it. */
    static Stream<Arguments> refusals() {
        return Stream.of(
                refused("a NUL in the notes", 1, "GB-1001 notes:", enter("--notes=a\0b")),
                refused("half a character", 1, "GB-1001 driver_name:", enter("--driver-name=\uD800")),
                refused("bytes that are no text", 1, "GB-1001 notes:", enter("--notes=\uFFFD")),
                refused("10 MB of notes", 1, "GB-1001 notes:", enter("--notes=" + LONG)),
                refused("an empty plate", 1, "GB-1001 vehicle_number:", enter("--vehicle-number= ")),
                refused("an endless plate", 1, "GB-1001 vehicle_number:", enter("--vehicle-number=" + LONG)),
                refused("an empty type", 1, "GB-1001 vehicle_type:", enter("--vehicle-type=")),
                refused("an empty transport", 1, "GB-1001 transport_name:", enter("--transport-name=")),
                refused("no author", 1, "GB-1001 created_by:", enter("--created-by=")),
                refused("no time", 1, "GB-1001 entry_time:", enter("--entry-time=yesterday")),
                refused(
                        "a day that there is none of",
                        1,
                        "GB-1001 entry_time:",
                        enter("--entry-time=2026-02-30T10:00")),
                refused("a time before all gates", 1, "GB-1001 entry_time:", enter("--entry-time=1812-01-01T00:00")),
                refused("an amount in words", 1, "GB-1001 fee:", "exit", "1234", "--fee", "ten", "--reason", "r"),
                refused("half a paisa", 1, "GB-1001 fee:", "exit", "1234", "--fee", "1.005", "--reason", "r"),
                refused("money back", 1, "GB-1001 fee:", "exit", "1234", "--fee=-5", "--reason", "r"),
                refused("all money", 1, "GB-1001 fee:", "exit", "1234", "--fee", "1e400", "--reason", "r"),
                refused("not a number", 1, "GB-1001 fee:", "exit", "1234", "--fee", "NaN", "--reason", "r"),
                refused("a fee for no reason", 1, "GB-1008 ", "exit", "1234", "--fee", "5"),
                refused("an endless reason", 1, "GB-1001 fee_reason:", "exit", "1234", "--fee", "5", "--reason", LONG),
                refused("an exit before entry", 1, "GB-1005 ", "exit", "1234", "--exit-time", "2026-11-22T06:00:00Z"),
                refused("nobody's ticket", 1, "GB-1002 ", "exit", "A-00099"),
                refused("nobody's uuid", 1, "GB-1002 ", "show", "01930000-0000-7000-8000-000000000000"),
                refused("an unknown field", 1, "GB-1001 colour:", "edit", "1234", "--set", "colour=red"),
                refused("a field of the program's", 1, "GB-1001 ticket_no:", "edit", "1234", "--set", "ticket_no=X"),
                refused("a bad status", 1, "GB-1001 status:", "edit", "1234", "--set", "status=Gone"),
                refused("a bad flag", 1, "GB-1001 fee_manually_set:", "edit", "1234", "--set", "fee_manually_set=2"),
                refused("a bad amount", 1, "GB-1001 fee:", "edit", "1234", "--set", "fee=abc"),
                refused("a field twice", 1, "GB-1001 notes:", "edit", "1234", "--set", "notes=a", "--set", "notes=b"),
                refused("10 MB in an edit", 1, "GB-1001 notes:", "edit", "1234", "--set", "notes=" + LONG),
                refused("a NUL in an edit", 1, "GB-1001 notes:", "edit", "1234", "--set", "notes=\0"),
                refused("an exit without time", 1, "GB-1001 exit_time:", "edit", "1234", "--set", "status=Exited"),
                refused("a void for no reason", 1, "GB-1008 ", "delete", "1234", "--reason", " "),
                refused("a NUL in a reason", 1, "GB-1001 reason:", "delete", "1234", "--reason", "a\0"),
                refused("a bad day", 1, "GB-1001 date:", "stats", "--date", "2026-13-01"),
                refused("a bad stretch", 1, "GB-1001 from:", "list", "--from", "soon"),
                refused("no such file", 1, "GB-1111 ", "import", "/nowhere/at/all.json"),
                refused("a bad zone", 1, "GB-1001 zone:", "import", "x.json", "--zone", "Mars/Olympus"),
                refused("no operation", 1, "GB-1009 ", "queue", "retry", "99"),
                refused("nothing to give up", 1, "GB-1009 ", "queue", "discard", "99", "--reason", "r"),
                refused("a sync of no site", 1, "GB-1201 ", "sync"),
                refused("a bad address", 1, "GB-1001 server:", "enrol", "--server", "not an address", "--code", "X"),
                refused("no backup", 1, "GB-1112 ", "restore", "/nowhere/at/all.db"),
                refused("no such site", 1, "GB-1302 ", "server", "enrolment-code", "x"),
                refused("a strategy for no site", 1, "GB-1302 ", strategy("VERSION_MISMATCH", "STAY", "LOCAL_WINS")),
                refused("a choice about money", 1, WAY, strategy("BUSINESS_RULE_VIOLATION", "STAY", "LOCAL_WINS")),
                refused("a choice about voids", 1, WAY, strategy("DATA_INCONSISTENCY", "STAY", "LOCAL_WINS")),
                refused("a merged stay", 1, WAY, strategy("VERSION_MISMATCH", "STAY", "MERGE_INTELLIGENT")),
                refused("no such strategy", 1, WAY, strategy("VERSION_MISMATCH", "STAY", "NEWEST")),
                refused("no such group", 1, "GB-1001 group:", strategy("VERSION_MISMATCH", "FEE", "LOCAL_WINS")),
                usage("no command"),
                usage("no such command", "fly"),
                usage("no such option", "list", "--colour"),
                usage("an option without its value", "show"),
                usage("too few options", "enter", "--vehicle-number", "1"),
                usage("words where a number belongs", "list", "--limit", "many"),
                usage("a list of none", "list", "--limit", "0"),
                usage("a bad status", "list", "--status", "Flying"),
                usage("two ways to pay", "exit", "1234", "--pay", "Cash", "--unpaid"),
                usage("a third way to pay", "exit", "1234", "--pay", "Barter"),
                usage("a field without a value", "edit", "1234", "--set", "notes"),
                usage("two kinds of sync", "sync", "--full", "--watch"),
                usage("an unknown ending", "export", "/tmp/x.doc"),
                usage("half a command", "audit"),
                usage("two databases", "server", "--data", "x", "--database-url", "y"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void isRefusedByItsCodeAndChangesNothing(String what, int code, String words, List<String> line) {
        String before = desk.json("list").out();
        TestHome.Said said = desk.json(line.toArray(String[]::new));
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        assertThat(said.err()).startsWith(words);
        assertThat(said.err().length()).as("what is said").isLessThan(4_000);
        assertThat(said.out()).isEmpty();
        assertThat(desk.json("list").out()).isEqualTo(before);
    }

    @Test
    void aBackupThatIsNoRegisterIsCalledSo() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear office, ".repeat(500));
        TestHome.Said said = desk.json("restore", letter.toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .startsWith("GB-1112 ")
                .contains("not a register of Gatebook")
                .doesNotContain("DAMAGED");
    }

    @Test
    void aVehicleThatLeftDoesNotLeaveAgain() {
        desk.json("exit", "A-00001");
        assertThat(desk.json("exit", "A-00001").err()).startsWith("GB-1004 ");
    }

    @Test
    void theSameVehicleAtTheSameTimeIsTheSameVisit() {
        assertThat(desk.enter("MH12AB1234").err()).startsWith("GB-1007 ");
    }

    @Test
    void aDamagedFileEndsWithFiveAndIsMovedAsideUntouched() throws IOException {
        byte[] rubbish = "this is no register".repeat(1_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        TestHome other = TestHome.at(folder.resolve("damaged"));
        other.enter("1");
        Files.write(other.folder.resolve("gatebook.db"), rubbish);
        TestHome.Said said = other.json("list");
        assertThat(said.code()).isEqualTo(5);
        assertThat(said.err()).startsWith("GB-1105 ");
        try (Stream<Path> files = Files.walk(other.folder)) {
            assertThat(files.filter(file -> file.endsWith("gatebook.db")).map(RefusalsTest::bytes))
                    .anyMatch(bytes -> Arrays.equals(bytes, rubbish));
        }
    }

    @Test
    void aRegisterThatIsGoneIsNotReplacedByAnEmptyOneUnlessAsked() throws IOException {
        Files.delete(desk.folder.resolve("gatebook.db"));
        TestHome.Said said = desk.json("list");
        assertThat(said.code()).isEqualTo(5);
        assertThat(said.err()).startsWith("GB-1108 ");
        desk.json("doctor", "--start-anew");
        assertThat(desk.json("list").list()).isEmpty();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String[] strategy(String type, String group, String strategy) {
        return new String[] {"server", "set-strategy", "x", type, group, strategy};
    }

    private static Arguments refused(String what, int code, String words, String... line) {
        return Arguments.of(what, code, words, List.of(line));
    }

    private static Arguments usage(String what, String... line) {
        return Arguments.of(what + " is wrong usage", 2, "gatebook: ", List.of(line));
    }

    /** A whole entry, but for one option that is given last and so in place of the sound one. */
    private static String[] enter(String option) {
        String name = option.substring(0, option.indexOf('='));
        return Stream.concat(
                        Stream.of(
                                        "enter",
                                        "--vehicle-number=1",
                                        "--vehicle-type=Trailer",
                                        "--transport-name=Konkan Carriers")
                                .filter(word -> !word.startsWith(name + "=")),
                        Stream.of(option))
                .toArray(String[]::new);
    }
}
