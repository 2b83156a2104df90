package gatebook.store.query;

import gatebook.store.metadata.DeskProfile;
import gatebook.store.record.EntryRow;
import gatebook.store.sqlite.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the gate asks while it works: of the day, of a vehicle that stands there. Each call sees one moment. Thread-safe. */
public final class YardQueries {
    private final Database database;

    public YardQueries(Database database) {
        this.database = database;
    }

    /** The last movements through the gate, newest first. */
    public List<Movement> movements(int limit) {
        return database.read(
                session -> Movement.newest(session, DeskProfile.read(session).currency(), limit));
    }

    /** Who came and left in each hour of a day. */
    public DayHours hours(LocalDate day) {
        return database.read(
                session -> DayHours.read(session, day, DeskProfile.read(session).zone()));
    }

    /** The income of these many days up to the last one, oldest first. */
    public List<DayIncome> income(LocalDate last, int days) {
        return database.read(
                session -> DayIncome.read(session, DeskProfile.read(session).yard(), last, days));
    }

    /** Those inside that came in before a moment, who came first. */
    public List<EntryRow> longestInside(Instant before, int limit) {
        return database.read(
                session -> LongestInside.read(session, DeskProfile.read(session).currency(), before, limit));
    }

    /** What is known of a vehicle by its number, in any spelling. */
    public KnownVehicle known(String vehicleNumber) {
        return database.read(
                session -> KnownVehicle.read(session, DeskProfile.read(session).currency(), vehicleNumber));
    }

    /** The transport names of the last visits, those first that came most often. */
    public List<String> transportNames(int limit) {
        return database.read(session -> TransportNames.read(session, limit));
    }
}
