package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterCommandsTest {
    @TempDir
    Path folder;

    private TestHome desk;

    @BeforeEach
    void atADesk() {
        desk = TestHome.at(folder.resolve("home"));
    }

    @Test
    void importingTheSameFileAgainAddsNothing() throws IOException {
        String file = oldFile("parking_data_v2.json");
        Map<String, Object> rehearsed = desk.json("import", file, "--dry-run").object();
        assertThat(rehearsed)
                .containsEntry("rows", new Json.Digits("200"))
                .containsEntry("parked", new Json.Digits("62"))
                .containsEntry("exited", new Json.Digits("138"))
                .containsEntry("dry_run", true)
                .containsEntry("added", new Json.Digits("200"));
        assertThat(desk.json("list").list()).isEmpty();
        assertThat(desk.json("import", file).object()).containsEntry("added", new Json.Digits("200"));
        assertThat(desk.json("import", file).object())
                .containsEntry("added", new Json.Digits("0"))
                .containsEntry("known", new Json.Digits("200"));
        assertThat(desk.json("list", "--limit", "1000").list()).hasSize(200);
    }

    @Test
    void exportsAreOfTheFormatThatTheEndingSays() throws IOException {
        desk.json("import", oldFile("parking_data.json"));
        for (String ending : new String[] {"csv", "xlsx", "json"}) {
            Path file = folder.resolve("out." + ending);
            assertThat(desk.json("export", file.toString()).object())
                    .containsEntry("entries", new Json.Digits("2"))
                    .containsEntry("format", ending);
            assertThat(file).isNotEmptyFile();
        }
        TestHome other = TestHome.at(folder.resolve("other"));
        other.json("import", folder.resolve("out.json").toString());
        assertThat(other.json("list").list()).hasSize(2);
    }

    @Test
    void aBackupIsWholeAndNeverOverwritesAnything() {
        desk.enter("1");
        Path file = folder.resolve("copy.db");
        assertThat(desk.json("backup", file.toString()).object())
                .containsEntry("entries", new Json.Digits("1"))
                .containsEntry("verified", true);
        assertThat(desk.json("backup", file.toString()).err()).startsWith("GB-1111 ");
    }

    @Test
    void aRestoreSaysFirstWhatItChangesAndThenDoesThat() {
        String first = desk.enter("1").text("uuid");
        Path file = folder.resolve("copy.db");
        desk.json("backup", file.toString());
        String second = desk.later(Duration.ofHours(1)).enter("2").text("uuid");
        String before = desk.json("list").out();
        TestHome.Said plan = desk.json("restore", file.toString(), "--dry-run");
        assertThat(plan.code()).isZero();
        assertThat(plan.object())
                .containsEntry("unsent_only_here", new Json.Digits("1"))
                .containsEntry("ticket_reached", new Json.Digits("2"));
        assertThat(desk.json("list").out()).isEqualTo(before);
        assertThat(desk.json("restore", file.toString()).object()).containsEntry("carried_over", new Json.Digits("1"));
        assertThat(desk.json("list").list()).extracting(row -> row.get("uuid")).contains(first, second);
        assertThat(desk.json("restore", file.toString(), "--leave-unsent").code())
                .isZero();
        assertThat(desk.json("list").list()).extracting(row -> row.get("uuid")).containsExactly(first);
        assertThat(desk.enter("3").text("ticket_no")).isEqualTo("A-00003");
    }

    @Test
    void theAuditTrailOfASoundRegisterVerifies() {
        desk.enter("1");
        TestHome.Said said = desk.json("audit", "verify");
        assertThat(said.code()).isZero();
        assertThat(said.object()).containsEntry("sound", true).containsEntry("rows", new Json.Digits("1"));
    }

    @Test
    void anAlteredAuditRowIsFoundAndEndsWithFive() throws IOException {
        desk.json(
                "enter", "--vehicle-number=1", "--vehicle-type=Trailer", "--transport-name=X", "--created-by=Mallory");
        Path file = desk.folder.resolve("gatebook.db");
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        Files.write(file, text.replace("Mallory", "Nobody!").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        TestHome.Said said = desk.json("audit", "verify");
        assertThat(said.code()).isEqualTo(5);
        assertThat(said.err()).startsWith("GB-1110 ");
        assertThat(said.object()).containsEntry("first_bad_row", new Json.Digits("1"));
    }

    @Test
    void aHeadKeptElsewhereShowsATrailThatIsAnotherOne() {
        desk.enter("1");
        String head = desk.json("audit", "verify").text("head");
        desk.enter("2");
        assertThat(desk.json("audit", "verify", "--head", head).code()).isZero();
        String other = head.substring(0, 2) + (head.charAt(2) == '0' ? '1' : '0') + head.substring(3);
        TestHome.Said said = desk.json("audit", "verify", "--head", other);
        assertThat(said.code()).isEqualTo(5);
        assertThat(said.err()).startsWith("GB-1110 ");
        assertThat(desk.json("audit", "verify", "--head", "7").code()).isEqualTo(2);
    }

    @Test
    void theDoctorLooksAtEverything() {
        desk.enter("1");
        TestHome.Said said = desk.json("doctor");
        assertThat(said.out()).contains("\"file\"", "\"audit\"", "\"counters\"", "\"connection\"", "\"clock\"");
        assertThat(said.code()).as("no backup yet is something to look at").isEqualTo(3);
    }

    @Test
    void withoutAWordTheRegisterLiesInTheUsersOwnFolder() {
        Path user = folder.resolve("asha");
        Properties linux = new Properties();
        linux.setProperty("user.home", user.toString());
        linux.setProperty("os.name", "Linux");
        Path data = folder.resolve("data");
        assertThat(new HomeFolder(Map.of(), linux).desk()).isEqualTo(user.resolve(".local/share/gatebook"));
        assertThat(new HomeFolder(Map.of("HOME", data.toString()), linux).desk())
                .as("HOME goes before the list of accounts")
                .isEqualTo(data.resolve(".local/share/gatebook"));
        assertThat(new HomeFolder(Map.of("HOME", ""), linux).desk()).isEqualTo(user.resolve(".local/share/gatebook"));
        assertThat(new HomeFolder(Map.of("XDG_DATA_HOME", data.toString()), linux).desk())
                .isEqualTo(data.resolve("gatebook"));
        assertThat(new HomeFolder(Map.of("GATEBOOK_HOME", data.toString()), linux).desk())
                .isEqualTo(data);
    }

    @Test
    void everyCommandExplainsItself() {
        TestHome.Said all = desk.run("--help");
        assertThat(all.code()).isZero();
        assertThat(all.out()).contains("enter", "sync", "demo");
        for (String command : Commands.names()) {
            assertThat(desk.run(command, "--help").out()).as(command).contains("Usage: gatebook " + command);
        }
        assertThat(desk.run("--version").out()).contains("gatebook");
        assertThat(desk.json("--version").object())
                .containsEntry("program", "gatebook")
                .containsKey("version");
    }

    private String oldFile(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream packed = RegisterCommandsTest.class.getResourceAsStream("demo/" + name)) {
            Files.write(file, packed.readAllBytes());
        }
        return file.toString();
    }
}
