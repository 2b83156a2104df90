package gatebook.store.file;

import gatebook.rules.entry.IdSource;
import gatebook.store.counters.HighMarks;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.metadata.Numbers;
import gatebook.store.sqlite.Session;
import java.time.Instant;

/**
 * What a register needs that is, or may be, an older one come back: numbers that go on from the highest ever given out,
 * and a new incarnation, by which the cloud tells it from the file that was here before.
 */
final class NewLife {
    /** More requests than can have been made since the side file last reached the disk; the cloud only asks for a rise. */
    private static final long DEVICE_SEQ_LEAP = 1_000_000;

    private NewLife() {}

    static void begin(Session session, HighMarks reached, IdSource ids, Instant now) {
        HighMarks marks = reached.max(HighMarks.of(session));
        DeskProfile desk = DeskProfile.read(session);
        Numbers numbers = Numbers.read(session);
        long ticket = marks.ticket(desk.deskCode());
        if (ticket > numbers.ticket()) {
            new Numbers(ticket, numbers.serialDay(), numbers.serial()).write(session, now);
        }
        if (marks.deviceSeq() > 0) {
            Metadata.put(session, MetadataKey.DEVICE_SEQ, Long.toString(marks.deviceSeq() + DEVICE_SEQ_LEAP), now);
        }
        Metadata.put(session, MetadataKey.INCARNATION, ids.next().toString(), now);
    }
}
