package gatebook.ledger.enrolment;

import gatebook.ledger.site.Desk;
import gatebook.ledger.site.DeviceId;
import gatebook.ledger.site.IdSource;
import gatebook.ledger.site.Site;
import gatebook.ledger.site.SiteBook;
import gatebook.ledger.site.SiteDoor;
import gatebook.ledger.site.SiteId;
import gatebook.ledger.site.SitePolicy;
import gatebook.ledger.site.SiteTransaction;
import gatebook.rules.entry.DeskCode;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The desks of a site: their codes, tokens and end. Thread-safe. */
public final class Desks {
    private static final Duration CODE_LIFE = Duration.ofHours(24);

    private static final String ADD_CODE = """
            insert into enrolment_codes (site_id, code_hash, valid_until) values (?, ?, ?)
            """;
    private static final String ADD_DOOR = """
            insert into enrolment_doors (code_hash, site_id) values (?, ?)
            """;
    private static final String DOOR = """
            select site_id from enrolment_doors where code_hash = ?
            """;
    private static final String USE_CODE = """
            update enrolment_codes set used_by = ?
            where site_id = ? and code_hash = ? and used_by is null and valid_until > ?
            """;
    private static final String CODES_TAKEN = """
            select desk_code from devices where site_id = ?
            """;
    private static final String ADD_DEVICE = """
            insert into devices (site_id, device_id, desk_code, name, device_seq, enrolled_at) values (?, ?, ?, ?, -1, ?)
            """;
    private static final String ADD_TOKEN = """
            insert into device_tokens (token_hash, site_id, device_id, desk_code, zone, currency)
            values (?, ?, ?, ?, ?, ?)
            """;
    private static final String BY_TOKEN = """
            select site_id, device_id, desk_code, zone, currency from device_tokens where token_hash = ?
            """;
    private static final String ALL = """
            select device_id, desk_code, name, enrolled_at, revoked_at from devices
            where site_id = ? order by enrolled_at, device_id
            """;
    private static final String REVOKE = """
            update devices set revoked_at = coalesce(revoked_at, ?) where site_id = ? and device_id = ?
            """;
    private static final String DROP_TOKEN = """
            delete from device_tokens where site_id = ? and device_id = ?
            """;

    private final SiteDoor door;
    private final Clock clock;
    private final IdSource ids;
    private final Secrets secrets;

    public Desks(SiteDoor door, Clock clock, IdSource ids, RandomGenerator random) {
        this.door = door;
        this.clock = clock;
        this.ids = ids;
        this.secrets = new Secrets(random);
    }

    /** A new code for one desk; empty if there is no such site. */
    public Optional<EnrolmentCode> code(SiteId site) {
        EnrolmentCode code = new EnrolmentCode(secrets.code(), now().plus(CODE_LIFE));
        byte[] hash = Secrets.hashOfCode(code.text());
        return door.inside(site, transaction -> {
            if (SiteBook.read(transaction, site).isEmpty()) {
                return Optional.empty();
            }
            transaction.change(ADD_CODE, site.value(), hash, code.validUntil());
            transaction.change(ADD_DOOR, hash, site.value());
            return Optional.of(code);
        });
    }

    public Enrolment enrol(EnrolmentRequest request) {
        byte[] hash = Secrets.hashOfCode(request.code());
        DeviceId device = new DeviceId(ids.next());
        DeskToken token = secrets.token();
        return door.outside(transaction -> {
            Optional<SiteId> found = transaction.row(DOOR, Desks::siteOf, hash);
            if (found.isEmpty()) {
                return new Enrolment.CodeRefused();
            }
            SiteId site = found.get();
            SiteDoor.enter(transaction, site);
            SiteBook.locked(transaction, site); // desks that join at once get different codes
            if (transaction.change(USE_CODE, device.value(), site.value(), hash, now()) == 0) {
                return new Enrolment.CodeRefused();
            }
            return new Enrolment.Enrolled(join(transaction, site, device, request, token));
        });
    }

    /** Empty for a text that is no token, or no longer one. */
    public Optional<Desk> byToken(DeskToken token) {
        return door.glance(transaction -> transaction.row(
                BY_TOKEN,
                row -> new Desk(
                        siteOf(row),
                        new DeviceId(row.getObject("device_id", UUID.class)),
                        new DeskCode(row.getString("desk_code")),
                        ZoneId.of(row.getString("zone")),
                        Currency.getInstance(row.getString("currency"))),
                Secrets.hashOf(token)));
    }

    /** The oldest first. */
    public List<DeskSummary> of(SiteId site) {
        return door.inside(site, transaction -> transaction.rows(ALL, Desks::summary, site.value()));
    }

    /** False if the site has no such desk. */
    public boolean revoke(SiteId site, DeviceId device) {
        return door.inside(site, transaction -> {
            transaction.change(DROP_TOKEN, site.value(), device.value());
            return transaction.change(REVOKE, now(), site.value(), device.value()) == 1;
        });
    }

    private EnrolmentAnswer join(
            SiteTransaction transaction, SiteId id, DeviceId device, EnrolmentRequest request, DeskToken token)
            throws SQLException {
        Site site = SiteBook.about(transaction, id).orElseThrow();
        Set<String> taken = new HashSet<>(transaction.rows(CODES_TAKEN, row -> row.getString("desk_code"), id.value()));
        DeskCode code = DeskCodes.choose(request.wishedDeskCode().orElse(null), taken);
        transaction.change(ADD_DEVICE, id.value(), device.value(), code.text(), request.deviceName(), now());
        transaction.change(
                ADD_TOKEN,
                Secrets.hashOf(token),
                id.value(),
                device.value(),
                code.text(),
                site.zone().getId(),
                site.currency().getCurrencyCode());
        return new EnrolmentAnswer(
                device.value(),
                code,
                id.value(),
                site.name(),
                site.zone(),
                site.currency(),
                token.text(),
                SitePolicy.read(transaction, id).orElse(null));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static SiteId siteOf(ResultSet row) throws SQLException {
        return new SiteId(row.getObject("site_id", UUID.class));
    }

    private static DeskSummary summary(ResultSet row) throws SQLException {
        return new DeskSummary(
                new DeviceId(row.getObject("device_id", UUID.class)),
                new DeskCode(row.getString("desk_code")),
                row.getString("name"),
                Objects.requireNonNull(SiteTransaction.instant(row, "enrolled_at")),
                SiteTransaction.instant(row, "revoked_at") == null
                        ? DeskSummary.Access.OPEN
                        : DeskSummary.Access.REVOKED);
    }
}
