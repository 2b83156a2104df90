package gatebook.cli;

import gatebook.rules.entry.EntryId;
import gatebook.store.query.AuditRow;
import gatebook.store.query.EntryQueries;
import gatebook.wire.json.JsonOut;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Shows what was changed of an entry, oldest first. */
@CommandLine.Command(name = "history", description = "what was changed of an entry, and by whom", sortOptions = false)
final class HistoryCommand implements Command {
    private final Program program;

    @Parameters(paramLabel = "ENTRY", description = "ticket, vehicle number, its last four digits, or uuid")
    private String entry = "";

    HistoryCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        return program.atDesk(desk -> new EntryLookup(desk).one(entry, row -> {
            List<AuditRow> rows =
                    new EntryQueries(desk.database()).history(row.entry().id());
            desk.voice()
                    .answer(
                            out -> out.array(() -> rows.forEach(
                                    audit -> document(out, row.entry().id(), audit))),
                            out -> words(out, desk, rows));
            return new Ending.Done();
        }));
    }

    private static void document(JsonOut out, EntryId record, AuditRow row) {
        out.object(() -> {
            out.field("id", row.id())
                    .field("at", row.at())
                    .field("actor", row.by().actor())
                    .field("device_id", row.by().deviceId())
                    .field("cause", row.by().cause());
            Long run = row.syncRunId();
            if (run == null) {
                out.none("sync_run_id");
            } else {
                out.field("sync_run_id", run);
            }
            out.field("table_name", "parking_entries")
                    .field("record_uuid", record.toString())
                    .field("operation", row.operation())
                    .raw("before", row.change().before())
                    .raw("after", row.change().after())
                    .field("reason", row.reason())
                    .field("prev_hash", row.seal().prevHash())
                    .field("hash", row.seal().hash());
        });
    }

    private static void words(PrintStream out, OpenDesk desk, List<AuditRow> rows) {
        ImageDifference difference = new ImageDifference(desk.profile());
        Table table = new Table("row", "at", "who", "why", "what", "reason");
        for (AuditRow row : rows) {
            table.row(
                    Long.toString(row.id()),
                    desk.clocks().show(row.at()),
                    row.by().actor(),
                    row.by().cause(),
                    what(row, difference),
                    row.reason() == null ? "" : row.reason());
        }
        table.print(out);
    }

    private static String what(AuditRow row, ImageDifference difference) {
        @Nullable String before = row.change().before();
        @Nullable String after = row.change().after();
        if (before == null || after == null) {
            return after == null ? "voided" : "written";
        }
        return difference.between(before, after);
    }
}
