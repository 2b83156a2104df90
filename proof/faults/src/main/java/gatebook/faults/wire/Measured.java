package gatebook.faults.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Carries a request faithfully and notes how long it and its answer are. */
final class Measured implements Fault {
    private volatile int requestBytes;
    private volatile int answerBytes;

    @Override
    public void meet(Passing passing) throws IOException {
        Message answer = passing.asked();
        requestBytes = passing.request().length();
        answerBytes = answer.length();
        passing.answer(answer.bytes());
    }

    /** Every byte of both. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int at = 0; at < requestBytes; at++) {
            places.add(new Place(Place.Part.REQUEST, at));
        }
        for (int at = 0; at < answerBytes; at++) {
            places.add(new Place(Place.Part.ANSWER, at));
        }
        return places;
    }
}
