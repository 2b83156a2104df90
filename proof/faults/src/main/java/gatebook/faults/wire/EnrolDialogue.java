package gatebook.faults.wire;

import gatebook.sync.transport.Answer;
import gatebook.sync.transport.HttpCloud;
import gatebook.wire.compare.Span;
import gatebook.wire.device.EnrolmentAnswer;
import gatebook.wire.device.EnrolmentRequest;
import java.util.List;
import java.util.Optional;

/** A desk joins: a code lets one desk in, and a desk that did not hear so joins with the code if it is unused, else with another. */
final class EnrolDialogue implements Dialogue {
    private final Yard yard;
    private final HttpCloud cloud;

    EnrolDialogue(Yard yard) {
        this.yard = yard;
        this.cloud = WireDesk.line(yard.line().address(), null, new PassingTime());
    }

    @Override
    public String kind() {
        return "POST /v1/devices";
    }

    @Override
    public List<String> round(Fault fault) {
        Complaints complaints = new Complaints();
        int before = yard.cloud().desks(yard.site());
        String code = yard.cloud().code(yard.site());
        int codes = 1;
        yard.line().does(Aimed.once(kind(), fault));
        Answer<EnrolmentAnswer> answer = join(code);
        yard.line().isClean();
        boolean codeIsUsed = yard.cloud().desks(yard.site()) > before;
        if (answer instanceof Answer.Failed<EnrolmentAnswer>) {
            // Asked in vain too often, the cloud would take it for guessing.
            answer = codeIsUsed ? answer : join(code);
            if (answer instanceof Answer.Failed<EnrolmentAnswer>) {
                codes++;
                answer = join(yard.cloud().code(yard.site()));
            }
        }
        complaints.unless(isIn(answer), "over a clean line it does not come in: " + answer);
        int joined = yard.cloud().desks(yard.site()) - before;
        complaints.unless(joined <= codes, codes + " codes let in " + joined + " desks");
        return complaints.all();
    }

    private Answer<EnrolmentAnswer> join(String code) {
        return cloud.enrol(new EnrolmentRequest(code, "gate", Optional.empty()));
    }

    /** Whether it was heard to have joined, and the token it heard is a token. */
    private boolean isIn(Answer<EnrolmentAnswer> answer) {
        if (!(answer instanceof Answer.Heard<EnrolmentAnswer>(EnrolmentAnswer joined))) {
            return false;
        }
        try (HttpCloud itsOwn = WireDesk.line(yard.cloud().address(), joined.token(), new PassingTime())) {
            return itsOwn.list(Span.ALL) instanceof Answer.Heard<?>
                    && joined.siteId().equals(yard.site().value());
        }
    }

    @Override
    public void close() {
        cloud.close();
        yard.close();
    }
}
