package gatebook.sim.law;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.store.query.AuditRow;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.EntryFilter;
import gatebook.store.query.EntryQueries;
import gatebook.store.query.QueueItem;
import gatebook.store.query.SyncCounts;
import gatebook.store.record.EntryRow;
import gatebook.wire.feed.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whether all have come to rest, and hold the same (L1, L2). */
public final class Rest {
    private static final int LIST_MAX = 10_000;

    private Rest() {}

    /** What is lacking; empty once nothing waits and every desk holds what the cloud holds. */
    public static Optional<String> lacking(Site site) {
        return lacking(site, site.desks());
    }

    /** As the other, for some of the desks. */
    public static Optional<String> lacking(Site site, List<SimDesk> desks) {
        List<Change> held = site.held();
        return desks.stream()
                .map(desk -> lacking(desk, held))
                .flatMap(Optional::stream)
                .findFirst()
                .map(lacking -> lacking.contains("where the cloud holds") ? lacking + deeds(site) : lacking);
    }

    private static Optional<String> lacking(SimDesk desk, List<Change> held) {
        String who = "desk " + desk.number() + " ";
        if (!desk.isRunning()) {
            return Optional.of(who + "is off");
        }
        SyncCounts counts = desk.queries().counts();
        if (counts.pending() + counts.failed() + counts.conflicts() > 0) {
            return Optional.of(who + "has " + counts + " " + desk.cause() + open(desk));
        }
        Map<String, String> here = new TreeMap<>();
        for (EntryRow row : new EntryQueries(desk.database()).list(EntryFilter.ANY.withLimit(LIST_MAX))) {
            here.put(row.entry().id().toString(), row.sync().remoteVersion() + " " + row.entry());
        }
        Map<String, String> there = new TreeMap<>();
        for (Change change : held) {
            Entry entry = change.entry();
            if (change.life() == Change.Life.LIVE && entry != null) {
                there.put(change.record().toString(), change.version() + " " + entry);
            }
        }
        for (Map.Entry<String, String> one : there.entrySet()) {
            String mine = here.remove(one.getKey());
            if (!one.getValue().equals(mine)) {
                return Optional.of(who + "holds " + mine + " where the cloud holds " + one.getValue()
                        + past(desk, new EntryId(UUID.fromString(one.getKey()))));
            }
        }
        return here.isEmpty() ? Optional.empty() : Optional.of(who + "holds alone " + here.values());
    }

    /** What a person was asked, and how the records that it is about came to be as they are. */
    private static String open(SimDesk desk) {
        StringBuilder told = new StringBuilder();
        for (ConflictItem item : desk.queries().conflicts(ConflictItem.Which.OPEN)) {
            told.append("\n  open ").append(item).append(past(desk, item.record()));
            EntryId other = item.other();
            if (other != null) {
                told.append("  and the other").append(past(desk, other));
            }
        }
        return told.toString();
    }

    /** How the cloud came by what it holds. */
    private static String deeds(Site site) {
        return site.cloud().deeds().stream().map(deed -> "  " + deed + "\n").collect(Collectors.joining());
    }

    /** How the desk came by what it holds. */
    private static String past(SimDesk desk, EntryId record) {
        StringBuilder told = new StringBuilder("\n");
        for (QueueItem item : desk.queries().queue(null)) {
            if (item.record().equals(record)) {
                told.append("  queued ").append(item).append('\n');
            }
        }
        for (AuditRow row : new EntryQueries(desk.database()).history(record)) {
            told.append("  ").append(row).append('\n');
        }
        return told.toString();
    }
}
