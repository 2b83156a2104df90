package gatebook.cli;

import gatebook.store.exchange.Tally;
import gatebook.store.metadata.DeskProfile;
import gatebook.sync.connectivity.Failure;
import gatebook.sync.service.Desk;
import gatebook.sync.service.DryRun;
import gatebook.sync.transport.HttpCloud;

/** A run of synchronizing that is only rehearsed, on both sides. */
final class RehearsedRun {
    private final OpenDesk desk;
    private final DeskProfile.Membership membership;

    RehearsedRun(OpenDesk desk, DeskProfile.Membership membership) {
        this.desk = desk;
        this.membership = membership;
    }

    Ending run() {
        return new SyncRights(desk).soon(() -> {
            Surroundings around = desk.around();
            try (HttpCloud cloud = new CloudLine(around).of(desk.profile(), membership)) {
                Desk exchange = Desk.of(desk.database(), around.ids(), around.clock(), around.nanos(), around.random());
                return switch (new DryRun(exchange, cloud).rehearse()) {
                    case DryRun.Result.Unheard(Failure failure) -> CloudLine.refused(failure);
                    case DryRun.Result.Rehearsed(Tally tally) -> give(tally);
                };
            }
        });
    }

    private Ending give(Tally tally) {
        RunAnswer answer = new RunAnswer(0, tally, "completed");
        desk.voice()
                .answer(
                        out -> out.object(() -> {
                            answer.fields(out);
                            out.flag("dry_run", true);
                        }),
                        out -> out.println("a sync now would come to: " + answer.counts() + "; nothing was changed"));
        return new Ending.Done();
    }
}
