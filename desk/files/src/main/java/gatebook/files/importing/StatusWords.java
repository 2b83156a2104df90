package gatebook.files.importing;

import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The words for a status in the old data and in programs like it, in any case. */
final class StatusWords {
    private static final Map<String, Status> STATUSES = Map.ofEntries(
            Map.entry("parked", Status.PARKED),
            Map.entry("active", Status.PARKED),
            Map.entry("in", Status.PARKED),
            Map.entry("inside", Status.PARKED),
            Map.entry("entered", Status.PARKED),
            Map.entry("exited", Status.EXITED),
            Map.entry("exit", Status.EXITED),
            Map.entry("completed", Status.EXITED),
            Map.entry("left", Status.EXITED),
            Map.entry("out", Status.EXITED),
            Map.entry("departed", Status.EXITED),
            Map.entry("closed", Status.EXITED));

    private StatusWords() {}

    static Optional<Status> status(String words) {
        return Optional.ofNullable(STATUSES.get(LegacyField.plain(words)));
    }

    static Optional<PaymentStatus> payment(String words) {
        String plain = LegacyField.plain(words);
        return Arrays.stream(PaymentStatus.values())
                .filter(status -> LegacyField.plain(status.text()).equals(plain))
                .findFirst();
    }
}
