package gatebook.store.counters;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.DeskCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountersTest {
    private static final DeskCode A = new DeskCode("A");
    private static final DeskCode B = new DeskCode("B");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void noFile() {
        file = folder.resolve("counters");
    }

    @Test
    void remembersHowFarTheDeskHadCome() {
        HighMarks reached = HighMarks.NONE.withTicket(A, 42).withAuditRow(99).withDeviceSeq(7);
        assertThat(new Counters(file).raise(reached)).isTrue();
        assertThat(new Counters(file).read()).contains(reached);
    }

    @Test
    void aLowerNumberTakesNothingBack() {
        Counters counters = new Counters(file);
        counters.raise(HighMarks.NONE.withTicket(A, 42).withAuditRow(99));
        counters.raise(HighMarks.NONE.withTicket(A, 41).withAuditRow(100));
        assertThat(counters.read()).contains(HighMarks.NONE.withTicket(A, 42).withAuditRow(100));
    }

    @Test
    void keepsTheNumbersOfEachCodeThatTheDeskHad() {
        new Counters(file).raise(HighMarks.NONE.withTicket(A, 42));
        new Counters(file).raise(HighMarks.NONE.withTicket(B, 3));
        HighMarks marks = new Counters(file).read().orElseThrow();
        assertThat(marks.ticket(A)).isEqualTo(42);
        assertThat(marks.ticket(B)).isEqualTo(3);
        assertThat(marks.under(B)).isEqualTo(HighMarks.NONE.withTicket(B, 3));
    }

    @Test
    void isBegunAnewWhenSomebodyRemovedIt() throws IOException {
        Counters counters = new Counters(file);
        HighMarks reached = HighMarks.NONE.withTicket(A, 42);
        counters.raise(reached);
        Files.delete(file);
        counters.raise(reached);
        assertThat(counters.read()).contains(reached);
    }

    @Test
    void isBegunAnewWithinSomeCommitsWhenNewOnesKeepComing() throws IOException {
        try (Counters counters = new Counters(file)) {
            counters.raise(HighMarks.NONE.withAuditRow(1));
            Files.delete(file);
            for (int row = 2; row < 100; row++) {
                counters.raise(HighMarks.NONE.withAuditRow(row));
            }
            assertThat(counters.read()).contains(HighMarks.NONE.withAuditRow(99));
        }
    }

    @Test
    void goesOnAfterItWasClosed() {
        Counters counters = new Counters(file);
        counters.raise(HighMarks.NONE.withAuditRow(1));
        counters.close();
        counters.raise(HighMarks.NONE.withAuditRow(2));
        counters.close();
        assertThat(counters.read()).contains(HighMarks.NONE.withAuditRow(2));
    }

    @Test
    void aTornOrForeignFileSaysNothing() throws IOException {
        assertThat(new Counters(file).read()).isEmpty();
        new Counters(file).raise(HighMarks.NONE.withTicket(A, 42));
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < 60; at++) {
            byte[] torn = whole.clone();
            torn[at] ^= 1;
            Files.write(file, torn);
            assertThat(new Counters(file).read()).as("byte " + at).isEmpty();
        }
        Files.write(file, new byte[0]);
        assertThat(new Counters(file).read()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoFailureOfTheCommit() {
        assertThat(new Counters(folder.resolve("nowhere/counters")).raise(HighMarks.NONE.withTicket(A, 1)))
                .isFalse();
    }

    @Test
    void acceptsThatTheDeskWentBack() throws IOException {
        Counters counters = new Counters(file);
        counters.raise(HighMarks.NONE.withAuditRow(99));
        counters.accept(HighMarks.NONE.withAuditRow(50));
        counters.raise(HighMarks.NONE.withAuditRow(51));
        assertThat(counters.read()).contains(HighMarks.NONE.withAuditRow(51));
    }
}
