package gatebook.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.ledger.cluster.TestDatabases;
import gatebook.rules.entry.Entry;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.push.OperationKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    @Test
    void saysWhoChangedWhatWithTheImagesBeforeAndAfter() {
        try (TestLedger yard = new TestLedger()) {
            Entry entry = Samples.entry();
            Entry noted = Samples.noted(entry, "b");
            yard.push(Samples.creation(entry), Samples.update(noted, 1), Samples.delete(entry.id(), 2));
            List<HistoryRow> rows = yard.ledger.history(yard.site, entry.id());
            assertThat(rows)
                    .extracting(HistoryRow::operation)
                    .containsExactly(OperationKind.CREATE, OperationKind.UPDATE, OperationKind.DELETE);
            assertThat(rows)
                    .extracting(HistoryRow::before)
                    .containsExactly(null, EntryJson.encode(entry), EntryJson.encode(noted));
            assertThat(rows)
                    .extracting(HistoryRow::after)
                    .containsExactly(EntryJson.encode(entry), EntryJson.encode(noted), null);
            assertThat(rows).allSatisfy(row -> assertThat(row.desk()).isEqualTo(yard.desk.code()));
        }
    }

    /** P8, check 29: whoever owns the database cannot alter the past unseen. */
    @Test
    void p8EveryTamperingIsFoundAtItsPlace() {
        for (Tampering tampering : List.of(
                new Tampering("update history set actor = 'X' where seq = 3", 3),
                new Tampering("update history set data = replace(data, '\"n\"', '\"m\"') where seq = 2", 2),
                new Tampering("update history set made_at = made_at + interval '1 microsecond' where seq = 4", 4),
                new Tampering("delete from history where seq = 2", 2),
                new Tampering("delete from history where seq = 5", 5),
                new Tampering("update history set record_uuid = device_id where seq = 1", 1),
                new Tampering("update site_books set last_seq = 4", 4),
                new Tampering("update history set hash = decode(repeat('00', 32), 'hex') where seq = 5", 5))) {
            try (TestLedger yard = TestLedger.alone()) {
                for (int at = 0; at < 5; at++) {
                    yard.push(Samples.creation(Samples.entry()));
                }
                assertThat(yard.ledger.verifyHistory(yard.site)).isEqualTo(new ChainVerdict.Whole(5));
                TestDatabases.asSuperuser(yard.database, tampering.sql());
                assertThat(yard.ledger.verifyHistory(yard.site))
                        .as(tampering.sql())
                        .isEqualTo(new ChainVerdict.Broken(tampering.foundAt()));
            }
        }
    }

    private record Tampering(String sql, long foundAt) {}
}
