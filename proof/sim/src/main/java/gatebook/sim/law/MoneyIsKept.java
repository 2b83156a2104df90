package gatebook.sim.law;

import gatebook.sim.cloud.Deed;
import gatebook.sim.site.SimDesk;
import gatebook.sim.site.Site;
import gatebook.store.query.ConflictItem;
import gatebook.store.query.QueueItem;
import gatebook.wire.push.OperationKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every amount that a desk wrote down as received is found afterwards: in the cloud's history, or among the conflicts. */
final class MoneyIsKept extends Law {
    private static final Pattern FEE = Pattern.compile("\"fee\":(\"?[0-9.]+\"?)");

    private final List<Received> received = new ArrayList<>();

    /** Also what a cloud has lost since: whoever voided it afterwards had seen it. */
    private final Set<String> arrived = new HashSet<>();

    private record Received(int desk, String opId, String record, String fee) {}

    @Override
    String id() {
        return "S12";
    }

    @Override
    public void saved(SimDesk desk, List<QueueItem> operations) {
        // The queue lists the newest first.
        for (QueueItem item : operations.reversed()) {
            String record = item.record().toString();
            // Whoever voids or corrects it at the same desk takes the amount back with open eyes.
            received.removeIf(one -> one.desk() == desk.number() && one.record().equals(record));
            if (item.kind() != OperationKind.DELETE) {
                paid(item.data())
                        .ifPresent(fee -> received.add(
                                new Received(desk.number(), item.opId().toString(), record, fee)));
            }
        }
    }

    private static Optional<String> paid(String data) {
        Matcher fee = FEE.matcher(data);
        return data.contains("\"payment_status\":\"Paid\"") && fee.find()
                ? Optional.of(fee.group(1))
                : Optional.empty();
    }

    @Override
    public void wrote(Site site, List<Deed> deeds) {
        for (Deed deed : deeds) {
            deed.image().flatMap(MoneyIsKept::paid).ifPresent(fee -> arrived.add(deed.record() + " " + fee));
        }
    }

    @Override
    public void quiet(Site site) {
        Set<String> found = new HashSet<>(arrived);
        Map<Integer, Map<String, QueueItem>> queues = new HashMap<>();
        for (SimDesk desk : site.desks()) {
            queues.put(desk.number(), new Look(desk).queue());
            for (ConflictItem item : desk.queries().conflicts(ConflictItem.Which.ALL)) {
                paid(item.sides().local()).ifPresent(fee -> found.add(item.record() + " " + fee));
                paid(item.sides().remote()).ifPresent(fee -> found.add(item.record() + " " + fee));
            }
        }
        for (Received one : received) {
            QueueItem item = queues.getOrDefault(one.desk(), Map.of()).get(one.opId());
            // Gone with a register that went back, or folded before it was ever sent: the desk's own book has it.
            boolean neverSent = item == null || item.attempts().lastAt() == null;
            hold(neverSent || found.contains(one.record() + " " + one.fee()), "money is gone: " + one);
        }
    }
}
