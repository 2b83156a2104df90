package gatebook.cli;

import gatebook.api.ServerNotStarted;
import gatebook.api.SiteAdministration;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.rules.refusal.Refusal;
import gatebook.rules.yard.Yard;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Sets up a yard at the cloud. */
@CommandLine.Command(name = "create-site", description = "sets up a yard; prints its site_id", sortOptions = false)
final class CreateSiteCommand implements Command {
    private static final int NAME_MAX = 200;

    @ParentCommand
    private @Nullable ServerCommand server;

    @Parameters(paramLabel = "NAME", description = "what people call the yard")
    private String name = "";

    @Option(names = "--zone", paramLabel = "Z", description = "of its clocks (Asia/Kolkata)")
    private @Nullable String zone;

    @Option(names = "--currency", paramLabel = "C", description = "of its money (INR)")
    private @Nullable String currency;

    @Override
    public Optional<Path> logFolder() {
        return Objects.requireNonNull(server).logFolder();
    }

    @Override
    public Ending run() {
        ServerCommand cloud = Objects.requireNonNull(server);
        Ending objection = cloud.objection();
        if (objection != null) {
            return objection;
        }
        List<FieldError> faults = new ArrayList<>();
        ZoneId hours = zone(faults);
        Currency money = currency(faults);
        if (name.isBlank() || name.length() > NAME_MAX || name.codePoints().anyMatch(Character::isISOControl)) {
            faults.add(new FieldError("name", FieldFault.BAD_TEXT, "1 to " + NAME_MAX + " characters"));
        }
        if (!faults.isEmpty()) {
            return Ending.badValues(faults);
        }
        try (SiteAdministration office = SiteAdministration.open(cloud.database())) {
            SiteAdministration.Site site = office.setUp(name.strip(), hours, money);
            cloud.program()
                    .voice()
                    .document(out ->
                            out.object(() -> out.field("site_id", site.id().toString())
                                    .field("name", name.strip())
                                    .field("zone", hours.getId())
                                    .field("currency", money.getCurrencyCode())));
            return new Ending.Done();
        } catch (ServerNotStarted closed) {
            return new Ending.Refused(Refusal.SERVER_FAILED, String.valueOf(closed.getMessage()));
        }
    }

    private ZoneId zone(List<FieldError> faults) {
        try {
            return zone == null ? Yard.first().zone() : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            faults.add(new FieldError("zone", FieldFault.NOT_ONE_OF, "a zone such as Asia/Kolkata"));
            return Yard.first().zone();
        }
    }

    private Currency currency(List<FieldError> faults) {
        try {
            Currency money = currency == null ? Yard.first().currency() : Currency.getInstance(currency);
            if (money.getDefaultFractionDigits() >= 0) {
                return money;
            }
        } catch (IllegalArgumentException unknown) {
            // told below
        }
        faults.add(new FieldError("currency", FieldFault.NOT_ONE_OF, "a currency such as INR"));
        return Yard.first().currency();
    }
}
