package gatebook.sim.cloud;

import gatebook.rules.entry.Description;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.Plate;
import gatebook.rules.entry.Stay;
import gatebook.rules.entry.Ticket;
import gatebook.rules.entry.TicketNo;
import gatebook.rules.entry.VehicleType;
import gatebook.wire.compare.Fingerprint;
import gatebook.wire.compare.LostState;
import gatebook.wire.entry.EntryJson;
import gatebook.wire.push.OpId;
import gatebook.wire.push.OperationKind;
import gatebook.wire.push.OutgoingOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the operations of a scenario:
 *
 * <pre>
 * new a P1@10:00            creates a, plate P1, in at 10:00
 * set a 1 P1@10:00 n=late   changes a, made on version 1
 * void a 2                  voids a, made on version 2
 * </pre>
 *
 * Behind an image may stand {@code out=12:00}, {@code fee=-5}, {@code n=} notes, {@code in=} transport, {@code T=} class,
 * {@code t=} ticket; behind any operation {@code #x} for its id, {@code by=} who, {@code at=} when, {@code lost=version:state}.
 */
final class OperationWords {
    private int count;

    List<OutgoingOperation> read(String text) {
        List<OutgoingOperation> operations = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            if (!one.isBlank()) {
                operations.add(operation(one.strip().split(" +")));
            }
        }
        return operations;
    }

    private OutgoingOperation operation(String[] words) {
        count++;
        OpId op = Sample.op("~" + count);
        String by = "System";
        Instant at = HandClock.NOON;
        List<LostState> lost = new ArrayList<>();
        for (String word : words) {
            String value = word.substring(word.indexOf('=') + 1);
            if (word.startsWith("#")) {
                op = Sample.op(word);
            } else if (word.startsWith("by=")) {
                by = value.replace('_', ' ').replace('^', '\u0007');
            } else if (word.startsWith("at=")) {
                at = Instant.parse(value);
            } else if (word.startsWith("lost=")) {
                lost.add(lost(value));
            }
        }
        EntryId record = words[1].equals("nil") ? new EntryId(new java.util.UUID(0, 0)) : Sample.record(words[1]);
        return switch (words[0]) {
            case "new" ->
                new OutgoingOperation(op, OperationKind.CREATE, record, 0, at, by, image(words, words[2]), lost);
            case "set" ->
                new OutgoingOperation(
                        op,
                        OperationKind.UPDATE,
                        record,
                        Long.parseLong(words[2]),
                        at,
                        by,
                        image(words, words[3]),
                        lost);
            case "void" ->
                new OutgoingOperation(op, OperationKind.DELETE, record, Long.parseLong(words[2]), at, by, null, lost);
            default -> throw new IllegalArgumentException("no operation: " + words[0]);
        };
    }

    private static LostState lost(String versionAndState) {
        String[] parts = versionAndState.split(":", -1);
        String hash = parts[1].equals(Fingerprint.VOID) ? parts[1] : Fingerprint.of(parts[1]);
        return new LostState(Long.parseLong(parts[0]), hash);
    }

    private static @Nullable String image(String[] words, String plateAndTime) {
        if (plateAndTime.equals("nothing")) {
            return null; // an image that was left out
        }
        String[] parts = plateAndTime.split("@", -1);
        Entry entry = Sample.entry(
                words[1].equals("nil") ? "a" : words[1], parts[0].replace('_', ' '), Sample.time(parts[1]));
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                entry = with(entry, word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return EntryJson.encode(entry);
    }

    private static Entry with(Entry entry, String name, String value) {
        Description noted = entry.description();
        Stay stay = entry.stay();
        return switch (name) {
            case "out" -> Sample.exited(entry, Sample.time(value));
            case "fee" ->
                entry.with(new Stay(
                        stay.status(),
                        stay.exitTime(),
                        Sample.money(Long.parseLong(value)),
                        null,
                        true,
                        stay.feeReason()));
            case "n" -> entry.with(noted.withNotes(value));
            case "in" -> entry.with(noted.withTransportName(value));
            case "T" -> entry.with(noted.withVehicleType(new VehicleType(value)));
            case "t" -> entry.withTicket(new Ticket(new TicketNo(value), 1));
            case "P" -> entry.withPlate(new Plate(value));
            default -> entry;
        };
    }
}
