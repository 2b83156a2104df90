package gatebook.faults.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** All decoders of the program. */
final class Decoders {
    static final List<Decoder> ALL = Stream.of(
                    WireDecoders.ALL, TextDecoders.ALL, List.of(OldFileDecoder.DECODER, SpreadsheetCells.DECODER))
            .flatMap(List::stream)
            .toList();

    private Decoders() {}

    static Decoder named(String name) {
        return ALL.stream()
                .filter(decoder -> decoder.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no decoder " + name + "; there are " + ALL));
    }
}
