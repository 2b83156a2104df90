package gatebook.cli;

import gatebook.rules.merge.ConflictType;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.SyncQueries;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What rules may not settle, or settled so that somebody's word lost: a conflict of each kind, decided by a person. */
final class DemoConflicts {
    private static final Duration SINCE_MORNING = Duration.ofHours(6);

    private final DemoChecks checks;
    private final DemoDesk a;
    private final DemoDesk b;
    private final Surroundings around;

    DemoConflicts(DemoChecks checks, List<DemoDesk> desks, Surroundings around) {
        this.checks = checks;
        this.a = desks.getFirst();
        this.b = desks.getLast();
        this.around = around;
    }

    /** Leaves both desks and the cloud with the same records; one trailer more was paid for a day. */
    void tell() {
        checks.step("Both desks do what no rule may settle");
        String moved = enter(a, "MH48QR1100");
        String paidTwice = enter(a, "MH04GH3312");
        String voided = enter(a, "MH43JK8080");
        in(a, b);
        checks.equal("A puts the first truck in row 1", 0, edit(a, moved, "location=Row 1"));
        checks.equal("B puts it in row 2", 0, edit(b, moved, "location=Row 2"));
        checks.equal("A takes the fee of the second", 0, code(a, "exit", paidTwice));
        checks.equal("and B takes it too", 0, code(b, "exit", paidTwice, "--pay", "Online"));
        checks.equal("A voids the third", 0, code(a, "delete", voided, "--reason", "written twice"));
        checks.equal("B notes something of it", 0, edit(b, voided, "notes=waits for papers"));
        String earlier = around.clock().instant().minus(SINCE_MORNING).toString();
        enter(a, "MH46LM2001", "--entry-time", earlier);
        String again = enter(b, "MH46LM2001");
        in(a);
        checks.equal("B syncs, and is told that a person is needed, exit code", 3, code(b, "sync"));
        decide(moved, paidTwice, voided, again);
    }

    private void decide(String moved, String paidTwice, String voided, String again) {
        checks.step("A person decides each of them, at desk B");
        Set<ConflictType> kinds = EnumSet.noneOf(ConflictType.class);
        items(ConflictItem.Which.ALL).forEach(item -> kinds.add(item.type()));
        checks.equal("kinds of conflict in the list", EnumSet.allOf(ConflictType.class), kinds);
        checks.equal("open ones", 3, items(ConflictItem.Which.OPEN).size());
        resolve("two receipts for one exit: A's counts", paidTwice, "remote");
        resolve("voided at A, noted at B: it comes back", voided, "local");
        resolve("one truck inside twice: B's entry was a mistake", again, "remote");
        resolve("the row that lost is brought back", moved, "remote");
        checks.equal("open ones", 0, items(ConflictItem.Which.OPEN).size());
        in(b, a);
        checks.equal(
                "the receipt that counts, seen at B",
                "Cash",
                b.run("show", paidTwice).text("payment_type"));
        checks.equal(
                "the truck that came back, seen at A",
                "waits for papers",
                a.run("show", voided).text("notes"));
        checks.that(
                "and A's trail names who brought it back",
                a.run("history", voided).out().contains("Owner"));
        checks.equal("the row, seen at A", "Row 1", a.run("show", moved).text("location"));
    }

    private void resolve(String words, String record, String keep) {
        long item = items(ConflictItem.Which.ALL).stream()
                .filter(one -> one.record().toString().equals(record))
                .mapToLong(ConflictItem::id)
                .findFirst()
                .orElse(0);
        checks.equal(words, 0, code(b, "resolve", Long.toString(item), "--keep", keep, "--by", "Owner"));
    }

    private List<ConflictItem> items(ConflictItem.Which which) {
        return b.at(desk -> new SyncQueries(desk.database()).conflicts(which));
    }

    private String enter(DemoDesk desk, String plate, String... more) {
        String[] words = new String[more.length + 7];
        List<String> first = List.of(
                "enter", "--vehicle-number", plate, "--vehicle-type", "Trailer", "--transport-name", "Konkan Carriers");
        first.toArray(words);
        System.arraycopy(more, 0, words, first.size(), more.length);
        DemoDesk.Answer answer = desk.run(words);
        checks.that(desk.name() + " writes " + plate + " in: " + answer.text("ticket_no"), answer.code() == 0);
        return answer.text("uuid");
    }

    private static int edit(DemoDesk desk, String entry, String change) {
        return code(desk, "edit", entry, "--set", change);
    }

    private static int code(DemoDesk desk, String... words) {
        return desk.run(words).code();
    }

    private void in(DemoDesk... desks) {
        for (DemoDesk desk : desks) {
            checks.equal(desk.name() + " syncs, exit code", 0, code(desk, "sync"));
        }
    }
}
