package gatebook.faults.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.faults.fuzz.HostedCloud;
import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.cluster.OwnPostgres;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the database of a running server says of itself, asked by the role that serves requests. */
@Tag("SEC-5")
@Tag("SEC-6")
final class CatalogueTest {
    /** Tables that are asked before a site is known, by the hash of a long secret. */
    private static final String DOORS = "('enrolment_doors', 'device_tokens')";

    private static final String TABLES = """
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
            """;

    private static OwnPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = OwnPostgres.open(HostedCloud.ofThisRun().folder(), new SecureRandom());
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void everyTableThatTheProgramMayUseForcesRowSecurityUnderAPolicy() throws SQLException {
        assertThat(asked("select count(*) " + TABLES + " and c.relkind in ('r', 'p') and c.relforcerowsecurity"))
                .as("there are tables to look at")
                .isNotEqualTo(List.of("0"));
        assertThat(asked("select c.relname " + TABLES + """
                         and c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'select, insert, update, delete')
                         and not (c.relrowsecurity and c.relforcerowsecurity
                                  and (c.relispartition or exists (select 1 from pg_policy p where p.polrelid = c.oid)))
                """)).isEmpty();
    }

    @Test
    void everyPolicyOfRowsAsksForTheSite() throws SQLException {
        assertThat(asked("""
                select c.relname || ': ' || p.polname from pg_policy p join pg_class c on c.oid = p.polrelid
                where coalesce(pg_get_expr(p.polqual, p.polrelid), '')
                      || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') not like '%%app.site%%'
                  and not (c.relname in %s and p.polcmd = 'r')
                  and not (c.relname = 'sites' and p.polcmd = 'a')
                """.formatted(DOORS))).isEmpty();
        assertThat(asked("select polname from pg_policy where not polpermissive is true or 0 <> all (polroles)"))
                .as("a policy is for every role")
                .isEmpty();
    }

    @Test
    void theRoleOfRequestsOwnsNothingAndMayNotStepOverThePolicies() throws SQLException {
        assertThat(asked("""
                select rolname from pg_roles
                where (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                  and pg_has_role(current_user, oid, 'member')
                """)).isEmpty();
        assertThat(asked("select c.relname " + TABLES + " and pg_has_role(current_user, c.relowner, 'member')"))
                .isEmpty();
        assertThat(asked("select nspname from pg_namespace where has_schema_privilege(oid, 'create')"))
                .isEmpty();
    }

    @Test
    void everyUniqueAndForeignKeyBeginsWithTheSite() throws SQLException {
        assertThat(asked("""
                select i.indexrelid::regclass from pg_index i join pg_class c on c.oid = i.indrelid
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                where c.relnamespace = 'public'::regnamespace and i.indisunique and a.attname <> 'site_id'
                  and c.relname not in ('enrolment_doors', 'device_tokens', 'database_lives', 'flyway_schema_history')
                """)).isEmpty();
        assertThat(asked("""
                select k.conname from pg_constraint k
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
                where k.contype = 'f' and (a.attname <> 'site_id' or b.attname <> 'site_id')
                """)).isEmpty();
    }

    @Test
    void noViewAndNoFunctionOfOursLeadsPastThePolicies() throws SQLException {
        assertThat(asked("select c.relname " + TABLES + " and c.relkind in ('v', 'm', 'f')"))
                .isEmpty();
        assertThat(asked("""
                select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname not in ('pg_catalog', 'information_schema') and (p.prosecdef or p.proleakproof)
                """)).isEmpty();
    }

    @Test
    void aNewTableWithoutAPolicyWouldBeFound() throws SQLException {
        LedgerSettings settings = postgres.settings();
        try (Connection owner = DriverManager.getConnection(
                        settings.jdbcUrl(),
                        settings.owner().user(),
                        settings.owner().password());
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("create table forgotten (site_id uuid primary key)");
            statement.execute("grant select on forgotten to " + settings.app().user());
            try (ResultSet found = statement.executeQuery("select c.relname " + TABLES
                    + " and c.relkind = 'r' and not c.relrowsecurity and c.relname = 'forgotten'")) {
                assertThat(found.next()).isTrue();
            }
            owner.rollback();
        }
    }

    private static List<String> asked(String question) throws SQLException {
        LedgerSettings settings = postgres.settings();
        try (Connection app = DriverManager.getConnection(
                        settings.jdbcUrl(),
                        settings.app().user(),
                        settings.app().password());
                Statement statement = app.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
