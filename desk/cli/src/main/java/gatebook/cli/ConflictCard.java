package gatebook.cli;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Field;
import gatebook.store.exchange.BothSides;
import gatebook.store.query.AuditRow;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.EntryQueries;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An open conflict for a person: both sides of what differs next to each other, who wrote them, and what can be done. */
final class ConflictCard {
    private static final int IDS_MAX = 20;
    private static final String VOIDED = "voided";

    private final OpenDesk desk;
    private final ImageDifference words;
    private final InsideMarks marks;

    ConflictCard(OpenDesk desk) {
        this.desk = desk;
        this.marks = InsideMarks.of(desk);
        this.words = new ImageDifference(desk.profile());
    }

    /** The first of several conflicts of one shape, and which the others are. */
    void print(PrintStream out, List<ConflictItem> alike) {
        ConflictItem first = alike.getFirst();
        out.println(
                "conflict " + first.id() + ", since " + desk.clocks().show(first.createdAt()) + ": " + about(first));
        sides(first).print(out);
        out.println("  decide with: resolve " + first.id() + " --keep " + ways(first));
        if (alike.size() > 1) {
            String ids = alike.stream()
                    .skip(1)
                    .limit(IDS_MAX)
                    .map(item -> Long.toString(item.id()))
                    .collect(Collectors.joining(", "));
            out.println("  " + (alike.size() - 1) + " more of this shape: " + ids
                    + (alike.size() - 1 > IDS_MAX ? ", …" : "") + "; decide all of them alike with: --all-like");
        }
    }

    private Table sides(ConflictItem item) {
        BothSides sides = desk.read(session -> BothSides.read(session, item));
        Entry local = sides.local();
        Entry remote = sides.remote();
        Optional<Entry> merged = item.about() == ConflictItem.About.TWO_VERSIONS ? sides.suggested() : Optional.empty();
        Table table = new Table("  field", "here", item.other() == null ? "the cloud" : "the other entry", "merged");
        for (Field field : shown(sides)) {
            table.row(
                    "  " + field.text(),
                    value(local, field),
                    value(remote, field),
                    merged.map(entry -> words.value(field, entry)).orElse(""));
        }
        EntryId earlier = marks.earlier(item);
        if (earlier != null) {
            boolean here = earlier.equals(item.record());
            String asked = InsideMarks.EXIT_NOT_RECORDED;
            table.row("  mark", here ? asked : "", here ? "" : asked, "");
        }
        table.row("  written", writtenHere(item.record(), local), writtenThere(item, remote), "");
        return table;
    }

    /** What differs, and the plate, so that one knows which vehicle it is. */
    private static List<Field> shown(BothSides sides) {
        List<Field> differing = sides.differing();
        return Arrays.stream(Field.values())
                .filter(field -> field == Field.TICKET_NO || field == Field.VEHICLE_NUMBER || differing.contains(field))
                .toList();
    }

    private String value(@Nullable Entry side, Field field) {
        return side == null ? VOIDED : words.value(field, side);
    }

    private String writtenHere(EntryId record, @Nullable Entry local) {
        List<AuditRow> history = new EntryQueries(desk.database()).history(record);
        String desk = "desk " + this.desk.profile().deskCode();
        return history.reversed().stream()
                .filter(row ->
                        row.by().cause().equals("local") || row.by().cause().equals("resolution"))
                .findFirst()
                .map(row -> this.desk.clocks().show(row.at()) + ", " + row.by().actor() + ", " + desk)
                .orElseGet(() -> local == null ? desk : lastModified(local));
    }

    private String writtenThere(ConflictItem item, @Nullable Entry remote) {
        String version = item.sides().remoteVersion() == 0
                ? ""
                : ", version " + item.sides().remoteVersion();
        return (remote == null ? VOIDED : lastModified(remote)) + version;
    }

    private String lastModified(Entry entry) {
        return desk.clocks().show(entry.authorship().lastModified()) + ", entered by "
                + entry.authorship().createdBy();
    }

    private static String about(ConflictItem item) {
        return switch (item.about()) {
            case TWO_VERSIONS ->
                switch (item.type()) {
                    case BUSINESS_RULE_VIOLATION -> "both sides tell of money for one visit";
                    case DATA_INCONSISTENCY -> "put together, the two sides contradict each other";
                    case VERSION_MISMATCH -> "both sides changed the same fields";
                };
            case REFUSED ->
                "the cloud does not take " + (item.names().isEmpty() ? "it" : String.join(", ", item.names()))
                        + " (why: queue --status failed)";
            case VOIDED_HERE -> "voided here, changed elsewhere";
            case VOIDED_THERE -> "changed here, voided elsewhere";
            case INSIDE_TWICE -> "the vehicle is inside twice";
            case ONE_VISIT -> "one visit was written twice, and more than its arrival here";
        };
    }

    private static String ways(ConflictItem item) {
        return switch (item.about()) {
            case TWO_VERSIONS -> "local | remote | merge --take FIELD=local|remote";
            case REFUSED -> "local (send it once more) | remote (give it up); or correct it with edit";
            case VOIDED_HERE -> "local (stays voided) | remote (comes back)";
            case VOIDED_THERE -> "local (comes back) | remote (stays voided)";
            case INSIDE_TWICE -> "local (both stay) | remote (this desk's is voided) | merge (they are one)";
            case ONE_VISIT ->
                "local (what was recorded here counts) | remote (it does not) | merge --take FIELD=local|remote";
        };
    }
}
