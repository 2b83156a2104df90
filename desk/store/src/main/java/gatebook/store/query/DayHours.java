package gatebook.store.query;

import gatebook.store.sqlite.Session;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * How many came and left in each hour of a day, by the site's clocks; where a change of clocks repeats an hour, both count
 * as that hour.
 */
public record DayHours(LocalDate day, List<Hour> hours) {
    static final String ENTERED = """
            SELECT entry_time FROM parking_entries
            WHERE entry_time >= ? AND entry_time < ? AND deleted_at IS NULL""";

    static final String EXITED = """
            SELECT exit_time FROM parking_entries
            WHERE exit_time >= ? AND exit_time < ? AND status = 'Exited' AND deleted_at IS NULL""";

    private static final int HOURS = 24;

    public DayHours {
        hours = List.copyOf(hours);
    }

    /**
     * One hour.
     *
     * @param hour 0 to 23
     */
    public record Hour(int hour, long entered, long exited) {}

    static DayHours read(Session session, LocalDate day, ZoneId zone) {
        long[] entered = counts(session, ENTERED, day, zone);
        long[] exited = counts(session, EXITED, day, zone);
        List<Hour> hours = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            hours.add(new Hour(hour, entered[hour], exited[hour]));
        }
        return new DayHours(day, hours);
    }

    private static long[] counts(Session session, String sql, LocalDate day, ZoneId zone) {
        long[] counts = new long[HOURS];
        session.each(
                sql,
                row -> counts[Session.time(row.getString(1)).atZone(zone).getHour()]++,
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        return counts;
    }
}
