package gatebook.cli;

import gatebook.store.query.QueueItem;
import gatebook.store.query.SyncQueries;
import gatebook.wire.json.JsonOut;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Lists the operations that went or are to go to the cloud. */
@CommandLine.Command(
        name = "queue",
        description = "the sync queue, newest first",
        synopsisSubcommandLabel = "[COMMAND]",
        sortOptions = false)
final class QueueCommand implements Command {
    private final Program program;

    @Option(names = "--status", paramLabel = "S", description = "pending, processing, completed, failed or cancelled")
    private @Nullable String status;

    QueueCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        Optional<QueueItem.Status> wanted = Arrays.stream(QueueItem.Status.values())
                .filter(one -> one.text().equalsIgnoreCase(status))
                .findFirst();
        if (status != null && wanted.isEmpty()) {
            return new Ending.WrongUsage("--status is pending, processing, completed, failed or cancelled");
        }
        return program.atDesk(desk -> {
            List<QueueItem> items = new SyncQueries(desk.database()).queue(wanted.orElse(null));
            desk.voice()
                    .answer(
                            out -> out.array(() -> items.forEach(item -> document(out, item))),
                            out -> words(out, desk.clocks(), items));
            return new Ending.Done();
        });
    }

    static void document(JsonOut out, QueueItem item) {
        QueueItem.Attempts attempts = item.attempts();
        out.object(() -> {
            out.field("id", item.id())
                    .field("op_id", item.opId().toString())
                    .field("operation", item.kind().name())
                    .field("table_name", "parking_entries")
                    .field("record_uuid", item.record().toString())
                    .field("status", item.status().text())
                    .field("actor", item.actor())
                    .field("created_at", item.madeAt());
            Long base = item.baseVersion();
            if (base == null) {
                out.none("base_version");
            } else {
                out.field("base_version", base);
            }
            out.field("retry_count", attempts.retries())
                    .field("max_retries", attempts.retriesMax())
                    .field("scheduled_at", attempts.nextAt())
                    .field("last_attempt_at", attempts.lastAt())
                    .field("completed_at", attempts.completedAt())
                    .field("error_message", attempts.error())
                    .raw("data", item.data());
        });
    }

    private static void words(PrintStream out, Clocks clocks, List<QueueItem> items) {
        if (items.isEmpty()) {
            out.println("nothing in the queue");
            return;
        }
        Table table = new Table("id", "status", "what", "record", "made", "tries", "last error");
        for (QueueItem item : items) {
            String error = item.attempts().error();
            table.row(
                    Long.toString(item.id()),
                    item.status().text(),
                    item.kind().name(),
                    item.record().toString(),
                    clocks.show(item.madeAt()),
                    Integer.toString(item.attempts().retries()),
                    error == null ? "" : error);
        }
        table.print(out);
        if (items.stream().anyMatch(item -> item.status() == QueueItem.Status.FAILED)) {
            out.println();
            out.println(
                    "What failed waits for you, and only its own entry with it. Correct the entry with edit, and it");
            out.println(
                    "goes again; or send it as it is with: queue retry ID; or give it up with: queue discard ID --reason TEXT");
        }
    }
}
