package gatebook.store.operation;

import gatebook.rules.entry.Ticket;
import gatebook.rules.entry.TicketNo;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.Numbers;
import gatebook.store.record.EntryTable;
import gatebook.store.sqlite.Session;
import java.time.Instant;
import java.time.LocalDate;

/** Takes the next ticket and serial number in the transaction that writes the entry, so that none is given out twice. */
final class NumberTaking {
    /** Stands in an entry until its numbers are taken, so that a refused entry takes none. */
    static final Ticket NOT_YET = new Ticket(new TicketNo("-"), 0);

    private NumberTaking() {}

    static Ticket next(Session session, DeskProfile desk, Instant now) {
        LocalDate today = now.atZone(desk.zone()).toLocalDate();
        Instant dayStart = today.atStartOfDay(desk.zone()).toInstant();
        Instant dayEnd = today.plusDays(1).atStartOfDay(desk.zone()).toInstant();
        Numbers numbers = Numbers.read(session)
                .next(today, () -> EntryTable.highestSerial(session, desk.deskCode(), dayStart, dayEnd));
        numbers.write(session, now);
        return numbers.taken(desk.deskCode());
    }
}
