package gatebook.files.exporting;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A page of A4, lying, that is written on from top to bottom; lengths are points. */
final class PdfPage {
    static final PDRectangle LYING =
            new PDRectangle(/* width= */ PDRectangle.A4.getHeight(), /* height= */ PDRectangle.A4.getWidth());
    static final float MARGIN = 30;

    private static final float GREY = 0.9f;
    private static final int PER_MILLE = 1000;
    private static final char UNKNOWN = '\u25CC';

    private final PDPageContentStream ink;
    private final PDType0Font font;
    private float y = LYING.getHeight() - MARGIN;

    /** Where a text begins, from the lower left corner. */
    private record Place(float x, float y) {}

    PdfPage(PDDocument document, PDType0Font font) throws IOException {
        PDPage page = new PDPage(LYING);
        document.addPage(page);
        this.ink = new PDPageContentStream(document, page);
        this.font = font;
    }

    /** Adds to a page that was written before. */
    static void footer(PDDocument document, int page, PDType0Font font, String text) throws IOException {
        try (PDPageContentStream ink = new PDPageContentStream(
                document, document.getPage(page), PDPageContentStream.AppendMode.APPEND, true, true)) {
            text(ink, font, 8, new Place(LYING.getWidth() - MARGIN - width(font, text, 8), MARGIN / 2), text);
        }
    }

    /** How far down the writing has come, from the bottom. */
    float left() {
        return y;
    }

    void line(String text, float size) throws IOException {
        y -= size * 1.5f;
        text(ink, font, size, new Place(MARGIN, y), text);
    }

    void row(String[] cells, float[] widths, float size, boolean shaded) throws IOException {
        float height = size * 1.6f;
        y -= height;
        if (shaded) {
            ink.setNonStrokingColor(new Color(GREY, GREY, GREY));
            ink.addRect(MARGIN, y - size * 0.4f, LYING.getWidth() - 2 * MARGIN, height);
            ink.fill();
            ink.setNonStrokingColor(Color.BLACK);
        }
        float x = MARGIN;
        for (int at = 0; at < cells.length; at++) {
            text(ink, font, size, new Place(x, y), fitting(cells[at], widths[at] - size / 2, size));
            x += widths[at];
        }
    }

    void end() throws IOException {
        ink.close();
    }

    private String fitting(String text, float width, float size) throws IOException {
        String shown = drawable(font, text);
        if (width(font, shown, size) <= width) {
            return shown;
        }
        int end = shown.length();
        while (end > 0 && width(font, shown.substring(0, end) + "…", size) > width) {
            end = shown.offsetByCodePoints(end, -1);
        }
        return shown.substring(0, end) + "…";
    }

    private static void text(PDPageContentStream ink, PDType0Font font, float size, Place at, String text)
            throws IOException {
        ink.beginText();
        ink.setFont(font, size);
        ink.newLineAtOffset(at.x(), at.y());
        ink.showText(drawable(font, text));
        ink.endText();
    }

    private static float width(PDType0Font font, String text, float size) throws IOException {
        return font.getStringWidth(drawable(font, text)) / PER_MILLE * size;
    }

    /** What the font has no letter for, and what is no letter, stands as a dotted circle: visible, and not guessed. */
    static String drawable(PDType0Font font, String text) {
        StringBuilder drawn = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int shown = Character.isWhitespace(point) ? ' ' : point;
            drawn.appendCodePoint(knows(font, shown) ? shown : UNKNOWN);
        });
        return drawn.toString();
    }

    private static boolean knows(PDType0Font font, int point) {
        try {
            return font.codeToGID(point) >= 0 && font.encode(Character.toString(point)).length > 0;
        } catch (IOException | IllegalArgumentException noSuchLetter) {
            return false;
        }
    }
}
