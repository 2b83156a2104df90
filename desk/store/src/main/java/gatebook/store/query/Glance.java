package gatebook.store.query;

import gatebook.rules.yard.Yard;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.record.EntryRow;
import gatebook.store.sqlite.FileConnection;
import gatebook.store.sqlite.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A look at a register that is not opened, as after starts that came to nothing: who is inside, and by what rules. The file
 * is read, and neither it nor anything beside it is altered.
 *
 * @param inside who came first stands first
 */
public record Glance(Yard yard, List<EntryRow> inside) {
    /** A yard holds fewer; what is beyond it is damage. */
    private static final int SHOWN_MAX = 5_000;

    /** Later than any arrival that the schema takes. */
    private static final Instant EVER = Instant.parse("2200-01-01T00:00:00Z");

    public Glance {
        inside = List.copyOf(inside);
    }

    /**
     * Looks at one moment of a register's file.
     *
     * @throws gatebook.store.sqlite.StoreFault if it cannot be read, or is no register of a known shape
     */
    public static Glance at(Path register) {
        try (FileConnection file = FileConnection.readOnly(register)) {
            return file.inOneMoment(() -> {
                Session session = file.session();
                DeskProfile desk = DeskProfile.read(session);
                return new Glance(desk.yard(), LongestInside.read(session, desk.currency(), EVER, SHOWN_MAX));
            });
        }
    }
}
