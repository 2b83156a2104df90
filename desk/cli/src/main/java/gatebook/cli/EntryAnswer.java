package gatebook.cli;

import gatebook.rules.entry.Description;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Stay;
import gatebook.rules.entry.TicketNo;
import gatebook.rules.money.Money;
import gatebook.store.query.EntryQueries;
import gatebook.store.record.EntryRow;
import gatebook.store.record.SyncState;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.json.JsonOut;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries as answers: the entry of the contract for programs, a slip or a list for people. */
final class EntryAnswer {
    private static final int LABEL_WIDTH = 16;

    private final Clocks clocks;
    private final InsideMarks marks;
    private final EntryQueries queries;

    private EntryAnswer(Clocks clocks, InsideMarks marks, EntryQueries queries) {
        this.clocks = clocks;
        this.marks = marks;
        this.queries = queries;
    }

    /** As things stand at a desk now. */
    static EntryAnswer of(OpenDesk desk) {
        return new EntryAnswer(desk.clocks(), InsideMarks.of(desk), new EntryQueries(desk.database()));
    }

    private @Nullable String mark(EntryRow row) {
        return marks.on(row.entry().id());
    }

    /** One entry, with the tickets that lead to it beside its own. */
    void give(Voice voice, EntryRow row) {
        List<TicketNo> joined = queries.joinedTickets(row.entry().id());
        voice.answer(
                out -> out.object(() -> {
                    fields(out, row);
                    if (!joined.isEmpty()) {
                        out.name("joined_tickets").array(() -> joined.forEach(ticket -> out.element(ticket.text())));
                    }
                }),
                out -> slip(out, row, joined));
    }

    /** Several, in their order. */
    void give(Voice voice, List<EntryRow> rows) {
        voice.answer(
                out -> out.array(() -> rows.forEach(row -> out.object(() -> fields(out, row)))),
                out -> list(out, rows));
    }

    /** The contract's fields; a mark only where there is one. */
    private void fields(JsonOut out, EntryRow row) {
        EntryJson.fields(out, row.entry());
        SyncState sync = row.sync();
        out.field("sync_status", sync.status().text());
        Long remoteId = sync.remoteId();
        if (remoteId == null) {
            out.none("remote_id");
        } else {
            out.field("remote_id", remoteId);
        }
        out.field("remote_version", sync.remoteVersion());
        out.field("last_sync_at", sync.lastSyncAt());
        out.flag("deleted", row.isVoided());
        String mark = mark(row);
        if (mark != null) {
            out.field("mark", mark);
        }
    }

    private void list(PrintStream out, List<EntryRow> rows) {
        if (rows.isEmpty()) {
            out.println("no entries");
            return;
        }
        Table table = new Table("ticket", "vehicle", "type", "transport", "in", "out", "fee", "paid", "sync", "mark");
        for (EntryRow row : rows) {
            Entry entry = row.entry();
            table.row(
                    entry.ticket().number().text(),
                    entry.plate().typed(),
                    entry.description().vehicleType().name(),
                    entry.description().transportName(),
                    clocks.show(entry.entryTime()),
                    row.isVoided() ? "voided" : clocks.show(entry.stay().exitTime()),
                    entry.isInside() ? "" : entry.stay().fee().toString(),
                    paid(entry),
                    row.sync().status().text(),
                    Objects.requireNonNullElse(mark(row), ""));
        }
        table.print(out);
    }

    private void slip(PrintStream out, EntryRow row, List<TicketNo> joined) {
        Entry entry = row.entry();
        Description noted = entry.description();
        Stay stay = entry.stay();
        line(out, "ticket", tickets(entry, joined) + "  (no. " + entry.ticket().serialNumber() + " of the day)");
        line(out, "vehicle", entry.plate().typed() + "  " + noted.vehicleType().name());
        line(out, "transport", noted.transportName());
        line(out, "driver", noted.driverName());
        line(out, "contact", noted.driverContact());
        line(out, "location", noted.location());
        line(out, "notes", noted.notes());
        line(out, "in", clocks.show(entry.entryTime()) + "  " + clocks.zone());
        line(out, "out", stay.exitTime() == null ? null : clocks.show(stay.exitTime()));
        line(
                out,
                "status",
                row.isVoided()
                        ? "voided " + clocks.show(row.deletedAt())
                        : stay.status().text());
        if (!entry.isInside()) {
            line(out, "fee", fee(stay));
            line(out, "payment", paid(entry));
        }
        line(
                out,
                "written by",
                entry.authorship().createdBy() + ", "
                        + clocks.show(entry.authorship().createdAt()));
        line(out, "sync", sync(row.sync()));
        line(out, "mark", mark(row));
        line(out, "uuid", entry.id().toString());
    }

    private static String tickets(Entry entry, List<TicketNo> joined) {
        String own = entry.ticket().number().text();
        return joined.isEmpty()
                ? own
                : own + ", also " + joined.stream().map(TicketNo::text).collect(Collectors.joining(", "));
    }

    private static String fee(Stay stay) {
        Money computed = stay.computedFee();
        if (!stay.feeManuallySet()) {
            return stay.fee().toString();
        }
        return stay.fee() + "  set by hand" + (computed == null ? "" : " (computed " + computed + ")")
                + (stay.feeReason() == null ? "" : ": " + stay.feeReason());
    }

    private static String paid(Entry entry) {
        if (entry.isInside() && entry.payment().type() == null) {
            return "";
        }
        String type = entry.payment().type();
        return entry.payment().status().text() + (type == null ? "" : " " + type);
    }

    private String sync(SyncState sync) {
        return sync.remoteVersion() == 0
                ? sync.status().text()
                : sync.status().text() + "  (version " + sync.remoteVersion() + " of the cloud, "
                        + clocks.show(sync.lastSyncAt()) + ")";
    }

    private static void line(PrintStream out, String label, @Nullable String value) {
        if (value != null) {
            out.println(label + " ".repeat(LABEL_WIDTH - label.length()) + value);
        }
    }
}
