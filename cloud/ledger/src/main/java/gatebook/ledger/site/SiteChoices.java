package gatebook.ledger.site;

import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.Policy;
import gatebook.rules.merge.Strategy;
import gatebook.wire.policy.PolicyJson;
import java.sql.SQLException;
import java.time.Instant;

/** The table {@code site_choices}: who chose what for a site's conflicts, and when. */
public final class SiteChoices {
    /** Of the office, which works on the database itself. */
    private static final String OPERATOR = "operator";

    private static final String ADD = """
            insert into site_choices (site_id, number, chosen_at, chosen_by, field_group, strategy, strategies)
            select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from site_choices where site_id = ?
            """;

    private SiteChoices() {}

    /**
     * A strategy for a group of fields.
     *
     * @param all what holds for the site from then on
     */
    public record Choice(FieldGroup group, Strategy strategy, Policy all) {}

    /** Writes a choice down, under the site's lock. */
    public static void add(SiteTransaction transaction, SiteId site, Choice choice, Instant at) throws SQLException {
        transaction.change(
                ADD,
                site.value(),
                at,
                OPERATOR,
                choice.group().name(),
                choice.strategy().name(),
                PolicyJson.encode(choice.all()),
                site.value());
    }
}
