package gatebook.store.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When a regular backup is due and which ones have had their time: all of the last day stay, the last one of each day for
 * 14 days, the last one of each week for 8 weeks. Days and weeks are counted in UTC. Pure.
 */
final class Retention {
    static final Duration EVERY = Duration.ofHours(1);
    static final Duration ALL_KEPT = Duration.ofHours(24);
    static final Duration DAILY_KEPT = Duration.ofDays(14);
    static final Duration WEEKLY_KEPT = Duration.ofDays(56);

    /** These many newest ones stay whatever their age, so that a clock gone wrong takes no more than the rest. */
    static final int NEWEST_KEPT = 12;

    private static final long SECONDS_A_DAY = 86_400;
    private static final long SECONDS_A_WEEK = 7 * SECONDS_A_DAY;

    /** The epoch was a Thursday; weeks begin on Monday. */
    private static final long MONDAY_SHIFT = 3 * SECONDS_A_DAY;

    private Retention() {}

    /** Whether the last hour has seen no regular backup; ones dated after {@code now} by a wrong clock do not count. */
    public static boolean isDue(List<Backup> backups, Instant now) {
        return regular(backups).stream()
                .noneMatch(backup -> !backup.at().isAfter(now)
                        && Duration.between(backup.at(), now).compareTo(EVERY) < 0);
    }

    /** Which of the backups have had their time, oldest first; copies from before a migration never have. */
    public static List<Backup> surplus(List<Backup> backups, Instant now) {
        List<Backup> newestFirst = regular(backups);
        List<Backup> surplus = new ArrayList<>();
        Set<Long> days = new HashSet<>();
        Set<Long> weeks = new HashSet<>();
        for (int place = 0; place < newestFirst.size(); place++) {
            Backup backup = newestFirst.get(place);
            Duration age = Duration.between(backup.at(), now);
            long second = backup.at().getEpochSecond();
            boolean lastOfDay = days.add(Math.floorDiv(second, SECONDS_A_DAY));
            boolean lastOfWeek = weeks.add(Math.floorDiv(second + MONDAY_SHIFT, SECONDS_A_WEEK));
            boolean stays = place < NEWEST_KEPT
                    || age.compareTo(ALL_KEPT) <= 0
                    || lastOfDay && age.compareTo(DAILY_KEPT) <= 0
                    || lastOfWeek && age.compareTo(WEEKLY_KEPT) <= 0;
            if (!stays) {
                surplus.addFirst(backup);
            }
        }
        return List.copyOf(surplus);
    }

    private static List<Backup> regular(List<Backup> backups) {
        return backups.stream()
                .filter(backup -> backup.occasion() == Backup.Occasion.REGULAR)
                .sorted(Comparator.comparing(Backup::at).reversed())
                .toList();
    }
}
