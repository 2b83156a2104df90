package gatebook.faults.fuzz;

import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F-E7, F-F12, SEC-27: bytes of any kind are read or refused, each decoder in its own words. */
@Timeout(120)
final class DecodersTest {
    /** Enough to meet what is met often; coverage-guided runs of minutes stand behind it. */
    private static final int INPUTS = Integer.getInteger("gatebook.fuzz.inputs", 500);

    private static final long SEED = Long.getLong("gatebook.fuzz.seed", 20_261_122);

    static List<Decoder> decoders() {
        return Decoders.ALL;
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void keepsItsLawForSoundInputsAndForThoseThatOnceBrokeIt(Decoder decoder) {
        Stream.concat(decoder.seeds().stream(), Seeds.kept(decoder).stream()).forEach(input -> hold(decoder, input));
        hold(decoder, new byte[0]);
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void keepsItsLawForHostileInputs(Decoder decoder) {
        Mutation mutation = new Mutation(new SplittableRandom(SEED));
        for (int at = 0; at < INPUTS / decoder.cost(); at++) {
            hold(decoder, mutation.of(decoder.seeds()));
        }
    }

    private static void hold(Decoder decoder, byte[] input) {
        try {
            decoder.law().accept(input);
        } catch (RuntimeException | Error broken) {
            throw new AssertionError(
                    decoder + " breaks on " + HexFormat.of().formatHex(input) + " (keep it in " + Seeds.KEPT + ")",
                    broken);
        }
    }
}
