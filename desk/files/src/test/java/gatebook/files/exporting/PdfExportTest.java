package gatebook.files.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Field;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list for paper says what it is, and what it adds up to. */
final class PdfExportTest {
    private static final Heading HEADING = new Heading(
            "Vehicles",
            List.of("Status: Exited"),
            Map.of(Field.VEHICLE_NUMBER, "वाहन संख्या"),
            new Heading.Totals("Entries", "Fees", "Paid", "Page"));

    @TempDir
    Path folder;

    private String[] pages(int parked, int exited) throws IOException {
        Path file = folder.resolve("a.pdf");
        new Export(ZoneId.of("Asia/Kolkata")).write(file, HEADING, taker -> {
            for (int at = 1; at <= parked; at++) {
                taker.accept(Entries.parked(at));
            }
            for (int at = 1; at <= exited; at++) {
                taker.accept(Entries.exited(parked + at));
            }
        });
        try (PDDocument read = Loader.loadPDF(file.toFile())) {
            String[] pages = new String[read.getNumberOfPages()];
            for (int at = 0; at < pages.length; at++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(at + 1);
                text.setEndPage(at + 1);
                pages[at] = text.getText(read);
            }
            return pages;
        }
    }

    @Test
    void titleFiltersAndColumnsStandAboveTheEntries() throws IOException {
        assertThat(pages(1, 0)[0]).contains("Vehicles", "Status: Exited", "ticket_no", "A-00001", "0012");
    }

    @Test
    void theSumsStandAtTheEndAndPassWhatOneAmountMayBe() throws IOException {
        assertThat(String.join(" ", pages(2, 100)))
                .contains("Entries: 102", "Fees: 123456750.00 INR", "Paid: 123456750");
    }

    @Test
    void everyPageHasItsNumberAndTheColumns() throws IOException {
        String[] pages = pages(100, 0);
        assertThat(pages).hasSizeGreaterThan(1);
        for (int at = 0; at < pages.length; at++) {
            assertThat(pages[at])
                    .contains("Page " + (at + 1) + " / " + pages.length)
                    .contains("ticket_no");
        }
    }

    @Test
    void whatTheFontLacksIsShownAsMissing() throws IOException {
        assertThat(pages(0, 1)[0]).contains("\u25CC").doesNotContain("🚚");
    }
}
