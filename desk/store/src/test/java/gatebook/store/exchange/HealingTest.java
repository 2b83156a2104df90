package gatebook.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.store.Desk;
import gatebook.store.operation.Departure;
import gatebook.store.record.AuditLog;
import gatebook.store.record.SyncStatus;
import gatebook.wire.compare.Fingerprint;
import gatebook.wire.compare.RecordsAnswer;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.OperationKind;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cloud went back, and the numbers of its versions came again. No operation that stands on a version of the lost history
 * takes effect on the new one; what it carried is not lost.
 */
class HealingTest {
    @TempDir
    private Path folder;

    private Desk desk;
    private Entry known;
    private final CloudModel restored = new CloudModel();

    /** The desk knows a record at version 3, and has sent a change of it without hearing the answer. */
    @BeforeEach
    void somethingSentAndNotAnswered() {
        CloudModel lost = new CloudModel();
        desk = Desk.in(folder);
        known = desk.enter("MH12AB1234");
        lost.sync(desk);
        lost.put(described(known, "bay 1", null));
        known = lost.put(described(known, "bay 2", null)).entry();
        lost.sync(desk);
        Desk.done(desk.correct(known.id(), Field.DRIVER_NAME, "Ravi"));
        assertThat(desk.take().operations().getFirst().baseVersion()).isEqualTo(3);
        desk.outbox().releaseAll();
    }

    @AfterEach
    void chainIsSound() {
        assertThat(desk.audit()).isInstanceOf(AuditLog.Verification.Sound.class);
        desk.close();
    }

    @Test
    void whatWasSentDoesNotMeetItsOldNumberOnSomebodyElsesState() {
        restored.put(described(known, "bay 1", null));
        restored.put(known);
        heal();
        restored.put(described(known, "bay 7", null));
        assertInStep("bay 7", "Ravi");
    }

    @Test
    void whatTheCloudHasFromAnotherDeskIsNotTakenBackByWhatWasSent() {
        restored.put(described(known, "bay 1", null));
        restored.put(known);
        restored.put(described(known, "bay 7", "Ravi"));
        heal();
        assertInStep("bay 7", "Ravi");
    }

    @Test
    void whatTheSurvivingHistoryTookInIsNotDoneTwice() {
        restored.put(described(known, "bay 1", null));
        restored.put(known);
        long version = restored.put(desk.row(known.id()).entry()).version();
        heal();
        assertInStep("bay 2", "Ravi");
        assertThat(restored.records().get(known.id()).version()).isEqualTo(version);
    }

    @Test
    void whatWasWrittenAfterItGoesOnTopOfWhatTheCloudHas() {
        Desk.done(desk.correct(known.id(), Field.NOTES, "lamp broken"));
        restored.put(described(known, "bay 1", null));
        restored.put(known);
        heal();
        restored.put(described(known, "bay 7", null));
        assertInStep("bay 7", "Ravi");
        assertThat(desk.row(known.id()).entry().description().notes()).isEqualTo("lamp broken");
    }

    @Test
    void aVoidThatWasSentIsSentAgainOnTheNumberThatTheCloudHas() {
        Desk.done(desk.voidEntry(known.id(), "typed twice"));
        restored.put(known);
        heal();
        assertThat(CloudModel.kinds(restored.push(desk))).containsExactly(OperationKind.DELETE);
        assertThat(restored.records().get(known.id()).isLive()).isFalse();
        assertThat(desk.row(known.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
    }

    @Test
    void p11WhatWasVoidedSinceAnUnansweredArrivalIsAskedAboutAndDoesNotLiveOnHereAlone() {
        Entry born = desk.enter("MH12AB5678");
        desk.take();
        desk.outbox().releaseAll();
        Desk.done(desk.leave(born.id(), Departure.Settlement.CASH));
        assertThat(new Comparison(desk.database()).besides()).contains(born.id());

        restored.put(born);
        CloudModel.Held tombstone = restored.voided(born.id());
        RecordsAnswer.Held held = new RecordsAnswer.Held(CloudModel.change(tombstone), List.of(hash(born)), List.of());
        new Healing(desk.database(), desk.ids())
                .repair(List.of(born.id()), new RecordsAnswer(List.of(held)), Doubt.HISTORY_LOST, desk.marks());

        assertThat(desk.row(born.id()).sync().status()).isEqualTo(SyncStatus.CONFLICT);
        assertThat(desk.open()).as("money was taken here").isEqualTo(1);
    }

    /** Asks the restored cloud about the record and follows its history from there on. */
    private void heal() {
        CloudModel.Held held = restored.records().get(known.id());
        List<String> past = List.of(hash(described(known, "bay 1", null)), hash(known));
        RecordsAnswer answer =
                new RecordsAnswer(List.of(new RecordsAnswer.Held(CloudModel.change(held), past, List.of())));
        Healing healing = new Healing(desk.database(), desk.ids());
        healing.repair(List.of(known.id()), answer, Doubt.HISTORY_LOST, desk.marks());
        healing.healed(CloudModel.HISTORY, new Cursor(Long.toString(held.seq())), desk.marks());
    }

    private void assertInStep(String location, String driver) {
        restored.sync(desk);
        restored.sync(desk);
        Entry there = restored.records().get(known.id()).entry();
        assertThat(desk.row(known.id()).entry()).isEqualTo(there);
        assertThat(desk.row(known.id()).sync().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(there.description().location()).isEqualTo(location);
        assertThat(there.description().driverName()).isEqualTo(driver);
    }

    private static Entry described(Entry entry, String location, @Nullable String driver) {
        return entry.with(entry.description().withLocation(location).withDriverName(driver));
    }

    private static String hash(Entry entry) {
        return Fingerprint.of(EntryJson.encode(entry));
    }
}
