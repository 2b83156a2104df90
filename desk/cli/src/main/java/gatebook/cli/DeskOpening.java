package gatebook.cli;

import gatebook.rules.refusal.Refusal;
import gatebook.store.backup.Backup;
import gatebook.store.file.Notice;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Scrutiny;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.sqlite.StoreFault;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens the register for a command, and turns what may be wrong with it into words. */
final class DeskOpening {
    private final Program program;

    DeskOpening(Program program) {
        this.program = program;
    }

    Ending open(Scrutiny scrutiny, Function<OpenDesk, Ending> work) {
        return with(file().open(scrutiny), work);
    }

    /** Begins an empty register although there are traces of an earlier one. */
    Ending startAnew(Function<OpenDesk, Ending> work) {
        return with(file().startAnew(), work);
    }

    private RegisterFile file() {
        return new RegisterFile(
                program.home(), program.around().clock(), program.around().ids());
    }

    private Ending with(Opening opening, Function<OpenDesk, Ending> work) {
        return switch (opening) {
            case Opening.Opened(Register register) -> at(register, work);
            case Opening.Newer(var found, var known) ->
                new Ending.Refused(
                        Refusal.NEWER_FILE,
                        program.home().register() + " has the shape " + found.number() + ", this program knows "
                                + known.number());
            case Opening.Damaged(List<String> findings, var movedTo, Backup newest) ->
                new Ending.Refused(
                        Refusal.DAMAGED,
                        "the register is damaged (" + first(findings) + ") and was moved aside untouched to " + movedTo
                                + "; " + newest(newest));
            case Opening.Missing(var traces, Backup newest) ->
                new Ending.Refused(
                        Refusal.FILE_MISSING,
                        "there is no register in " + program.home().folder() + ", but there was one ("
                                + traces.getFirst().getFileName() + " is left); " + newest(newest));
            case Opening.Refused(Opening.Reason reason, String detail) -> new Ending.Refused(reason.refusal(), detail);
        };
    }

    private Ending at(Register register, Function<OpenDesk, Ending> work) {
        try (register) {
            register.notices().forEach(this::tell);
            return work.apply(
                    new OpenDesk(program, register, register.database().read(DeskProfile::read)));
        } catch (StoreFault fault) {
            return refused(fault);
        }
    }

    /** A fault of the disk in the catalogue's words; a bug stays what it is. */
    static Ending refused(StoreFault fault) {
        return new Ending.Refused(fault.refusal().orElseThrow(() -> fault), String.valueOf(fault.getMessage()));
    }

    private void tell(Notice notice) {
        switch (notice) {
            case Notice.Created() -> {
                // The first use of a folder sets the desk up without a word.
            }
            case Notice.UncleanEnd _ -> say("the last use of the register did not end well; its pages are checked");
            case Notice.Migrated(var from, var to, var copy) ->
                say("the register got the shape " + to.number() + " (it had " + from.number()
                        + "); a copy of it as it was: " + copy);
            case Notice.WentBack(var inRegister, var remembered) ->
                say(String.format(
                        Locale.ROOT,
                        "the register is an older copy of itself: it ends at change %d, and %d were written; numbers go on"
                                + " after the last ones given out",
                        inRegister.auditRow(),
                        remembered.auditRow()));
        }
    }

    private void say(String words) {
        program.voice().aside("gatebook: " + words);
    }

    private static String first(List<String> findings) {
        return findings.isEmpty() ? "unreadable" : findings.getFirst();
    }

    private static String newest(@Nullable Backup newest) {
        return newest == null ? "there is no sound backup beside it" : "the newest sound backup is " + newest.file();
    }
}
