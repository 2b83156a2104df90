package gatebook.sim.cloud;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.TicketNo;
import gatebook.rules.merge.DuplicateVehicle;
import gatebook.wire.compare.LostState;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.push.OpId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The register of the modelled site: maps in memory, and the few ways in which they change. */
final class ModelSite {
    private final HistoryId history;
    private final NavigableMap<EntryId, Kept> records = new TreeMap<>();
    private final NavigableMap<Long, EntryId> order = new TreeMap<>();
    private final Map<String, NavigableMap<EntryId, Entry>> livePlates = new HashMap<>();
    private final Map<EntryId, NavigableMap<EntryId, TicketNo>> joined = new HashMap<>();
    private final Map<EntryId, NavigableMap<String, Long>> lost = new HashMap<>();
    private final Map<OpId, Kept> outcomes = new HashMap<>();
    private final List<Deed> deeds = new ArrayList<>();
    private final List<String> sums = new ArrayList<>(List.of(Mark.NOTHING));
    private long lastRemoteId;

    ModelSite(HistoryId history) {
        this.history = history;
    }

    /** The same records and deeds, in a history of this name. */
    ModelSite copy(HistoryId name) {
        ModelSite copy = new ModelSite(name);
        copy.records.putAll(records);
        copy.order.putAll(order);
        livePlates.forEach((plate, ids) -> copy.livePlates.put(plate, new TreeMap<>(ids)));
        joined.forEach((id, tickets) -> copy.joined.put(id, new TreeMap<>(tickets)));
        lost.forEach((id, states) -> copy.lost.put(id, new TreeMap<>(states)));
        copy.outcomes.putAll(outcomes);
        copy.deeds.addAll(deeds);
        copy.sums.clear();
        copy.sums.addAll(sums);
        copy.lastRemoteId = lastRemoteId;
        return copy;
    }

    HistoryId history() {
        return history;
    }

    /** All that ever took effect; the list grows as more does. */
    List<Deed> deeds() {
        return Collections.unmodifiableList(deeds);
    }

    long lastSeq() {
        return deeds.size();
    }

    /** The mark of a place that the order has. */
    Mark mark(long seq) {
        return new Mark(history, seq, sums.get((int) seq));
    }

    Mark end() {
        return mark(lastSeq());
    }

    /** Whether a mark was taken in this very history. */
    boolean holds(Mark mark) {
        return mark.seq() <= lastSeq() && mark.equals(mark(mark.seq()));
    }

    Optional<Kept> record(EntryId id) {
        return Optional.ofNullable(records.get(id));
    }

    /** All records, tombstones too, in the order of ids. */
    Collection<Kept> records() {
        return records.values();
    }

    Collection<Kept> recordsAfter(EntryId id) {
        return records.tailMap(id, false).values();
    }

    SortedMap<EntryId, Kept> recordsBetween(EntryId from, EntryId to) {
        return from.compareTo(to) <= 0 ? records.subMap(from, to) : new TreeMap<>();
    }

    /** The first records with a place behind this one, in the order of their places. */
    List<Kept> changesAfter(long seq, int most) {
        return order.tailMap(seq, false).values().stream()
                .limit(most)
                .map(id -> record(id).orElseThrow())
                .toList();
    }

    /** What the operation made of its record when it took effect. */
    Optional<Kept> outcome(OpId op) {
        return Optional.ofNullable(outcomes.get(op));
    }

    /** The tickets that lead to a record, in the order of the records that were joined into it. */
    List<TicketNo> joined(EntryId id) {
        return List.copyOf(joined.getOrDefault(id, new TreeMap<>()).values());
    }

    /** The states that a record is said to have gone through in lost histories, the highest version first. */
    List<LostState> lost(EntryId id) {
        return lost.getOrDefault(id, new TreeMap<>()).entrySet().stream()
                .map(state -> new LostState(state.getValue(), state.getKey()))
                .sorted(Comparator.comparingLong(LostState::version).reversed().thenComparing(LostState::hash))
                .toList();
    }

    /** What an entry is, or would be, to the site's other live records. */
    DuplicateVehicle meets(Entry entry) {
        Map<EntryId, Entry> samePlate = livePlates.getOrDefault(entry.plate().key(), new TreeMap<>());
        return DuplicateVehicle.judge(entry, List.copyOf(samePlate.values()));
    }

    long nextRemoteId() {
        return ++lastRemoteId;
    }

    /** Puts a record into the next place of the order, which is the one it names. */
    void put(Kept record, Deed deed) {
        EntryId id = record.id();
        Kept before = records.put(id, record);
        if (before != null) {
            order.remove(before.seq());
            plateOf(before).remove(id);
        }
        order.put(record.seq(), id);
        if (record.isLive()) {
            plateOf(record).put(id, record.entry());
        }
        deeds.add(deed);
        sums.add(Mark.sum(sums.getLast(), deed));
    }

    /** Remembers for good what an operation came to. */
    void settle(OpId op, Kept record) {
        outcomes.put(op, record);
    }

    /** Lets the ticket of a second record lead to a first one; false if it does already. */
    boolean join(EntryId first, EntryId second, TicketNo ticket) {
        return joined.computeIfAbsent(first, id -> new TreeMap<>()).putIfAbsent(second, ticket) == null;
    }

    /** Remembers a state of a lost history under the highest version that anybody knew. */
    void remember(EntryId id, LostState state) {
        lost.computeIfAbsent(id, record -> new TreeMap<>()).merge(state.hash(), state.version(), Math::max);
    }

    /** The live records of a record's plate. */
    private Map<EntryId, Entry> plateOf(Kept record) {
        return livePlates.computeIfAbsent(record.entry().plate().key(), plate -> new TreeMap<>());
    }
}
