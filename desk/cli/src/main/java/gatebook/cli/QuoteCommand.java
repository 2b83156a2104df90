package gatebook.cli;

import gatebook.rules.entry.VehicleType;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.refusal.Refusal;
import gatebook.rules.tariff.FeeAnswer;
import gatebook.rules.tariff.FeeLine;
import gatebook.rules.tariff.FeeTable;
import gatebook.wire.json.Decoded;
import gatebook.wire.tariff.TariffJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Says what a stay would cost by a file of tariffs; no register is touched. */
@CommandLine.Command(name = "quote", description = "what a stay costs by a file of tariffs", sortOptions = false)
final class QuoteCommand implements Command {
    private static final int FILE_BYTES_MAX = 8 << 20;

    private final Program program;

    @Option(names = "--tariff", required = true, paramLabel = "FILE", description = "tariffs as JSON")
    private Path tariff = Path.of("");

    @Option(names = "--vehicle-type", required = true, paramLabel = "T", description = "Trailer, 6 Wheeler, …")
    private String vehicleType = "";

    @Option(names = "--entry", required = true, paramLabel = "T", description = "when it came in")
    private @Nullable String entry;

    @Option(names = "--exit", required = true, paramLabel = "T", description = "when it leaves")
    private @Nullable String exit;

    QuoteCommand(Program program) {
        this.program = program;
    }

    @Override
    public Ending run() {
        byte[] file;
        try (InputStream in = Files.newInputStream(tariff)) {
            file = in.readNBytes(FILE_BYTES_MAX + 1);
        } catch (IOException unreadable) {
            return new Ending.Refused(Refusal.FILE_UNREADABLE, "there is no file " + tariff + " that can be read");
        }
        if (file.length > FILE_BYTES_MAX) {
            return new Ending.Refused(Refusal.FILE_UNREADABLE, tariff + " is too large for a file of tariffs");
        }
        return switch (TariffJson.read(file)) {
            case Decoded.Refused<FeeTable>(List<FieldError> faults) -> Ending.badValues(faults);
            case Decoded.Read<FeeTable>(FeeTable table) -> quote(table);
        };
    }

    private Ending quote(FeeTable table) {
        Typed typed = new Typed(table.zone());
        Instant came = typed.time("entry", entry);
        Instant left = typed.time("exit", exit);
        VehicleType type = typed.vehicleType("vehicle_type", vehicleType);
        if (came == null || left == null || type == null) {
            return Ending.badValues(typed.faults());
        }
        return switch (table.quote(type, came, left)) {
            case FeeAnswer.Priced priced -> {
                program.voice()
                        .answer(
                                out -> TariffJson.write(out, priced),
                                out -> words(out, priced, new Clocks(table.zone())));
                yield new Ending.Done();
            }
            case FeeAnswer.ExitBeforeEntry() ->
                new Ending.Refused(Refusal.EXIT_BEFORE_ENTRY, "the exit lies before the entry; that is never priced");
            case FeeAnswer.NoTariff() ->
                Ending.badValues(List.of(new FieldError(
                        "vehicle_type",
                        FieldFault.NOT_ONE_OF,
                        "the file has no tariff for \"" + vehicleType + "\" that was in force at the entry")));
            case FeeAnswer.TooLarge() ->
                Ending.badValues(List.of(new FieldError("fee", FieldFault.TOO_LARGE, "too large an amount")));
        };
    }

    private static void words(PrintStream out, FeeAnswer.Priced priced, Clocks clocks) {
        Table table = new Table("from", "to", "what", "count", "amount");
        for (FeeLine line : priced.lines()) {
            table.row(
                    clocks.show(line.span().from()),
                    clocks.show(line.span().to()),
                    line.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Long.toString(line.count()),
                    line.amount().toString());
        }
        table.print(out);
        out.println("fee  " + priced.fee());
    }
}
