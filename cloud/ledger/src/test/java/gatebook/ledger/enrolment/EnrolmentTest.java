package gatebook.ledger.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.ledger.Ledger;
import gatebook.ledger.Samples;
import gatebook.ledger.TestLedger;
import gatebook.ledger.site.Desk;
import gatebook.ledger.site.DeviceId;
import gatebook.ledger.site.SiteId;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Check 10 and 15 of section 4. */
class EnrolmentTest {
    private final TestLedger yard = new TestLedger();

    @AfterEach
    void close() {
        yard.close();
    }

    @Test
    void aCodeLetsOneDeskInOnce() {
        EnrolmentRequest request = new EnrolmentRequest(code(), "gate", Optional.empty());
        assertThat(yard.ledger.enrol(request)).isInstanceOf(Enrolment.Enrolled.class);
        assertThat(yard.ledger.enrol(request)).isEqualTo(new Enrolment.CodeRefused());
    }

    @Test
    void ofManyAtOnceWithOneCodeExactlyOneGetsIn() throws Exception {
        EnrolmentRequest request = new EnrolmentRequest(code(), "gate", Optional.empty());
        List<Callable<Enrolment>> attempts = IntStream.range(0, 8)
                .<Callable<Enrolment>>mapToObj(at -> () -> yard.ledger.enrol(request))
                .toList();
        int enrolled = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Enrolment> attempt : pool.invokeAll(attempts)) {
                enrolled += attempt.get() instanceof Enrolment.Enrolled ? 1 : 0;
            }
        }
        assertThat(enrolled).isEqualTo(1);
    }

    @Test
    void aCodeIsReadHoweverItIsTyped() {
        String typed = " " + code().toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
        assertThat(yard.ledger.enrol(new EnrolmentRequest(typed, "gate", Optional.empty())))
                .isInstanceOf(Enrolment.Enrolled.class);
    }

    @Test
    void aCodeIsTooOldAfterADay() {
        String code = code();
        Clock late = Clock.offset(Clock.fixed(TestLedger.NOON, TestLedger.KOLKATA), Duration.ofHours(24));
        try (Ledger tomorrow = Ledger.open(yard.settings(), late, Samples::id, new Random(5))) {
            assertThat(tomorrow.enrol(new EnrolmentRequest(code, "gate", Optional.empty())))
                    .isEqualTo(new Enrolment.CodeRefused());
        }
    }

    @Test
    void anInventedCodeIsRefused() {
        assertThat(yard.ledger.enrol(new EnrolmentRequest("AAAA-BBBB-CCCC", "gate", Optional.empty())))
                .isEqualTo(new Enrolment.CodeRefused());
        assertThat(yard.ledger.enrol(new EnrolmentRequest("", "gate", Optional.empty())))
                .isEqualTo(new Enrolment.CodeRefused());
    }

    @Test
    void thereIsNoCodeForASiteThatDoesNotExist() {
        assertThat(yard.ledger.enrolmentCode(new SiteId(Samples.id()))).isEmpty();
    }

    @Test
    void codesCannotBeGuessedAndHoldNoSignsThatAreTakenForOthers() {
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < 50; at++) {
            String code = code();
            assertThat(code).matches("[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}");
            assertThat(seen.add(code)).isTrue();
        }
    }

    @Test
    void desksGetTheLettersInTurnAndAWishIsHonouredIfItIsFree() {
        TestLedger fresh = yard.another(); // its first desk is A
        assertThat(fresh.token(fresh.site, Optional.of("D")).deskCode().text()).isEqualTo("D");
        assertThat(fresh.token(fresh.site, Optional.of("D")).deskCode().text()).isEqualTo("B");
        assertThat(fresh.token(fresh.site, Optional.of("d?")).deskCode().text()).isEqualTo("C");
        assertThat(fresh.token(fresh.site, Optional.empty()).deskCode().text()).isEqualTo("E");
        assertThat(fresh.ledger.desks(fresh.site))
                .extracting(desk -> desk.code().text())
                .containsExactly("A", "D", "B", "C", "E");
    }

    @Test
    void afterZComesAa() {
        assertThat(List.of(1, 26, 27, 52, 53, 702, 703))
                .extracting(DeskCodes::letters)
                .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
    }

    @Test
    void aTokenProvesItsDeskAndNoOtherTextDoes() {
        EnrolmentAnswer answer = yard.token(yard.site, Optional.empty());
        Desk desk = yard.ledger.deskOf(new DeskToken(answer.token())).orElseThrow();
        assertThat(desk)
                .isEqualTo(new Desk(
                        yard.site,
                        new DeviceId(answer.deviceId()),
                        answer.deskCode(),
                        TestLedger.KOLKATA,
                        TestLedger.RUPEES));
        assertThat(answer.token()).hasSizeGreaterThanOrEqualTo(43);
        for (String other :
                List.of("", "x", answer.token() + "x", "a\0b", answer.token().toUpperCase(java.util.Locale.ROOT))) {
            assertThat(yard.ledger.deskOf(new DeskToken(other))).isEmpty();
        }
        assertThat(new DeskToken(answer.token())).asString().doesNotContain(answer.token());
    }

    @Test
    void aRevokedDeskIsOutAtOnceAndStaysInTheList() {
        EnrolmentAnswer answer = yard.token(yard.site, Optional.empty());
        DeviceId device = new DeviceId(answer.deviceId());
        assertThat(yard.ledger.revoke(yard.another().site, device)).isFalse();
        assertThat(yard.ledger.deskOf(new DeskToken(answer.token()))).isPresent();
        assertThat(yard.ledger.revoke(yard.site, device)).isTrue();
        assertThat(yard.ledger.deskOf(new DeskToken(answer.token()))).isEmpty();
        assertThat(yard.ledger.desks(yard.site))
                .filteredOn(desk -> desk.device().equals(device))
                .extracting(DeskSummary::access)
                .containsExactly(DeskSummary.Access.REVOKED);
    }

    private String code() {
        return yard.ledger.enrolmentCode(yard.site).orElseThrow().text();
    }
}
