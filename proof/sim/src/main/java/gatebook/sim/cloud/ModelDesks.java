package gatebook.sim.cloud;

import gatebook.rules.entry.DeskCode;
import gatebook.wire.audit.TrailHead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The desks of the modelled site, and the codes with which more may join. */
final class ModelDesks {
    private static final Duration CODE_LIFE = Duration.ofHours(24);
    private static final char LAST_LETTER = 'Z';

    private final Map<String, Instant> codes;
    private final Map<DeskKey, Member> members;

    /**
     * A desk that joined.
     *
     * @param lastNumber of its requests; below zero before the first
     * @param head the newest of its audit trail that is kept; null for none
     */
    record Member(
            UUID device,
            DeskCode code,
            long lastNumber,
            Access access,
            @Nullable TrailHead head) {}

    /** Whether a desk's key opens. */
    enum Access {
        OPEN,
        REVOKED
    }

    ModelDesks() {
        this(Map.of(), Map.of());
    }

    private ModelDesks(Map<String, Instant> codes, Map<DeskKey, Member> members) {
        this.codes = new TreeMap<>(codes);
        this.members = new LinkedHashMap<>(members);
    }

    ModelDesks copy() {
        return new ModelDesks(codes, members);
    }

    /** Gives out a code. */
    void admit(String code, Instant now) {
        codes.put(plain(code), now.plus(CODE_LIFE));
    }

    /** Takes a code for one desk; false if it lets nobody in. */
    boolean use(String typed, Instant now) {
        Instant until = codes.get(plain(typed));
        if (until == null || !now.isBefore(until)) {
            return false;
        }
        codes.remove(plain(typed));
        return true;
    }

    /** Takes a desk in under the code it wishes for, if that is one and free, or else the first free one. */
    DeskCode join(DeskKey key, UUID device, @Nullable String wish) {
        List<String> taken =
                members.values().stream().map(member -> member.code().text()).toList();
        String code = Optional.ofNullable(wish)
                .filter(text -> text.matches("[A-Z0-9]{1,4}") && !taken.contains(text))
                .orElseGet(() -> free(taken));
        members.put(key, new Member(device, new DeskCode(code), -1, Access.OPEN, null));
        return new DeskCode(code);
    }

    /** The desk whose key this is; empty for any other and for one that was shut out. */
    Optional<Member> of(DeskKey key) {
        return Optional.ofNullable(members.get(key)).filter(member -> member.access() == Access.OPEN);
    }

    void revoke(DeskKey key) {
        members.computeIfPresent(
                key,
                (same, member) ->
                        new Member(member.device(), member.code(), member.lastNumber(), Access.REVOKED, member.head()));
    }

    /** Counts a request; false if its number is not above the desk's last one. */
    boolean count(DeskKey key, long number) {
        Member member = of(key).orElseThrow();
        if (number <= member.lastNumber()) {
            return false;
        }
        members.put(key, new Member(member.device(), member.code(), number, member.access(), member.head()));
        return true;
    }

    /**
     * Takes in what a desk says of its trail: where it ends, and what it has at rows that may be known. The end is kept if
     * the desk shows that the known row stands, or that it does not.
     *
     * @return the head by which the desk is judged; null if there is none
     */
    @Nullable
    TrailHead hear(DeskKey key, List<TrailHead> told) {
        Member member = of(key).orElseThrow();
        TrailHead known = member.head();
        Optional<TrailHead> end = told.stream().max(Comparator.comparingLong(TrailHead::row));
        if (end.isEmpty()) {
            return known;
        }
        boolean stands = known == null || told.contains(known);
        boolean isShown = known == null
                || end.get().row() < known.row()
                || told.stream().anyMatch(head -> head.row() == known.row());
        if (isShown) {
            members.put(
                    key, new Member(member.device(), member.code(), member.lastNumber(), member.access(), end.get()));
        }
        return stands && isShown ? end.get() : known;
    }

    /** A, B, … Z, AA, AB, …: the first that nobody has or had. */
    private static String free(List<String> taken) {
        List<String> shorter = List.of("");
        while (true) {
            List<String> longer = new ArrayList<>();
            for (String start : shorter) {
                for (char letter = 'A'; letter <= LAST_LETTER; letter++) {
                    longer.add(start + letter);
                }
            }
            Optional<String> free =
                    longer.stream().filter(code -> !taken.contains(code)).findFirst();
            if (free.isPresent()) {
                return free.get();
            }
            shorter = longer;
        }
    }

    /** However a person typed it. */
    private static String plain(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
