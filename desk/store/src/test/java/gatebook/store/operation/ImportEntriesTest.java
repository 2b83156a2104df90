package gatebook.store.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Ticket;
import gatebook.rules.entry.TicketNo;
import gatebook.store.Desk;
import gatebook.store.Visits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking over the entries of an older register. */
class ImportEntriesTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.in(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void eachRowTakesATicketAndKeepsItsSerialNumber() {
        desk.enter("FIRST");
        assertThat(bring(row("a", 1, 41, "8822"), row("b", 1, 42, "1234")))
                .isEqualTo(new ImportEntries.Imported(2, 0, 0));

        assertThat(desk.book().rows("SELECT ticket_no, serial_number, sync_status FROM parking_entries ORDER BY id"))
                .containsExactly("A-00001|1|pending", "A-00002|41|pending", "A-00003|42|pending");
        assertThat(desk.enter("LAST").ticket()).isEqualTo(new Ticket(new TicketNo("A-00004"), 2));
        assertThat(desk.book().rows("SELECT cause, operation FROM audit_log ORDER BY id"))
                .containsExactly("local|CREATE", "import|CREATE", "import|CREATE", "local|CREATE");
        assertThat(desk.book().number("SELECT count(*) FROM sync_queue")).isEqualTo(4);
    }

    @Test
    void importingAgainAddsNothing() {
        bring(row("a", 1, 1, "8822"));
        List<String> before = desk.book().everything();

        assertThat(bring(row("a", 1, 1, "8822"))).isEqualTo(new ImportEntries.Imported(0, 1, 0));
        assertThat(desk.book().everything()).isEqualTo(before);
    }

    @Test
    void aVisitToldTwiceIsOneEntry() {
        desk.enter("1234", Desk.MORNING);

        assertThat(bring(row("a", 1, 1, "8822"), row("a", 2, 1, "8822"), row("b", 1, 2, "1234")))
                .isEqualTo(new ImportEntries.Imported(1, 0, 2));
        assertThat(desk.book().number("SELECT count(*) FROM parking_entries")).isEqualTo(2);
    }

    @Test
    void aFileThatBreaksOffLeavesNothing() {
        List<String> before = desk.book().everything();
        Iterator<ImportedRow> breaking = new Iterator<>() {
            private int left = 3;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public ImportedRow next() {
                if (left-- == 0) {
                    throw new IllegalStateException("the file ends within a row");
                }
                return row("r" + left, 1, left, "PLATE" + left);
            }
        };
        ImportEntries importing = new ImportEntries(desk.database(), desk.clock(), desk.ids());

        assertThatThrownBy(() -> importing.importAll(breaking)).hasMessageContaining("ends within a row");
        assertThat(desk.book().everything()).isEqualTo(before);
        assertThat(desk.enter("NEXT").ticket().number().text()).isEqualTo("A-00001");
    }

    private ImportEntries.Imported bring(ImportedRow... rows) {
        return new ImportEntries(desk.database(), desk.clock(), desk.ids())
                .importAll(new ArrayList<>(List.of(rows)).iterator());
    }

    private static ImportedRow row(String hash, int occurrence, long serial, String plate) {
        Entry entry = Visits.parked(1, plate).withTicket(new Ticket(new TicketNo("-"), serial));
        return new ImportedRow(hash, occurrence, "{}", entry);
    }
}
