package gatebook.cli;

import gatebook.rules.money.Money;
import gatebook.sync.transport.SiteRecords;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The main job from end to end: an old file taken over, two desks without a line, and all of it together again. */
final class DemoStory {
    private static final Pattern OLD_FEE = Pattern.compile("\"parking_fee\": ([0-9.]+)");

    private final DemoChecks checks;
    private final DemoDesk a;
    private final DemoDesk b;
    private final CuttableLine line;
    private final URI cloud;
    private final Surroundings around;

    DemoStory(DemoChecks checks, List<DemoDesk> desks, CuttableLine line, URI cloud, Surroundings around) {
        this.checks = checks;
        this.a = desks.getFirst();
        this.b = desks.getLast();
        this.line = line;
        this.cloud = cloud;
        this.around = around;
    }

    void tell(List<Path> oldFiles, List<String> codes) throws IOException, InterruptedException {
        takeOver(oldFiles);
        join(codes);
        Money before = a.fees();
        String merged = arrive(a, "MH12DE1433", "Trailer", "Konkan Carriers");
        String disputed = arrive(b, "MH14AB9921", "6 Wheeler", "Shree Roadlines");
        String leaving = arrive(b, "MH15CC7788", "2 Wheeler", "Gate Couriers");
        sync(a, b, a);
        same("after three arrivals");
        cutOff();
        workApart(merged, disputed, leaving);
        comeTogether();
        decided(merged, disputed);
        new DemoConflicts(checks, List.of(a, b), around).tell();
        takenBack(merged);
        proofs(before);
    }

    private void takeOver(List<Path> oldFiles) throws IOException {
        checks.step("Desk A takes over the earlier program's files");
        long rows = 0;
        BigDecimal inFiles = BigDecimal.ZERO;
        for (Path file : oldFiles) {
            DemoDesk.Answer answer = a.run("import", file.toString());
            checks.that("import of " + file.getFileName() + ": " + answer.whole("rows") + " rows", answer.code() == 0);
            checks.equal("  all of them added", answer.whole("rows"), answer.whole("added"));
            rows += answer.whole("rows");
            Matcher fees = OLD_FEE.matcher(Files.readString(file));
            while (fees.find()) {
                inFiles = inFiles.add(new BigDecimal(fees.group(1)));
            }
            checks.equal(
                    "  the same file again adds",
                    0L,
                    a.run("import", file.toString()).whole("added"));
        }
        checks.equal("records in the register", rows, (long) a.records().size());
        Money sum = a.fees();
        checks.equal("sum of all fees, counted in the files", Money.ofMajor(inFiles, sum.currency()), sum);
    }

    private void join(List<String> codes) throws IOException, InterruptedException {
        checks.step("Both desks join the site, and bring each other up to date");
        String server = line.address().toString();
        checks.equal(
                "desk A enrols",
                0,
                a.run("enrol", "--server", server, "--code", codes.getFirst()).code());
        checks.equal(
                "desk B enrols",
                0,
                b.run("enrol", "--server", server, "--code", codes.getLast()).code());
        checks.equal("A's code", "A", a.run("status").text("desk_code"));
        checks.equal("B's code", "B", b.run("status").text("desk_code"));
        sync(a, b);
        same("after the first sync");
    }

    private void cutOff() throws IOException {
        checks.step("The line is cut");
        line.cut();
        DemoDesk.Answer status = a.run("status");
        checks.equal("desk A knows it", "offline no_network", status.text("connection") + " " + status.text("cause"));
        checks.equal(
                "a sync says that the cloud cannot be reached, exit code",
                4,
                a.run("sync").code());
    }

    private void workApart(String merged, String disputed, String leaving) {
        checks.step("Both desks go on working without it");
        arrive(a, "MH20EF5510", "4 Wheeler", "Vidarbha Movers");
        arrive(a, "GJ01XY4321", "Trailer", "Gujarat Freight");
        String quick = arrive(b, "KA05MN0007", "2 Wheeler", "Gate Couriers");
        leave(a, "MH12DE1433", "--pay", "Online");
        leave(b, leaving);
        leave(b, quick, "--unpaid");
        checks.equal("A notes something of the first truck", 0, edit(a, merged, "notes=left rear lamp broken"));
        checks.equal("B notes its driver meanwhile", 0, edit(b, merged, "driver_name=S. Pawar"));
        checks.equal("A puts the second truck in row 3", 0, edit(a, disputed, "location=Row 3"));
        checks.equal("B puts it in row 7", 0, edit(b, disputed, "location=Row 7"));
        for (DemoDesk desk : List.of(a, b)) {
            DemoDesk.Answer status = desk.run("status");
            checks.that(
                    status.whole("pending") + " operations wait at " + desk.name() + ", none failed",
                    status.whole("pending") > 0 && status.whole("failed") == 0);
        }
    }

