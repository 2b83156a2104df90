package gatebook.store.file;

import gatebook.rules.entry.IdSource;
import gatebook.store.backup.Examined;
import gatebook.store.backup.Holdings;
import gatebook.store.counters.Counters;
import gatebook.store.counters.HighMarks;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.migration.Migrator;
import gatebook.store.sqlite.FileConnection;
import gatebook.store.sqlite.Session;
import gatebook.store.sqlite.StoreFault;
import gatebook.store.witness.Finding;
import gatebook.store.witness.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Putting a backup in the register's place. The new file is made whole beside the old one, numbers raised and unsent work
 * brought along, and only then the old one is moved aside, with its log, and never deleted. Interrupted at any point it
 * leaves the old register, or none and the traces that {@link Opening.Missing} speaks of, or the new one.
 */
public final class Restore {
    private final DeskHome home;
    private final Clock clock;
    private final IdSource ids;

    public Restore(DeskHome home, Clock clock, IdSource ids) {
        this.home = home;
        this.clock = clock;
        this.ids = ids;
    }

    /** Says what {@link #carryOut} would change, in numbers. The register may be in use. */
    public RestorePlan plan(Path backup) throws IOException {
        home.prepare();
        return switch (Examined.examine(backup)) {
            case Examined.Unsound(List<String> findings) -> new RestorePlan.Unusable(findings);
            case Examined.Sound(Holdings coming) -> plan(backup, coming);
        };
    }

    private RestorePlan plan(Path backup, Holdings coming) {
        try (FileConnection source = FileConnection.readOnly(backup)) {
            HighMarks before = HighMarks.of(source.session());
            DeskProfile desk = DeskProfile.find(source.session()).orElse(null);
            if (desk == null) {
                return new RestorePlan.Unusable(List.of("the backup was never any desk's register"));
            }
            HighMarks reached = before.max(new Counters(home.counters()).read().orElse(HighMarks.NONE));
            Holdings present = null;
            long onlyHere = 0;
            if (Files.exists(home.register())) {
                try (FileConnection register = FileConnection.readOnly(home.register())) {
                    DeskProfile here = DeskProfile.find(register.session()).orElse(null);
                    if (here != null && isAnother(here, desk)) {
                        return new RestorePlan.Unusable(
                                List.of("the backup is of device " + desk.deviceId() + ", not of this one"));
                    }
                    present = Holdings.of(register);
                    reached = reached.max(HighMarks.of(register.session()));
                    onlyHere = CarryingOver.missing(register, source).size();
                } catch (StoreFault damaged) {
                    present = null; // the plan says that it cannot be read
                }
            }
            return new RestorePlan.Possible(
                    backup, coming, present, onlyHere, before.ticket(desk.deskCode()), reached.ticket(desk.deskCode()));
        }
    }

    /** A backup from before the desk joined its site is this desk's all the same, though its device had another id. */
    private static boolean isAnother(DeskProfile here, DeskProfile there) {
        return here.membership() != null
                && there.membership() != null
                && !Objects.equals(here.deviceId(), there.deviceId());
    }

    /**
     * Puts the backup in the register's place. Nobody else may have the register open.
     *
     * @throws IOException if the disk refuses; the old register is then where it was, or aside
     */
    public Restored carryOut(Path backup, UnsentWork unsent) throws IOException {
        home.prepare();
        Optional<OsLock> taken = Presence.alone(home);
        if (taken.isEmpty()) {
            return new Restored.InUse();
        }
        OsLock alone = taken.get();
        try {
            return switch (plan(backup)) {
                case RestorePlan.Unusable(List<String> findings) -> new Restored.Unusable(findings);
                case RestorePlan.Possible plan -> carryOut(plan, unsent, clock.instant());
            };
        } finally {
            alone.close();
        }
    }

    private Restored carryOut(RestorePlan.Possible plan, UnsentWork unsent, Instant now) throws IOException {
        Path coming = Files.createTempFile(home.folder(), "gatebook-", ".restoring");
        try {
            try (FileConnection source = FileConnection.readOnly(plan.backup())) {
                source.copyInto(coming);
            }
            List<String> carried = new ArrayList<>();
            HighMarks marks;
            try (FileConnection file = FileConnection.writable(coming)) {
                new Migrator().migrate(file);
                List<String> left = prepare(file, plan, unsent, carried, now);
                if (!left.isEmpty()) {
                    return new Restored.WouldLose(left);
                }
                marks = HighMarks.of(file.session());
            }
            if (Examined.examine(coming) instanceof Examined.Unsound(List<String> findings)) {
                return new Restored.Unusable(findings);
            }
            Path movedTo = Aside.move(home, now);
            Files.move(coming, home.register(), StandardCopyOption.ATOMIC_MOVE);
            new Counters(home.counters()).accept(marks);
            return new Restored.Done(plan, carried.size(), movedTo);
        } finally {
            Files.deleteIfExists(coming);
        }
    }

    /** Makes the copy this desk's register again; what had to stay behind though it was to come along. */
    private List<String> prepare(
            FileConnection coming, RestorePlan.Possible plan, UnsentWork unsent, List<String> carried, Instant now) {
        HighMarks remembered = new Counters(home.counters()).read().orElse(HighMarks.NONE);
        List<String> left = new ArrayList<>();
        try (FileConnection present = readable(plan)) {
            coming.inTransaction(() -> {
                long endedAt = HighMarks.of(coming.session()).auditRow();
                HighMarks reached = remembered;
                if (present != null) {
                    reached = reached.max(HighMarks.of(present.session()));
                    // A copy from before the enrolment does not know the site; a desk just set up knows nothing.
                    DeskProfile.find(present.session())
                            .filter(desk -> desk.membership() != null)
                            .ifPresent(desk -> desk.write(coming.session(), now));
                    if (unsent == UnsentWork.CARRY_OVER) {
                        carried.addAll(CarryingOver.missing(present, coming));
                        left.addAll(new CarryingOver(present.session(), coming.session(), now).bring(carried));
                    }
                }
                NewLife.begin(coming.session(), reached, ids, now);
                noteWhatIsMissing(coming.session(), new Findings.Gap(endedAt, reached.auditRow()), now);
            });
        }
        return left;
    }

    /** Who restores has been told and has agreed: it is written down, and nobody is asked about it again. */
    private void noteWhatIsMissing(Session coming, Findings.Gap gap, Instant now) {
        if (gap.isOne()) {
            long finding = Findings.tailMissing(coming, gap, new Findings.Found(now, ids));
            Findings.acknowledge(
                    coming, finding, new Finding.Acknowledgement(now, "System", "a backup was put in its place"));
        }
    }

    private @Nullable FileConnection readable(RestorePlan.Possible plan) {
        return plan.present() == null ? null : FileConnection.readOnly(home.register());
    }
}
