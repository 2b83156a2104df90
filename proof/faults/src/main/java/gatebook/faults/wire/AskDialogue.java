package gatebook.faults.wire;

import gatebook.sync.transport.Answer;
import gatebook.sync.transport.HttpCloud;
import java.util.List;
import java.util.function.Function;

/** A desk asks for something that does not change meanwhile: it hears just that, or nothing. */
final class AskDialogue implements Dialogue {
    private final Yard yard;
    private final String kind;
    private final Function<HttpCloud, Answer<?>> asking;
    private final WireDesk desk;
    private final Answer<?> expected;

    /**
     * @param writer has records at the site, and asks
     */
    AskDialogue(Yard yard, WireDesk writer, String kind, Function<HttpCloud, Answer<?>> asking) {
        this.yard = yard;
        this.kind = kind;
        this.asking = asking;
        this.desk = writer;
        this.expected = asking.apply(desk.cloud());
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<String> round(Fault fault) {
        Complaints complaints = new Complaints();
        yard.line().does(Aimed.once(kind, fault));
        Answer<?> answer = asking.apply(desk.cloud());
        complaints.unless(
                answer instanceof Answer.Failed<?> || answer.equals(expected), "heard something else: " + answer);
        yard.line().isClean();
        Answer<?> again = asking.apply(desk.cloud());
        // The first may meet a connection that the fault has closed.
        Answer<?> heard = again instanceof Answer.Failed<?> ? asking.apply(desk.cloud()) : again;
        complaints.unless(heard.equals(expected), "over a clean line it hears " + heard);
        return complaints.all();
    }

    @Override
    public void close() {
        desk.close();
        yard.close();
    }
}
