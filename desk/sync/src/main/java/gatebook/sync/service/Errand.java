package gatebook.sync.service;

import gatebook.sync.connectivity.Failure;
import gatebook.sync.engine.Event;
import gatebook.sync.transport.Answer;
import gatebook.sync.transport.Cloud;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One request to the cloud in three steps, between which time may pass: what is to be asked, which may be read of the book,
 * the asking itself, and what the answer means, which may be read of the book again. None of them writes.
 */
public record Errand<Q, A>(
        Supplier<Q> question, BiFunction<Cloud, Q, Answer<A>> asking, BiFunction<Q, A, Event> hearing) {

    /** An errand whose answer needs no second look at the question. */
    static <Q, A> Errand<Q, A> of(Q question, BiFunction<Cloud, Q, Answer<A>> asking, Function<A, Event> heard) {
        return new Errand<>(() -> question, asking, (asked, answer) -> heard.apply(answer));
    }

    /** All of it, one after the other; blocks until the cloud has answered. */
    public Event carryOut(Cloud cloud) {
        Q asked = question.get();
        return told(asked, asking.apply(cloud, asked));
    }

    /** What the engine is told of an answer to what was asked. */
    public Event told(Q asked, Answer<A> answer) {
        return switch (answer) {
            case Answer.Heard<A>(A message) -> hearing.apply(asked, message);
            case Answer.Failed<A>(Failure failure) -> new Event.RequestFailed(failure);
        };
    }
}
