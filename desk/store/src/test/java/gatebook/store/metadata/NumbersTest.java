package gatebook.store.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.store.Desk;
import gatebook.store.operation.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ticket and serial numbers, as the desk gives them out. */
class NumbersTest {
    private static final int CLERKS = 8;
    private static final int ENTRIES_EACH = 15;

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
    void s20TicketsHaveNoGapAndNoDoubleThoughEntriesAreRefusedBetween() {
        List<String> tickets = new ArrayList<>();
        for (int at = 0; at < 20; at++) {
            desk.clock().advance(Duration.ofSeconds(1));
            Desk.refused(desk.arrive(" ", null));
            Desk.refused(desk.arrive("8822", Instant.EPOCH.minusMillis(1)));
            tickets.add(desk.enter("8822").ticket().number().text());
            Desk.refused(desk.arrive("8822", null));
        }

        assertThat(tickets).isEqualTo(ticketsFromOne(20));
    }

    @Test
    void s20EightClerksAtOnceGetNumbersWithoutGapOrDouble() throws Exception {
        try (ExecutorService clerks = Executors.newFixedThreadPool(CLERKS)) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int clerk = 0; clerk < CLERKS; clerk++) {
                String plate = "CLERK" + clerk;
                work.add(() -> {
                    for (int at = 0; at < ENTRIES_EACH; at++) {
                        Outcome outcome = desk.arrive(plate, Desk.MORNING.plusMillis(at));
                        assertThat(outcome).isInstanceOf(Outcome.Done.class);
                        Desk.refused(desk.arrive(plate, Desk.MORNING.plusMillis(at)));
                    }
                    return null;
                });
            }
            for (Future<Void> done : clerks.invokeAll(work)) {
                done.get();
            }
        }

        int all = CLERKS * ENTRIES_EACH;
        assertThat(desk.book().rows("SELECT ticket_no FROM parking_entries ORDER BY ticket_no"))
                .isEqualTo(ticketsFromOne(all));
        assertThat(desk.book().number("SELECT count(DISTINCT serial_number) FROM parking_entries"))
                .isEqualTo(all);
        assertThat(desk.book().number("SELECT max(serial_number) FROM parking_entries"))
                .isEqualTo(all);
    }

    @Test
    void theSerialNumberBeginsAnewWithTheSitesDay() {
        Instant beforeMidnight = Instant.parse("2026-01-15T18:29:59.999Z");
        assertThat(serialAt(beforeMidnight)).isEqualTo(1);
        assertThat(serialAt(beforeMidnight.plusMillis(1))).isEqualTo(1);
        assertThat(serialAt(beforeMidnight.plusMillis(2))).isEqualTo(2);
    }

    @Test
    void fC1AClockThatJumpsForthAndBackGivesNoSerialNumberTwice() {
        assertThat(serialAt(Desk.MORNING)).isEqualTo(1);
        assertThat(serialAt(Desk.MORNING.plusSeconds(1))).isEqualTo(2);
        assertThat(serialAt(Desk.MORNING.plus(Duration.ofDays(400)))).isEqualTo(1);
        assertThat(serialAt(Desk.MORNING.plusSeconds(2))).isEqualTo(3);
        assertThat(serialAt(Desk.MORNING.plus(Duration.ofDays(400)).plusSeconds(1)))
                .isEqualTo(2);
        assertThat(desk.book().rows("SELECT ticket_no FROM parking_entries ORDER BY id"))
                .isEqualTo(ticketsFromOne(5));
    }

    @Test
    void theNumbersOfAVoidedEntryAreNotGivenOutAgain() {
        Entry entry = desk.enter("8822");
        desk.voidEntry(entry.id(), "a mistake");
        desk.restart();

        assertThat(desk.enter("8822X").ticket().number().text()).isEqualTo("A-00002");
    }

    private long serialAt(Instant now) {
        desk.clock().set(now);
        return desk.enter("8822").ticket().serialNumber();
    }

    private static List<String> ticketsFromOne(int count) {
        return LongStream.rangeClosed(1, count).mapToObj("A-%05d"::formatted).toList();
    }
}
