package gatebook.store.migration;

import gatebook.store.sqlite.FileConnection;
import java.util.List;

/**
 * Brings a file to this program's shape: the numbered steps after its {@code PRAGMA user_version}, each in one
 * transaction together with the new number, so that a file is at one version or the next and never between. Forward only;
 * two processes may do it at once.
 */
public final class Migrator {
    /** Marks the file as Gatebook's in its header: the letters GBK1. */
    public static final int APPLICATION_ID = 0x47424B31;

    private final List<Migration> steps;

    /** The migrator of this program's steps. */
    public Migrator() {
        this(Migration.all());
    }

    Migrator(List<Migration> steps) {
        for (int at = 0; at < steps.size(); at++) {
            if (steps.get(at).to().number() != at + 1) {
                throw new IllegalArgumentException(
                        "migrations are numbered without gaps: " + steps.get(at).name());
            }
        }
        this.steps = List.copyOf(steps);
    }

    /** The version that this program reads and writes. */
    public SchemaVersion known() {
        return new SchemaVersion(steps.size());
    }

    /** What {@link #migrate} would come to; nothing is written. */
    public Migrated plan(FileConnection file) {
        return file.inOneMoment(() -> planned(file));
    }

    /** Mark, number and tables of one moment: between two of them another process may have made the register. */
    private Migrated planned(FileConnection file) {
        int owner = (int) file.number("PRAGMA application_id");
        long number = file.number("PRAGMA user_version");
        if (owner != APPLICATION_ID && (owner != 0 || number != 0 || hasTables(file)) || number < 0) {
            return new Migrated.Foreign();
        }
        SchemaVersion found = new SchemaVersion((int) number);
        if (found.isAfter(known())) {
            return new Migrated.TooNew(found, known());
        }
        return found.equals(known()) ? new Migrated.Current(found) : new Migrated.Moved(found, known());
    }

    /**
     * Takes the steps that the file lacks.
     *
     * @throws gatebook.store.sqlite.StoreFault if one fails; the file is then at the version before it
     */
    public Migrated migrate(FileConnection file) {
        Migrated plan = plan(file);
        if (plan instanceof Migrated.Moved moved) {
            for (Migration step : steps.subList(moved.from().number(), steps.size())) {
                take(file, step);
            }
        }
        return plan;
    }

    private static void take(FileConnection file, Migration step) {
        file.inTransaction(() -> {
            // Another process may have taken the step while this one waited for the file.
            if (file.number("PRAGMA user_version") < step.to().number()) {
                file.run("PRAGMA application_id = " + APPLICATION_ID);
                file.run(step.script());
                file.run("PRAGMA user_version = " + step.to());
            }
        });
    }

    private static boolean hasTables(FileConnection file) {
        return file.number("SELECT count(*) FROM sqlite_schema") > 0;
    }
}
