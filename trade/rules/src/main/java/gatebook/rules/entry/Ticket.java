package gatebook.rules.entry;

/**
 * The numbers given out with a new entry.
 *
 * @param serialNumber the running number of the desk's business day, from 1
 */
public record Ticket(TicketNo number, long serialNumber) {}
