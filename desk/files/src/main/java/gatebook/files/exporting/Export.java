package gatebook.files.exporting;

import gatebook.rules.entry.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes entries to a file, in the format that its ending names. Memory stays flat at any number of entries; what the
 * file shows is one moment of the register, if the source reads in one transaction.
 */
public final class Export {
    private final ZoneId zone;

    /**
     * @param zone of the site, in which times are shown
     */
    public Export(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Writes a new file; one of that name is replaced once the new one is whole.
     *
     * @throws UncheckedIOException if the disk refuses; the file is then as it was
     */
    public ExportOutcome write(Path file, EntrySource entries) {
        return write(file, Heading.PLAIN, entries);
    }

    /**
     * As the other, for a list that says of itself what it is.
     *
     * @throws UncheckedIOException if the disk refuses; the file is then as it was
     */
    public ExportOutcome write(Path file, Heading heading, EntrySource entries) {
        Optional<ExportFormat> format = ExportFormat.ofEnding(file);
        if (format.isEmpty()) {
            return new ExportOutcome.UnknownEnding(file);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            return new ExportOutcome.NoPlace(file);
        }
        AtomicLong count = new AtomicLong();
        try {
            Replacement.of(file, out -> {
                try (EntryWriter writer = writer(format.get(), heading, out)) {
                    entries.each(entry -> {
                        write(writer, entry);
                        count.incrementAndGet();
                    });
                    writer.finish();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ExportOutcome.Written(file, format.get(), count.get());
    }

    private static void write(EntryWriter writer, Entry entry) {
        try {
            writer.write(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EntryWriter writer(ExportFormat format, Heading heading, OutputStream out) throws IOException {
        return switch (format) {
            case CSV -> new CsvWriter(out, zone);
            case XLSX -> new XlsxWriter(out, zone);
            case PDF -> new PdfWriter(out, zone, heading);
            case JSON -> new LegacyJsonWriter(out, zone);
        };
    }
}
