package gatebook.files.exporting;

import java.io.InputStream;
import java.util.Objects;

/** The letters that the program brings along: Noto Sans Devanagari, which has the Latin ones as well. */
public final class Letters {
    private static final String FONT = "NotoSansDevanagari-Regular.ttf";

    private Letters() {}

    /** The font's file; the caller closes it. */
    public static InputStream open() {
        return Objects.requireNonNull(Letters.class.getResourceAsStream(FONT), FONT);
    }
}
