package gatebook.rules.merge;

import java.util.List;
import java.util.Optional;

/** The seed's ConflictResolver as a pure function. */
public final class Merge {
    private Merge() {}

    /**
     * Decides one record.
     *
     * @param base what the cloud held when local and remote last agreed; empty when that is not known, and then every
     *     field that differs counts as changed on both sides
     */
    public static Verdict decide(Optional<Image> base, Image local, Image remote, Policy policy) {
        if (local.equals(remote)) {
            return new Verdict.Same();
        }
        if (base.isPresent() && base.get().equals(local)) {
            return new Verdict.TakeRemote();
        }
        if (base.isPresent() && base.get().equals(remote)) {
            return new Verdict.KeepLocal();
        }
        return new Verdict.AskPerson(ConflictType.VERSION_MISMATCH, List.of());
    }
}
