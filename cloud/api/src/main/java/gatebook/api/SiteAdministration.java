package gatebook.api;

import gatebook.ledger.enrolment.DeskSummary;
import gatebook.ledger.enrolment.EnrolmentCode;
import gatebook.ledger.history.ChainVerdict;
import gatebook.ledger.site.DeviceId;
import gatebook.ledger.site.SiteId;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.Policy;
import gatebook.rules.merge.Strategy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator does beside the requests of desks; works on the database itself, whether or not a server runs on it.
 */
public final class SiteAdministration implements AutoCloseable {
    private final OpenLedger ledger;

    private SiteAdministration(OpenLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Opens the database, starting our own PostgreSQL for as long as needed if nobody has.
     *
     * @throws ServerNotStarted saying why it cannot be opened
     */
    public static SiteAdministration open(ServerOptions.Database database) {
        try {
            return new SiteAdministration(OpenLedger.of(database));
        } catch (RuntimeException failed) {
            throw new ServerNotStarted("the database cannot be opened: " + failed.getMessage(), failed);
        }
    }

    /** Sets up a yard; its name has 1 to 200 characters. */
    public SiteId createSite(String name, ZoneId zone, Currency currency) {
        return ledger.ledger().createSite(name, zone, currency);
    }

    /** A yard as those know it who know nothing of the ledger. */
    public record Site(UUID id) {}

    /** A word that lets one desk join a site, once, until then. */
    public record JoiningCode(String text, Instant validUntil) {}

    /** As {@link #createSite}. */
    public Site setUp(String name, ZoneId zone, Currency currency) {
        return new Site(createSite(name, zone, currency).value());
    }

    /** As {@link #enrolmentCode}. */
    public Optional<JoiningCode> joiningCode(Site site) {
        return enrolmentCode(new SiteId(site.id())).map(code -> new JoiningCode(code.text(), code.validUntil()));
    }

    /** A new code with which one desk may join within a day; empty if there is no such site. */
    public Optional<EnrolmentCode> enrolmentCode(SiteId site) {
        return ledger.ledger().enrolmentCode(site);
    }

    /** What the site chose for conflicts of its desks; empty if there is no such site. */
    public Optional<Policy> policy(Site site) {
        return ledger.ledger().policy(new SiteId(site.id()));
    }

    /**
     * Sets the strategy for overlaps in a group; each desk hears of it with its next pull.
     *
     * @return the site's choice from now on; empty if there is no such site
     * @throws IllegalArgumentException for what {@link Policy#objection} objects to
     */
    public Optional<Policy> choose(Site site, FieldGroup group, Strategy strategy) {
        return ledger.ledger().choose(new SiteId(site.id()), group, strategy);
    }

    /**
     * What the cloud finds about a site's past.
     *
     * @param firstBadChange of the site's history that is not what was written; 0 for none
     * @param recordApart the uuid of a record that is not as the history left it; null for none, and
     *     where the history itself is broken
     */
    public record Audit(long firstBadChange, @Nullable String recordApart, List<Break> trailBreaks) {
        public Audit {
            trailBreaks = List.copyOf(trailBreaks);
        }

        /**
         * A time at which a desk's audit trail no longer had a row that it had told of.
         *
         * @param endedAt where the trail ended then
         */
        public record Break(String deskCode, Instant foundAt, long endedAt, long knownRow, String knownHash) {}
    }

    /** Walks a site's history and looks at its desks' trails; empty if there is no such site. */
    public Optional<Audit> audit(Site site) {
        SiteId id = new SiteId(site.id());
        if (ledger.ledger().site(id).isEmpty()) {
            return Optional.empty();
        }
        long bad = switch (ledger.ledger().verifyHistory(id)) {
            case ChainVerdict.Whole _ -> 0;
            case ChainVerdict.Broken(long seq) -> seq;
        };
        return Optional.of(new Audit(
                bad,
                bad > 0
                        ? null
                        : ledger.ledger().recordApart(id).map(EntryId::toString).orElse(null),
                ledger.ledger().trailBreaks(id).stream()
                        .map(found -> new Audit.Break(
                                found.desk(),
                                found.foundAt(),
                                found.row(),
                                found.known().row(),
                                found.known().hash()))
                        .toList()));
    }

    /** All desks that ever joined the site. */
    public List<DeskSummary> desks(SiteId site) {
        return ledger.ledger().desks(site);
    }

    /** Shuts a desk out; requests at once, open event streams within a minute. False if the site has no such desk. */
    public boolean revoke(SiteId site, DeviceId device) {
        return ledger.ledger().revoke(site, device);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
