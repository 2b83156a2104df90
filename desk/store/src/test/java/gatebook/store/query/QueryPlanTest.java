package gatebook.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.PaymentStatus;
import gatebook.rules.entry.Status;
import gatebook.rules.entry.VehicleType;
import gatebook.store.TestDesk;
import gatebook.store.file.Register;
import gatebook.store.sqlite.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person asks goes by an index, however long the register. */
class QueryPlanTest {
    private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");
    private static final EntryFilter ANY = EntryFilter.ANY;

    @TempDir
    private Path folder;

    private Register register;

    @BeforeEach
    void open() {
        register = new TestDesk(folder.resolve("home")).register();
    }

    @AfterEach
    void close() {
        register.close();
    }

    static Stream<EntryFilter> lists() {
        VehicleType trailer = new VehicleType("Trailer");
        return Stream.of(
                ANY,
                ANY.withStatus(Status.PARKED),
                ANY.withStatus(Status.EXITED),
                ANY.withPayment(PaymentStatus.UNPAID),
                ANY.withType(trailer),
                ANY.withType(trailer).withPayment(PaymentStatus.PAID).withStatus(Status.EXITED),
                ANY.withType(trailer).withStatus(Status.PARKED),
                ANY.withType(trailer).between(DAY, DAY.plusSeconds(60)),
                ANY.between(DAY, null),
                ANY.withSearch("MH12"),
                ANY.withSearch("a"),
                ANY.withSearch("a").withStatus(Status.PARKED),
                ANY.withSearch("a").withPayment(PaymentStatus.UNPAID),
                ANY.withSearch("a").withTransport("b").withType(trailer).withStatus(Status.EXITED));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void noListReadsOrSortsTheWholeRegister(EntryFilter filter) {
        register.database().read(session -> {
            EntryList.Query query = new EntryList(filter).query(session);
            assertGoesByIndex(session, query.sql(), query.values().toArray());
            return filter;
        });
    }

    static Stream<String> questions() {
        return Stream.of(
                EntryReference.BY_TICKET,
                EntryReference.INSIDE_BY_PLATE,
                EntryReference.INSIDE_BY_ENDING,
                EntryReference.LAST_VISIT,
                DayTotals.ENTERED,
                DayTotals.EXITED,
                DayTotals.PARKED,
                DayTotals.OVERSTAYS,
                DayHours.ENTERED,
                DayHours.EXITED,
                DayIncome.PAID,
                LongestInside.BEFORE,
                Movement.NEWEST,
                TransportNames.OFTEN);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void noQuestionReadsTheWholeRegister(String sql) {
        register.database().read(session -> {
            assertGoesByIndex(session, sql);
            return sql;
        });
    }

    /**
     * The vehicles inside are few: they may be gone through, but only in the index that holds all by which they are sought.
     * The joined records and their tickets are fewer, and are gone through once a question.
     */
    private static void assertGoesByIndex(Session session, String sql, Object... values) {
        List<String> plan = session.list("EXPLAIN QUERY PLAN " + sql, row -> row.getString("detail"), values);
        assertThat(plan)
                .isNotEmpty()
                .filteredOn(step -> step.startsWith("SCAN") && !step.startsWith("SCAN (subquery"))
                .allMatch(step -> step.contains("COVERING INDEX parking_entries_inside")
                        || step.contains("USING INDEX parking_entries_by_entry_time")
                        || step.contains("VIRTUAL TABLE")
                        || step.startsWith("SCAN search_progress")
                        || step.startsWith("SCAN displaced_entries")
                        || step.startsWith("SCAN joined_tickets"));
    }
}
