package gatebook.faults.fuzz;

/** What Jazzer calls with each input that it makes; the decoder is the one named by the property of this process. */
public final class CoverageGuided {
    static final String DECODER = "gatebook.fuzz.decoder";
    private static final Decoder UNDER_ATTACK = Decoders.named(System.getProperty(DECODER, ""));

    private CoverageGuided() {}

    public static void fuzzerTestOneInput(byte[] input) {
        UNDER_ATTACK.law().accept(input);
    }
}
