package gatebook.sim.site;

import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.sim.cloud.CloudBehind;
import gatebook.sim.cloud.DeskKey;
import gatebook.sim.cloud.Reply;
import gatebook.sim.cloud.SiteCloud;
import gatebook.wire.push.OpOutcome;
import gatebook.wire.push.PushAnswer;
import gatebook.wire.push.PushRequest;
import gatebook.wire.push.ReceivedOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A cloud of another version, which for a while refuses some operations for what they say: always the same ones, however often
 * they are sent. The rest it hands on.
 */
final class PickyCloud extends CloudBehind {
    private static final int ONE_OF = 3;

    private final BooleanSupplier refusing;

    /**
     * @param refusing whether it does just now
     */
    PickyCloud(SiteCloud behind, BooleanSupplier refusing) {
        super(behind);
        this.refusing = refusing;
    }

    @Override
    public Reply<PushAnswer> push(DeskKey desk, PushRequest request) {
        if (!refusing.getAsBoolean()) {
            return behind.push(desk, request);
        }
        List<ReceivedOperation> taken =
                request.operations().stream().filter(one -> !isRefused(one)).toList();
        PushRequest rest =
                new PushRequest(request.deviceSeq(), request.dryRun(), request.after(), request.trail(), taken);
        return behind.push(desk, rest).then(answer -> new Reply.Heard<>(withRefusals(request, answer)));
    }

    private static boolean isRefused(ReceivedOperation operation) {
        return Math.floorMod(operation.opId().hashCode(), ONE_OF) == 0;
    }

    private static PushAnswer withRefusals(PushRequest request, PushAnswer answer) {
        Map<Object, PushAnswer.Result> judged = new HashMap<>();
        answer.results().forEach(result -> judged.put(result.opId(), result));
        List<PushAnswer.Result> all = new ArrayList<>();
        for (ReceivedOperation operation : request.operations()) {
            PushAnswer.Result result = judged.get(operation.opId());
            all.add(result != null ? result : new PushAnswer.Result(operation.opId(), refusal()));
        }
        return new PushAnswer(answer.history(), all, answer.cursor(), answer.end(), answer.trail());
    }

    private static OpOutcome refusal() {
        return new OpOutcome.Rejected(List.of(new FieldError("notes", FieldFault.BAD_TEXT, "not in this version")));
    }
}
