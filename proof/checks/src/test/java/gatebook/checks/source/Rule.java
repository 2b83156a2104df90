package gatebook.checks.source;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule that one file at a time keeps or breaks.
 *
 * @param id its short name, used in messages and in {@link Exemptions}
 * @param remedy what to do where it is broken
 */
public record Rule(String id, String remedy, Function<SourceFile, Stream<Spot>> search) {

    public List<Finding> in(SourceFile file) {
        return search.apply(file)
                .map(spot -> new Finding(id, file.path(), spot, remedy))
                .toList();
    }

    /** Fails with every finding that no exemption covers. */
    public void holdsIn(Stream<SourceFile> files) {
        Exemptions.hold(id, files.flatMap(file -> in(file).stream()));
    }
}
