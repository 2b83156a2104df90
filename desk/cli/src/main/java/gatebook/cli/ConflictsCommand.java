package gatebook.cli;

import gatebook.rules.entry.EntryId;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.SyncQueries;
import gatebook.wire.json.JsonOut;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Lists where two desks disagreed. */
@CommandLine.Command(name = "conflicts", description = "what a person has to decide", sortOptions = false)
final class ConflictsCommand implements Command {
    private final Program program;

    @Option(names = "--all", description = "also what was decided, by rule or by a person")
    private boolean all;

    ConflictsCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        return program.atDesk(desk -> {
            ConflictItem.Which which = all ? ConflictItem.Which.ALL : ConflictItem.Which.OPEN;
            List<ConflictItem> items = new SyncQueries(desk.database()).conflicts(which);
            InsideMarks marks = InsideMarks.of(desk);
            desk.voice()
                    .answer(
                            out -> out.array(() -> items.forEach(item -> document(out, item, marks.earlier(item)))),
                            out -> words(out, desk, items));
            return new Ending.Done();
        });
    }

    private static void document(JsonOut out, ConflictItem item, @Nullable EntryId marked) {
        ConflictItem.Decision decision = item.decision();
        out.object(() -> out.field("id", item.id())
                .field("table_name", "parking_entries")
                .field("record_uuid", item.record().toString())
                .field("remote_version", item.sides().remoteVersion())
                .field("other_uuid", item.other() == null ? null : item.other().toString())
                .field("conflict_type", item.type().name())
                .field("resolution_strategy", item.strategy())
                .raw("local_data", item.sides().local())
                .raw("remote_data", item.sides().remote())
                .raw("base_data", item.sides().base())
                .raw("fields", item.fields())
                .field("mark", marked == null ? null : InsideMarks.EXIT_NOT_RECORDED)
                .field("marked_uuid", marked == null ? null : marked.toString())
                .field("resolved_at", decision == null ? null : decision.at())
                .field("resolved_by", decision == null ? null : decision.by())
                .field("created_at", item.createdAt()));
    }

    private void words(PrintStream out, OpenDesk desk, List<ConflictItem> items) {
        if (items.isEmpty()) {
            out.println("no conflicts");
        } else if (all) {
            table(out, desk.clocks(), items);
        } else {
            cards(out, desk, items);
        }
    }

    /** What can be decided alike stands together. */
    private static void cards(PrintStream out, OpenDesk desk, List<ConflictItem> items) {
        Map<ConflictItem.Shape, List<ConflictItem>> alike = items.stream()
                .collect(Collectors.groupingBy(ConflictItem::shape, LinkedHashMap::new, Collectors.toList()));
        ConflictCard card = new ConflictCard(desk);
        out.println(items.size() + " to decide, of " + alike.size() + (alike.size() == 1 ? " shape" : " shapes"));
        alike.values().forEach(group -> {
            out.println();
            card.print(out, group);
        });
    }

    private static void table(PrintStream out, Clocks clocks, List<ConflictItem> items) {
        Table table = new Table("id", "since", "kind", "record", "fields", "settled");
        for (ConflictItem item : items) {
            ConflictItem.Decision decision = item.decision();
            table.row(
                    Long.toString(item.id()),
                    clocks.show(item.createdAt()),
                    item.type().name(),
                    item.record().toString(),
                    String.join(", ", item.names()),
                    decision == null ? "open" : item.strategy() + " by " + decision.by());
        }
        table.print(out);
    }
}
