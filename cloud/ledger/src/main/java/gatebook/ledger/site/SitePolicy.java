package gatebook.ledger.site;

import gatebook.rules.merge.Policy;
import gatebook.wire.policy.PolicyJson;
import java.sql.SQLException;
import java.util.Optional;

/** What a site chose for conflicts of its desks, kept with its book. */
public final class SitePolicy {
    private static final String READ = """
            select strategies from site_books where site_id = ?
            """;

    private static final String WRITE = """
            update site_books set strategies = ? where site_id = ?
            """;

    private SitePolicy() {}

    /** Empty if there is no such site. */
    public static Optional<Policy> read(SiteTransaction transaction, SiteId site) throws SQLException {
        return transaction.row(READ, row -> PolicyJson.decode(row.getString("strategies")), site.value());
    }

    /** Puts the choice in force from this transaction on. */
    public static void write(SiteTransaction transaction, SiteId site, Policy policy) throws SQLException {
        transaction.change(WRITE, PolicyJson.encode(policy), site.value());
    }
}
