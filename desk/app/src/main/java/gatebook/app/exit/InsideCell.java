package gatebook.app.exit;

import gatebook.app.words.Times;
import gatebook.store.record.EntryRow;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** One of those inside: the vehicle, its ticket, whose it is, and how long it has been here. */
final class InsideCell extends ListCell<EntryRow> {
    private final Times times;

    InsideCell(Times times) {
        this.times = times;
    }

    @Override
    protected void updateItem(@Nullable EntryRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(
                row == null || empty
                        ? null
                        : times.words()
                                .say(
                                        "exit.inside",
                                        row.entry().plate().typed(),
                                        row.entry().ticket().number().text(),
                                        row.entry().description().transportName(),
                                        times.since(row.entry().entryTime())));
    }
}
