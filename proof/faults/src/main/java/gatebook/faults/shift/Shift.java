package gatebook.faults.shift;

import gatebook.rules.entry.EntryId;
import gatebook.store.file.DeskHome;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Scrutiny;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A scripted shift: steps numbered from 1 that go round the script again and again. Step n does the same to the same
 * register each time, so that a register shows by what it holds how many steps it has seen.
 */
public final class Shift {
    static final List<Deed> SCRIPT = List.of(Deed.values());

    /** Steps of the script. */
    public static final int LENGTH = SCRIPT.size();

    /** After this step the register is closed and opened again: its log goes into the file in the midst of work. */
    static final int CLOSED_AFTER = 15;

    private static final int OWN_IDS_OF_A_STEP = 4;

    private Shift() {}

    /** Opens the register of a folder, making it where there is none. */
    public static Opening open(Path folder) {
        return new RegisterFile(new DeskHome(folder), Gate.clock(0), Gate.ids(0)).open(Scrutiny.USUAL);
    }

    /** Takes one step. */
    static void take(Register register, long step) {
        deed(step).carryOut(new Gate(register, step));
    }

    static Deed deed(long step) {
        return SCRIPT.get((int) ((step - 1) % LENGTH));
    }

    /** How many of so many steps a power cut must leave: all but one whose commit waits for the next. */
    public static long flushed(long steps) {
        return steps > 0 && deed(steps).isFlushedLater() ? steps - 1 : steps;
    }

    /** Each record that the first steps may have written. */
    static List<EntryId> records(long steps) {
        List<EntryId> records = new ArrayList<>();
        for (long step = 1; step <= steps; step++) {
            for (long number = 1; number <= OWN_IDS_OF_A_STEP; number++) {
                records.add(new EntryId(Elsewhere.id(step, number)));
            }
            records.add(Elsewhere.vehicle(step, 1).id());
            records.add(Elsewhere.vehicle(step, 2).id());
        }
        return records;
    }
}
