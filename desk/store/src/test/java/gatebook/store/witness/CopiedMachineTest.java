package gatebook.store.witness;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.Desk;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.sqlite.Turn;
import gatebook.wire.audit.TrailHead;
import gatebook.wire.feed.PastAnswer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines with one desk's files: neither is taken for a forger, and the second one sends nothing more. */
class CopiedMachineTest {
    private static final TrailHead ANOTHER = new TrailHead(2, "0".repeat(64));

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void aDeskThatHasSentSevenRequests() {
        desk = Desk.in(folder);
        desk.enter("MH12AB0001");
        desk.enter("MH12AB0002");
        desk.database().write(Turn.ENGINE, session -> {
            Metadata.put(session, MetadataKey.DEVICE_SEQ, "7", Desk.MORNING);
            return session;
        });
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aTrailIsNotJudgedByTheHeadOfAMachineThatSentLater() {
        assertThat(findings(ANOTHER, 8L)).isEmpty();
    }

    @Test
    void aTrailIsJudgedByWhatThisMachineSaidLast() {
        assertThat(findings(ANOTHER, 7L)).containsExactly(FindingKind.TRAIL_REWRITTEN);
    }

    /** A number that went unanswered was given out all the same. */
    @Test
    void aTrailIsJudgedWhereTheCloudHasHeardLessThanWasSent() {
        assertThat(findings(ANOTHER, 5L)).containsExactly(FindingKind.TRAIL_REWRITTEN);
    }

    @Test
    void aTrailIsJudgedWhereTheCloudDoesNotSayWhoSentLast() {
        assertThat(findings(ANOTHER, null)).containsExactly(FindingKind.TRAIL_REWRITTEN);
    }

    @Test
    void aDeskThatNeverSentIsACopyAsSoonAsTheCloudHasHeardOfIt() {
        desk.database().write(Turn.ENGINE, session -> {
            Metadata.remove(session, MetadataKey.DEVICE_SEQ);
            return session;
        });
        assertThat(findings(ANOTHER, 1L)).isEmpty();
    }

    /** What the cloud says of its own past does not depend on who asks. */
    @Test
    void aCopyIsToldOfTheCloudsPastAllTheSame() {
        desk.database().write(Turn.ENGINE, session -> {
            Witness.hear(session, new PastAnswer(List.of(), List.of(), List.of(), 3, 3L, ANOTHER, 8L), found());
            return session;
        });
        assertThat(kinds()).containsExactly(FindingKind.CLOUD_REWRITTEN);
    }

    @Test
    void aRefusedIdentityIsRememberedUntilTheDeskHasAnother() {
        assertThat(desk.outbox().isCloned()).isFalse();
        desk.outbox().noteCloned(Desk.MORNING);
        assertThat(desk.outbox().isCloned()).isTrue();
        desk.restart();
        assertThat(desk.outbox().isCloned()).as("after a start").isTrue();
        desk.database().write(Turn.ENGINE, session -> {
            DeskProfile was = DeskProfile.read(session);
            new DeskProfile(new UUID(1, 2).toString(), was.deskCode(), was.zone(), was.currency(), was.membership())
                    .write(session, Desk.MORNING);
            return session;
        });
        assertThat(desk.outbox().isCloned()).as("enrolled anew").isFalse();
    }

    private List<FindingKind> findings(TrailHead head, @Nullable Long deviceSeq) {
        desk.database().write(Turn.ENGINE, session -> {
            Witness.hear(session, new PastAnswer(List.of(), List.of(), List.of(), 0, null, head, deviceSeq), found());
            return session;
        });
        return kinds();
    }

    private List<FindingKind> kinds() {
        return desk.database()
                .read(session ->
                        Findings.open(session).stream().map(Finding::kind).toList());
    }

    private Findings.Found found() {
        return new Findings.Found(Desk.MORNING, desk.ids());
    }
}
