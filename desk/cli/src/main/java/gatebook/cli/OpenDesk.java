package gatebook.cli;

import gatebook.store.file.Register;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Session;
import java.util.function.Function;

/**
 * The register while a command works at it.
 *
 * @param profile who the desk is, as read when it was opened
 */
record OpenDesk(Program program, Register register, DeskProfile profile) {
    Database database() {
        return register.database();
    }

    Voice voice() {
        return program.voice();
    }

    Surroundings around() {
        return program.around();
    }

    /** Reads at one moment of the register. */
    <T> T read(Function<Session, T> reading) {
        return database().read(reading);
    }

    Clocks clocks() {
        return new Clocks(profile.zone());
    }
}
