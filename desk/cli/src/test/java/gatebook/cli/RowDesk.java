package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import gatebook.store.metadata.DeskProfile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** One desk in a row of the conflict table, worked at by the commands that people use; it syncs only when told to. */
final class RowDesk {
    /** The day on which the rows take place; the site's zone is India's. */
    private static final String DAY = "2026-01-15T";

    private final DemoDesk desk;
    private final String name;
    private final Path home;

    RowDesk(String name, Path home) {
        this.name = name;
        this.home = home;
        this.desk = new DemoDesk(
                name,
                home,
                new Surroundings(
                        System.out,
                        System.err,
                        Clock.systemUTC(),
                        System::nanoTime,
                        UuidCreator::getTimeOrderedEpoch,
                        new SecureRandom(),
                        Map.of(),
                        new StopSignal()));
    }

    /** An hour of the day, as {@code 10:00}. */
    static String at(String hour) {
        return DAY + hour + ":00+05:30";
    }

    Path home() {
        return home;
    }

    DeskProfile profile() {
        return desk.profile();
    }

    /** Works at the register itself, as a part of the program does. */
    <T> T opened(Function<OpenDesk, T> work) {
        return desk.at(work);
    }

    /** Runs a command that must go well; its document. */
    Map<String, Object> does(String... words) {
        DemoDesk.Answer answer = desk.run(words);
        assertThat(answer.code())
                .as("%s: %s%n%s", name, List.of(words), answer.err())
                .isZero();
        return Json.object(answer.out());
    }

    /** What a command shows to a person. */
    String says(String... command) {
        return TestHome.now(home).run(command).out();
    }

    /** Runs a command, however it ends. */
    DemoDesk.Answer tries(String... words) {
        return desk.run(words);
    }

    String enter(String plate, String hour) {
        return enter(plate, "Trailer", hour);
    }

    /** Writes a vehicle in; the new entry's uuid. */
    String enter(String plate, String type, String hour) {
        return does(
                        "enter",
                        "--vehicle-number",
                        plate,
                        "--vehicle-type",
                        type,
                        "--transport-name",
                        "Konkan Carriers",
                        "--entry-time",
                        at(hour))
                .get("uuid")
                .toString();
    }

    /** Writes a vehicle out at an hour; Paid Cash and the computed fee unless the words say otherwise. */
    void exit(String entry, String hour, String... how) {
        List<String> words = new ArrayList<>(List.of("exit", entry, "--exit-time", at(hour)));
        words.addAll(List.of(how));
        does(words.toArray(String[]::new));
    }

    /** Sets fields, each as {@code name=value}. */
    void edit(String entry, String... sets) {
        List<String> words = new ArrayList<>(List.of("edit", entry));
        for (String set : sets) {
            words.addAll(List.of("--set", set));
        }
        does(words.toArray(String[]::new));
    }

    void delete(String entry) {
        does("delete", entry, "--reason", "written twice", "--by", "Ravi");
    }

    /** One cycle; something for a person to decide may be left. */
    Map<String, Object> sync() {
        DemoDesk.Answer answer = desk.run("sync");
        assertThat(answer.code()).as("%s syncs: %s", name, answer.err()).isIn(0, 3);
        return Json.object(answer.out());
    }

    /** Decides the newest inbox item of a record; of a settled one it brings values back. */
    void decide(String uuid, String keep, String... more) {
        String item = items(uuid).getLast().get("id").toString();
        List<String> words = new ArrayList<>(List.of("resolve", item, "--keep", keep, "--by", "Meera"));
        words.addAll(List.of(more));
        does(words.toArray(String[]::new));
    }

    Map<String, Object> show(String entry) {
        return does("show", entry);
    }

    /** Fields of an entry in one line, as {@code Exited|225.00}. */
    String shows(String entry, String... fields) {
        return line(show(entry), fields);
    }

    /** The living records by id, as canonical JSON. */
    SortedMap<String, String> records() {
        return desk.records();
    }

    /** The cloud's version and the state of sync of each living record. */
    SortedMap<String, String> versions() {
        SortedMap<String, String> versions = new TreeMap<>();
        for (Map<String, Object> row : list("list", "--limit", "100000")) {
            versions.put(row.get("uuid").toString(), line(row, "remote_version", "sync_status"));
        }
        return versions;
    }

    /** What waits here: pending, failed, conflicts. */
    String waits() {
        return line(does("status"), "pending", "failed", "conflicts");
    }

    List<Map<String, Object>> list(String... words) {
        DemoDesk.Answer answer = desk.run(words);
        assertThat(answer.code()).as("%s: %s", List.of(words), answer.err()).isZero();
        return Json.list(answer.out());
    }

    /** The inbox items of a record, oldest first, open or not. */
    List<Map<String, Object>> items(String uuid) {
        return list("conflicts", "--all").reversed().stream()
                .filter(item -> item.get("record_uuid").equals(uuid))
                .toList();
    }

    /**
     * The items of a record, each as a line: open or who settled it, its kind, how it was settled, the overlapping
     * fields, and of the asked fields the value here and there.
     */
    List<String> inbox(String uuid, String... fields) {
        return items(uuid).stream().map(item -> described(item, fields)).toList();
    }

    private static String described(Map<String, Object> item, String... fields) {
        StringBuilder line = new StringBuilder()
                .append(item.get("resolved_at") == null ? "open" : "by " + item.get("resolved_by"))
                .append(' ')
                .append(line(item, "conflict_type", "resolution_strategy"))
                .append(' ')
                .append(String.join(
                        ",",
                        ((Collection<?>) item.get("fields"))
                                .stream().map(String::valueOf).toList()));
        for (String field : fields) {
            line.append(' ')
                    .append(side(item, "local_data", field))
                    .append('/')
                    .append(side(item, "remote_data", field));
        }
        return line.toString();
    }

    private static Object side(Map<String, Object> item, String side, String field) {
        return item.get(side) instanceof Map<?, ?> image ? String.valueOf(image.get(field)) : "voided";
    }

    private static String line(Map<String, Object> row, String... fields) {
        List<String> values = new ArrayList<>();
        for (String field : fields) {
            assertThat(row).containsKey(field);
            values.add(String.valueOf(row.get(field)));
        }
        return String.join("|", values);
    }

    @Override
    public String toString() {
        return name;
    }
}
