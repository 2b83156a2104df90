package gatebook.store.migration;

/**
 * The number of a shape of the file, as its {@code PRAGMA user_version} holds it; {@link #NONE} for a file without
 * tables.
 */
public record SchemaVersion(int number) implements Comparable<SchemaVersion> {
    public static final SchemaVersion NONE = new SchemaVersion(0);

    public SchemaVersion {
        if (number < 0) {
            throw new IllegalArgumentException("no version of the file: " + number);
        }
    }

    public boolean isAfter(SchemaVersion other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(SchemaVersion other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
