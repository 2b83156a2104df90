package gatebook.ledger.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatebook.ledger.TestLedger;
import gatebook.ledger.access.LedgerSettings;
import gatebook.ledger.access.Login;
import gatebook.ledger.cluster.TestDatabases;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F-F3. */
class SafeguardsTest {
    private static final Map<String, String> SAFE = Map.of(
            "fsync", "on",
            "full_page_writes", "on",
            "synchronous_commit", "on",
            "server_encoding", "UTF8",
            "server_version_num", "180006");

    @Test
    void refusesEachSettingThatLosesAcknowledgedWork() {
        assertThat(Safeguards.faultsOf(SAFE)).isEmpty();
        for (String name : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
            assertThat(Safeguards.faultsOf(with(name, "off")))
                    .singleElement()
                    .asString()
                    .startsWith(name + " is off");
        }
        assertThat(Safeguards.faultsOf(with("synchronous_commit", "remote_apply")))
                .isEmpty();
        assertThat(Safeguards.faultsOf(with("server_encoding", "SQL_ASCII"))).hasSize(1);
        assertThat(Safeguards.faultsOf(with("server_version_num", "140011"))).hasSize(1);
    }

    @Test
    void aDatabaseThatAcknowledgesTooEarlyIsNotOpened() {
        String database = TestDatabases.fresh();
        TestDatabases.asSuperuser("alter database " + database + " set synchronous_commit = off");
        assertThatThrownBy(() -> TestLedger.open(database))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("synchronous_commit is off");
        TestDatabases.drop(database);
    }

    @Test
    void aRoleForWhichRowSecurityDoesNotHoldIsNotAccepted() {
        String database = TestDatabases.fresh();
        TestDatabases.asSuperuser("drop role if exists too_strong");
        TestDatabases.asSuperuser("create role too_strong login bypassrls password 'x'");
        LedgerSettings settings = TestDatabases.settings(database);
        LedgerSettings strong =
                new LedgerSettings(settings.jdbcUrl(), settings.owner(), new Login("too_strong", "x"), 2);
        assertThatThrownBy(() -> TestLedger.open(strong)).hasMessageContaining("bypasses row-level security");
        TestDatabases.drop(database);
        TestDatabases.asSuperuser("drop role too_strong");
    }

    @Test
    void theOwnerItselfIsNotAccepted() {
        LedgerSettings settings = TestDatabases.settings("any");
        assertThatThrownBy(() -> new LedgerSettings(settings.jdbcUrl(), settings.owner(), settings.owner(), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> settings = new HashMap<>(SAFE);
        settings.put(name, value);
        return settings;
    }
}
