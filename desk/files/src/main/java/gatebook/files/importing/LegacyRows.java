package gatebook.files.importing;

import gatebook.files.importing.Issue.Kind;
import gatebook.files.salvage.Encoding;
import gatebook.files.salvage.ObjectScanner;
import gatebook.files.salvage.Piece;
import gatebook.files.salvage.Position;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Stay;
import gatebook.store.operation.ImportedRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an old file one after the other, in the order of the file. Holds one row and some 80 bytes for each row
 * before it, which tell a repeated one. Totals and issues grow as rows are taken. Not thread-safe.
 */
public final class LegacyRows implements Iterator<ImportedRow>, AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(1);

    private final ObjectScanner scanner;
    private final Site site;
    private final Tally tally;
    private final DigestCounts contents = new DigestCounts();
    private final DigestCounts visits = new DigestCounts();
    private @Nullable ImportedRow next;
    private boolean ended;

    LegacyRows(Path file, Site site) throws IOException {
        this.site = site;
        tally = new Tally(site.currency());
        Encoding encoding = Encoding.of(file);
        scanner = new ObjectScanner(file, encoding, LegacyField::isTelling);
        switch (encoding.certainty()) {
            case SURE -> {}
            case ASSUMED -> tally.issue(new Issue(Kind.ENCODING_ASSUMED, Position.START, "read as windows-1252"));
            case DAMAGED ->
                tally.issue(
                        new Issue(Kind.ENCODING_DAMAGED, Position.START, "some bytes are no UTF-8; shown as \uFFFD"));
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            Optional<Piece> piece = scanner.next();
            if (piece.isEmpty()) {
                ended = true;
                if (tally.isEmpty()) {
                    tally.issue(
                            new Issue(
                                    Kind.EMPTY_FILE,
                                    Position.START,
                                    "no entries in it; the old program saved an empty list over a file it could not read, so look into its backups"));
                }
            } else {
                next = row(piece.get()).orElse(null);
            }
        }
        return next != null;
    }

    @Override
    public ImportedRow next() {
        ImportedRow row = hasNext() ? next : null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return row;
    }

    /** The sums of the rows taken so far; of the file, once there is no next row. */
    public Totals totals() {
        return tally.totals();
    }

    /** The first {@value Reading#ISSUES_KEPT_MAX} issues so far. */
    public List<Issue> issues() {
        return tally.issues();
    }

    private Optional<ImportedRow> row(Piece piece) {
        return switch (piece) {
            case Piece.Damage damage -> {
                tally.issue(issue(damage));
                yield Optional.empty();
            }
            case Piece.Whole(Position at, String text) -> row(at, text);
        };
    }

    private static Issue issue(Piece.Damage damage) {
        String snippet = ObjectFields.shown(damage.snippet());
        return switch (damage.kind()) {
            case BROKEN -> new Issue(Kind.BROKEN, damage.at(), "not readable: " + snippet);
            case CUT_OFF -> new Issue(Kind.CUT_OFF, damage.at(), "the file ends in the middle of " + snippet);
            case NOT_CLOSED -> new Issue(Kind.LIST_NOT_CLOSED, damage.at(), "the end is missing; so may be entries");
            case NOT_AN_OBJECT -> new Issue(Kind.NOT_AN_ENTRY, damage.at(), "passed over " + snippet);
        };
    }

    private Optional<ImportedRow> row(Position at, String text) {
        Optional<LegacyObject> parsed = LegacyObject.parse(text);
        if (parsed.isEmpty()) {
            tally.issue(new Issue(Kind.BROKEN, at, "not readable: " + ObjectFields.shown(text)));
            return Optional.empty();
        }
        LegacyObject object = parsed.get();
        if (object.isEmptyWrapper()) {
            return Optional.empty();
        }
        if (object.isNoEntry()) {
            tally.issue(new Issue(Kind.NOT_AN_ENTRY, at, "passed over " + ObjectFields.shown(text)));
            return Optional.empty();
        }
        Finding finding = new EntryReading(object, at, site).read();
        if (!(finding instanceof Finding.Kept kept)) {
            tally.add(finding);
            return Optional.empty();
        }
        Digest content = object.digest();
        int occurrence = contents.add(content);
        Finding.Kept placed = place(kept, at, occurrence);
        tally.add(placed);
        return Optional.of(new ImportedRow(content.hex(), occurrence, text, placed.entry()));
    }

    /** Finds the visit an entry time of its own: a vehicle's visits of a register differ in it. */
    private Finding.Kept place(Finding.Kept kept, Position at, int occurrence) {
        Entry entry = kept.entry();
        while (visits.add(visit(entry)) > 1) {
            entry = later(entry);
        }
        if (entry.equals(kept.entry())) {
            return kept;
        }
        List<Issue> issues = new ArrayList<>(kept.issues());
        issues.add(new Issue(
                occurrence > 1 ? Kind.IDENTICAL : Kind.SAME_VISIT,
                at,
                entry.plate() + " at " + kept.entry().entryTime() + " stands there before; put at "
                        + entry.entryTime()));
        return new Finding.Kept(entry, issues, kept.feeSetAside());
    }

    private static Digest visit(Entry entry) {
        return Digest.of(entry.entryTime() + " " + entry.plate().typed());
    }

    private static Entry later(Entry entry) {
        Instant time = entry.entryTime().plus(STEP);
        Stay stay = entry.stay();
        Instant exit = stay.exitTime();
        if (exit == null || !exit.isBefore(time)) {
            return entry.withEntryTime(time);
        }
        return entry.withEntryTime(time)
                .with(new Stay(
                        stay.status(), time, stay.fee(), stay.computedFee(), stay.feeManuallySet(), stay.feeReason()));
    }

    @Override
    public void close() {
        scanner.close();
    }
}
