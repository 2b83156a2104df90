package gatebook.rules.entry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One vehicle's visit to the yard: what desk and cloud hold and exchange. The parts are the groups that move together
 * when two versions are merged. An entry may contradict itself (exit before entry): {@link EntryRules} says so.
 *
 * @param entryTime kept to the millisecond, as it travels, so that an image sent and read back is equal
 */
public record Entry(
        EntryId id,
        Ticket ticket,
        Plate plate,
        Instant entryTime,
        Description description,
        Stay stay,
        Payment payment,
        Authorship authorship) {
    public Entry {
        entryTime = entryTime.truncatedTo(ChronoUnit.MILLIS);
    }

    public Entry withTicket(Ticket numbers) {
        return new Entry(id, numbers, plate, entryTime, description, stay, payment, authorship);
    }

    public Entry withPlate(Plate number) {
        return new Entry(id, ticket, number, entryTime, description, stay, payment, authorship);
    }

    public Entry withEntryTime(Instant time) {
        return new Entry(id, ticket, plate, time, description, stay, payment, authorship);
    }

    public Entry with(Description noted) {
        return new Entry(id, ticket, plate, entryTime, noted, stay, payment, authorship);
    }

    public Entry with(Stay ended) {
        return new Entry(id, ticket, plate, entryTime, description, ended, payment, authorship);
    }

    public Entry with(Payment paid) {
        return new Entry(id, ticket, plate, entryTime, description, stay, paid, authorship);
    }

    public Entry with(Authorship written) {
        return new Entry(id, ticket, plate, entryTime, description, stay, payment, written);
    }

    public boolean isInside() {
        return stay.status() == Status.PARKED;
    }
}
