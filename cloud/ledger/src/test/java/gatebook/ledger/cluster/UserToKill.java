package gatebook.ledger.cluster;

import gatebook.ledger.Ledger;
import gatebook.ledger.TestLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** A process that founds a site in a database of its own, says so, and waits for what comes. */
final class UserToKill {
    private UserToKill() {}

    public static void main(String[] words) throws IOException {
        try (OwnPostgres own = OwnPostgres.open(Path.of(words[0]), new Random(1));
                Ledger ledger = TestLedger.open(own.settings())) {
            System.out.println(ledger.createSite("Yard", TestLedger.KOLKATA, TestLedger.RUPEES));
            System.in.read();
        }
    }
}
