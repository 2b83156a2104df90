package gatebook.cli;

import gatebook.rules.money.Money;
import gatebook.store.operation.Departure;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.RegisterExit;
import gatebook.store.record.EntryRow;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a vehicle out and takes the money. */
@CommandLine.Command(name = "exit", description = "writes a vehicle out", sortOptions = false)
final class ExitCommand implements Command {
    private final Program program;

    @Parameters(paramLabel = "ENTRY", description = "ticket, vehicle number, its last four digits, or uuid")
    private String entry = "";

    @Option(names = "--fee", paramLabel = "AMOUNT", description = "another fee than the computed one")
    private @Nullable String fee;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why another fee")
    private @Nullable String reason;

    @Option(names = "--pay", paramLabel = "Cash|Online", description = "how it was paid (Cash)")
    private @Nullable String pay;

    @Option(names = "--unpaid", description = "it was not paid")
    private boolean unpaid;

    @Option(names = "--exit-time", paramLabel = "T", description = "when, if not now")
    private @Nullable String exitTime;

    @Option(names = "--by", paramLabel = "WHO", description = "who writes it (System)")
    private String by = "System";

    ExitCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        if (unpaid && pay != null) {
            return new Ending.WrongUsage("--pay and --unpaid do not go together");
        }
        String paid = pay == null ? "cash" : pay.strip().toLowerCase(Locale.ROOT);
        return switch (paid) {
            case "cash" -> leave(unpaid ? Departure.Settlement.UNPAID : Departure.Settlement.CASH);
            case "online" -> leave(Departure.Settlement.ONLINE);
            default -> new Ending.WrongUsage("--pay is Cash or Online, not " + pay);
        };
    }

    private Ending leave(Departure.Settlement settlement) {
        return program.atDesk(desk -> {
            Typed typed = new Typed(desk.profile().zone());
            Money amount = typed.amount("fee", fee, desk.profile().currency());
            Instant at = typed.time("exit_time", exitTime);
            typed.words("fee_reason", reason);
            typed.words("by", by);
            if (!typed.faults().isEmpty()) {
                return Ending.badValues(typed.faults());
            }
            return new EntryLookup(desk)
                    .one(entry, row -> leave(desk, row, new Departure(settlement, amount, reason, at, by)));
        });
    }

    private static Ending leave(OpenDesk desk, EntryRow row, Departure departure) {
        RegisterExit register = new RegisterExit(
                desk.database(), desk.around().clock(), desk.around().ids());
        return switch (register.register(row.entry().id(), departure)) {
            case Outcome.Done(EntryRow left, var _) -> {
                EntryAnswer.of(desk).give(desk.voice(), left);
                yield new Ending.Done();
            }
            case Outcome.Refused refused -> Ending.refused(refused);
        };
    }
}
