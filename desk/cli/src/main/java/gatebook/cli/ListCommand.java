package gatebook.cli;

import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.rules.entry.VehicleType;
import gatebook.store.query.EntryFilter;
import gatebook.store.query.EntryQueries;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Lists entries, newest first. */
@CommandLine.Command(name = "list", description = "lists entries, newest first", sortOptions = false)
final class ListCommand implements Command {
    private final Program program;

    @Option(names = "--status", paramLabel = "S", description = "Parked or Exited")
    private @Nullable String status;

    @Option(names = "--search", paramLabel = "TEXT", description = "words in plate, ticket, transport, driver or notes")
    private @Nullable String search;

    @Option(names = "--type", paramLabel = "T", description = "of vehicle")
    private @Nullable String type;

    @Option(names = "--payment", paramLabel = "P", description = "Paid, Unpaid, Pending or Refunded")
    private @Nullable String payment;

    @Option(names = "--from", paramLabel = "T", description = "entered at that time or day, or later")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "T", description = "entered before that time, or until the end of that day")
    private @Nullable String to;

    @Option(names = "--limit", paramLabel = "N", description = "how many at most (100)")
    private int limit = EntryFilter.ANY.limit();

    ListCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        Optional<Status> wanted = named(status, Status.values(), Status::text);
        Optional<PaymentStatus> paid = named(payment, PaymentStatus.values(), PaymentStatus::text);
        if (status != null && wanted.isEmpty()) {
            return new Ending.WrongUsage("--status is " + words(Status.values(), Status::text));
        }
        if (payment != null && paid.isEmpty()) {
            return new Ending.WrongUsage("--payment is " + words(PaymentStatus.values(), PaymentStatus::text));
        }
        if (limit < 1 || limit > EntryFilter.LIMIT_MAX) {
            return new Ending.WrongUsage("--limit is a number from 1 to " + EntryFilter.LIMIT_MAX);
        }
        if (type != null && (type.isBlank() || type.length() > VehicleType.LENGTH_MAX)) {
            return new Ending.WrongUsage("--type has 1 to " + VehicleType.LENGTH_MAX + " characters");
        }
        return program.atDesk(desk -> list(desk, wanted.orElse(null), paid.orElse(null)));
    }

    private Ending list(OpenDesk desk, @Nullable Status wanted, @Nullable PaymentStatus paid) {
        Typed typed = new Typed(desk.profile().zone());
        Instant first = typed.from(from);
        Instant end = typed.to(to);
        if (!typed.faults().isEmpty()) {
            return Ending.badValues(typed.faults());
        }
        EntryFilter filter = EntryFilter.ANY
                .withStatus(wanted)
                .withSearch(search)
                .withType(type == null ? null : new VehicleType(type))
                .withPayment(paid)
                .between(first, end)
                .withLimit(limit);
        EntryAnswer.of(desk).give(desk.voice(), new EntryQueries(desk.database()).list(filter));
        return new Ending.Done();
    }

    private static <E> Optional<E> named(@Nullable String typed, E[] all, Function<E, String> text) {
        return Arrays.stream(all)
                .filter(one -> text.apply(one).equalsIgnoreCase(typed))
                .findFirst();
    }

    private static <E> String words(E[] all, Function<E, String> text) {
        return List.of(all).stream().map(text).collect(Collectors.joining(" or "));
    }
}
