package gatebook.checks.source;

/** A broken rule, told so that the reader can mend it without opening the check. */
public record Finding(String rule, String path, Spot spot, String remedy) {

    @Override
    public String toString() {
        return "%s:%d: %s: %s -> %s".formatted(path, spot.line(), rule, spot.what(), remedy);
    }
}
