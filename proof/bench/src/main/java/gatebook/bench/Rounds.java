package gatebook.bench;

import gatebook.bench.figure.Timings;
import java.util.ArrayList;
import java.util.List;

/** Numbers of several rounds; what is told of them is the one in the middle. */
final class Rounds {
    private final List<Double> numbers = new ArrayList<>();

    void add(double number) {
        numbers.add(number);
    }

    double median() {
        return Timings.median(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
