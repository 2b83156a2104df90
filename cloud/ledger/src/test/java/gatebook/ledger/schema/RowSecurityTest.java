package gatebook.ledger.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** P12, and checks 5, 6, 7 and 29 of section 4: what the database refuses even if the program asks for it. */
class RowSecurityTest {
    private static final List<String> SITE_TABLES = List.of(
            "site_books",
            "devices",
            "enrolment_codes",
            "entries",
            "outcomes",
            "history",
            "lost_states",
            "joined_tickets",
            "audit_heads",
            "site_choices",
            "idempotency_keys");

    private final TestLedger yard = new TestLedger();
    private final TestLedger neighbour = yard.another();

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void p12WithoutASiteNoTableGivesAnything() throws SQLException {
        fill();
        try (Connection app = app()) {
            for (String table : SITE_TABLES) {
                assertThat(numbers(app, "select count(*) from " + table))
                        .as(table)
                        .containsExactly(0L);
            }
        }
    }

    @Test
    void p12WithTheProgramsConditionLeftOutOnlyTheOwnSiteIsSeen() throws SQLException {
        fill();
        try (Connection app = app()) {
            enter(app);
            for (String table : SITE_TABLES) {
                assertThat(texts(app, "select distinct site_id::text from " + table))
                        .as(table)
                        .isSubsetOf(yard.site.toString());
            }
            assertThat(texts(app, "select site_id::text from sites")).containsExactly(yard.site.toString());
        }
    }

    @Test
    void p12NothingCanBeWrittenIntoAnotherSite() throws SQLException {
        fill();
        try (Connection app = app()) {
            enter(app);
            assertThatThrownBy(() -> execute(
                            app,
                            "insert into history select '" + neighbour.site + "', 999, record_uuid, version, device_id,"
                                    + " actor, op_id, operation, made_at, committed_at, data, hash from history"))
                    .hasMessageContaining("row-level security");
            app.rollback();
            enter(app);
            assertThat(update(app, "update entries set data = '' where site_id = '" + neighbour.site + "'"))
                    .isZero();
            assertThat(update(app, "update site_books set strategies = '' where site_id = '" + neighbour.site + "'"))
                    .isZero();
        }
    }

    /** Check 7: nothing is carried over to the next borrower of a connection. */
    @Test
    void theSettingEndsWithItsTransaction() throws SQLException {
        fill();
        try (Connection app = app()) {
            enter(app);
            app.commit();
            assertThat(numbers(app, "select count(*) from entries")).containsExactly(0L);
        }
    }

    @Test
    void whatWasWrittenDownCannotBeChangedOrDeleted() throws SQLException {
        fill();
        for (String sql : List.of(
                "update history set actor = 'x'",
                "delete from history",
                "truncate history",
                "update outcomes set version = 9",
                "delete from outcomes",
                "delete from entries",
                "update site_books set history_id = site_id",
                "delete from idempotency_keys")) {
            try (Connection app = app()) {
                enter(app);
                assertThatThrownBy(() -> execute(app, sql)).as(sql).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void everyTableThatTheProgramMayTouchForcesRowSecurity() throws SQLException {
        try (Connection app = app()) {
            assertThat(texts(app, """
                            select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            where n.nspname = 'public' and c.relkind in ('r', 'p')
                              and (c.relrowsecurity and c.relforcerowsecurity) is false
                              and c.relname not in ('flyway_schema_history', 'database_lives')
                            """)).isEmpty();
            assertThat(texts(app, """
                            select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relrowsecurity
                              and not c.relispartition
                              and not exists (select 1 from pg_policy p where p.polrelid = c.oid)
                            """)).isEmpty();
            for (String closed : List.of("flyway_schema_history", "database_lives")) {
                assertThat(texts(app, "select has_table_privilege('" + closed + "', 'select, insert, update')::text"))
                        .containsExactly("false");
            }
        }
    }

    @Test
    void noViewNoDefinerFunctionAndNoKeyWithoutASiteStandsBesideThePolicies() throws SQLException {
        try (Connection app = app()) {
            assertThat(texts(app, """
                            select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            where n.nspname = 'public' and c.relkind in ('v', 'm')
                            union all
                            select p.proname::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                            where n.nspname = 'public' and p.prosecdef
                            """)).isEmpty();
            assertThat(texts(app, """
                            select i.indrelid::regclass::text from pg_index i
                            join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
                            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                            where n.nspname = 'public' and i.indisunique and a.attname <> 'site_id'
                              and c.relname not in ('enrolment_doors', 'device_tokens', 'database_lives', 'flyway_schema_history')
                            """)).isEmpty();
        }
    }

    private void fill() {
        yard.push(Samples.creation(Samples.entry()));
        neighbour.push(Samples.creation(Samples.entry()));
        for (TestLedger each : List.of(yard, neighbour)) {
            Instant came = TestLedger.NOON.minusSeconds(3_600);
            each.push(Samples.creation(Samples.entry("GJ01X9", came)), Samples.creation(Samples.entry("GJ01X9", came)));
        }
    }

    private Connection app() throws SQLException {
        Connection connection = DriverManager.getConnection(
                yard.settings().jdbcUrl(),
                yard.settings().app().user(),
                yard.settings().app().password());
        connection.setAutoCommit(false);
        return connection;
    }

    private void enter(Connection app) throws SQLException {
        assertThat(texts(
                        app,
                        "select set_config('app.site', site_id::text, true) from sites where site_id = '" + yard.site
                                + "'"))
                .containsExactly(yard.site.toString());
    }

    private static List<Long> numbers(Connection app, String sql) throws SQLException {
        return texts(app, sql).stream().map(Long::valueOf).toList();
    }

    private static List<String> texts(Connection app, String sql) throws SQLException {
        try (PreparedStatement statement = app.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static int update(Connection app, String sql) throws SQLException {
        try (PreparedStatement statement = app.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }

    private static void execute(Connection app, String sql) throws SQLException {
        try (PreparedStatement statement = app.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