    private void comeTogether() throws IOException, InterruptedException {
        checks.step("The line is back");
        line.mend();
        sync(a, b, a);
        same("after what both did alone");
    }

    private void decided(String merged, String disputed) {
        checks.step("What both changed was put together");
        DemoDesk.Answer first = b.run("show", merged);
        checks.equal("A's note is there", "left rear lamp broken", first.text("notes"));
        checks.equal("and B's driver", "S. Pawar", first.text("driver_name"));
        checks.equal("and A's exit", "Exited Online", first.text("status") + " " + first.text("payment_type"));
        String place = a.run("show", disputed).text("location");
        checks.that("one row was kept for the second truck: " + place, place.equals("Row 3") || place.equals("Row 7"));
        String lost = place.equals("Row 3") ? "Row 7" : "Row 3";
        String conflicts =
                a.run("conflicts", "--all").out() + b.run("conflicts", "--all").out();
        checks.that(
                "the other one, " + lost + ", is kept in the list of conflicts",
                conflicts.contains(lost) && conflicts.contains("[\"location\"]"));
        for (DemoDesk desk : List.of(a, b)) {
            checks.equal(
                    "nothing is left to decide at " + desk.name(),
                    "[]",
                    desk.run("conflicts").out().strip());
        }
    }

    private void takenBack(String entry) throws IOException, InterruptedException {
        checks.step("A sync brings something wrong, and is taken back");
        String before = notes(a, entry);
        checks.equal("B notes what belongs to another truck", 0, edit(b, entry, "notes=wrong truck"));
        sync(b);
        long run = a.run("sync").whole("run");
        checks.equal("run " + run + " brings it to A", "wrong truck", notes(a, entry));
        DemoDesk.Answer undo = a.run("undo", Long.toString(run));
        checks.equal("A undoes the run, records restored", 1L, undo.whole("restored"));
        checks.equal("the earlier note is back", before, notes(a, entry));
        sync(a, b);
        checks.equal("B follows", before, notes(b, entry));
        same("after the undo");
    }

    private static String notes(DemoDesk desk, String entry) {
        return desk.run("show", entry).text("notes");
    }

    private void proofs(Money before) throws IOException, InterruptedException {
        checks.step("Last checks");
        for (DemoDesk desk : List.of(a, b)) {
            DemoDesk.Answer status = desk.run("status");
            checks.equal("waiting at " + desk.name(), 0L, status.whole("pending") + status.whole("failed"));
            DemoDesk.Answer audit = desk.run("audit", "verify");
            checks.that(
                    "the audit trail of " + desk.name() + " verifies: " + audit.whole("rows") + " rows",
                    audit.code() == 0);
        }
        // Two trailers for a day, and two motorcycles for a day.
        Money taken = new Money(55_000, before.currency());
        checks.equal("fees: those of the old files and of the four that left", before.plus(taken), b.fees());
        same("in the end");
    }

    private String arrive(DemoDesk desk, String plate, String type, String transport) {
        DemoDesk.Answer answer =
                desk.run("enter", "--vehicle-number", plate, "--vehicle-type", type, "--transport-name", transport);
        checks.that(desk.name() + " writes " + plate + " in: " + answer.text("ticket_no"), answer.code() == 0);
        return answer.text("uuid");
    }

    private void leave(DemoDesk desk, String entry, String... how) {
        String[] words = new String[how.length + 2];
        words[0] = "exit";
        words[1] = entry;
        System.arraycopy(how, 0, words, 2, how.length);
        DemoDesk.Answer answer = desk.run(words);
        checks.that(
                desk.name() + " writes " + answer.text("vehicle_number") + " out: " + answer.text("payment_status"),
                answer.code() == 0);
    }

    private static int edit(DemoDesk desk, String entry, String change) {
        return desk.run("edit", entry, "--set", change).code();
    }

    private void sync(DemoDesk... desks) {
        for (DemoDesk desk : desks) {
            DemoDesk.Answer answer = desk.run("sync");
            checks.that(
                    desk.name() + " syncs: " + answer.whole("pushed") + " sent, " + answer.whole("pulled")
                            + " fetched, " + answer.whole("merged") + " merged",
                    answer.code() == 0);
        }
    }

    private void same(String when) throws IOException, InterruptedException {
        SortedMap<String, String> atA = a.records();
        boolean desks = atA.equals(b.records());
        boolean all = desks && atA.equals(new SiteRecords(cloud, a.profile()).read());
        checks.that("A, B and the cloud hold the same " + atA.size() + " records, field by field, " + when, all);
    }
}
