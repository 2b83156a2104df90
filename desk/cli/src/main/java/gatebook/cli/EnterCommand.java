package gatebook.cli;

import gatebook.store.operation.Arrival;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.RegisterEntry;
import gatebook.store.record.EntryRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Writes a vehicle in. */
@CommandLine.Command(name = "enter", description = "writes a vehicle in", sortOptions = false)
final class EnterCommand implements Command {
    private final Program program;

    @Option(names = "--vehicle-number", required = true, paramLabel = "N", description = "as on the plate")
    private String vehicleNumber = "";

    @Option(names = "--vehicle-type", required = true, paramLabel = "T", description = "Trailer, 6 Wheeler, …")
    private String vehicleType = "";

    @Option(names = "--transport-name", required = true, paramLabel = "X", description = "whose vehicle it is")
    private String transportName = "";

    @Option(names = "--driver-name", paramLabel = "NAME", description = "who drives it")
    private @Nullable String driverName;

    @Option(names = "--driver-contact", paramLabel = "PHONE", description = "how to reach the driver")
    private @Nullable String driverContact;

    @Option(names = "--location", paramLabel = "PLACE", description = "where in the yard it stands")
    private @Nullable String location;

    @Option(names = "--notes", paramLabel = "TEXT", description = "anything else")
    private @Nullable String notes;

    @Option(names = "--entry-time", paramLabel = "T", description = "when, if not now")
    private @Nullable String entryTime;

    @Option(names = "--created-by", paramLabel = "WHO", description = "who writes it (System)")
    private String createdBy = "System";

    EnterCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        return program.atDesk(this::enter);
    }

    private Ending enter(OpenDesk desk) {
        Typed typed = new Typed(desk.profile().zone());
        Instant at = typed.time("entry_time", entryTime);
        typed.readable("vehicle_number", vehicleNumber);
        typed.readable("vehicle_type", vehicleType);
        typed.readable("transport_name", transportName);
        typed.readable("driver_name", driverName);
        typed.readable("driver_contact", driverContact);
        typed.readable("location", location);
        typed.readable("notes", notes);
        typed.readable("created_by", createdBy);
        if (!typed.faults().isEmpty()) {
            return Ending.badValues(typed.faults());
        }
        Arrival arrival = new Arrival(
                vehicleNumber, vehicleType, transportName, driverName, driverContact, location, notes, at, createdBy);
        RegisterEntry register = new RegisterEntry(
                desk.database(), desk.around().clock(), desk.around().ids());
        return switch (register.register(arrival)) {
            case Outcome.Done(EntryRow row, List<EntryRow> insideAlready) -> {
                warn(desk, insideAlready);
                EntryAnswer.of(desk).give(desk.voice(), row);
                yield new Ending.Done();
            }
            case Outcome.Refused refused -> Ending.refused(refused);
        };
    }

    private static void warn(OpenDesk desk, List<EntryRow> insideAlready) {
        for (EntryRow inside : insideAlready) {
            desk.voice()
                    .aside("warning: " + inside.entry().plate() + " is inside already: "
                            + inside.entry().ticket().number() + ", since "
                            + desk.clocks().show(inside.entry().entryTime()) + "; it was written in all the same");
        }
    }
}
