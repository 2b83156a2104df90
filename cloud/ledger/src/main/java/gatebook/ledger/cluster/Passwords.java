package gatebook.ledger.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** The passwords of a server of our own: 256 random bits each, in a file that only this account may read. */
record Passwords(String superuser, String owner) {
    private static final String FILE = "passwords";
    private static final int BYTES = 32;

    /** The ones in the folder, made on first use. */
    static Passwords of(Path folder, RandomGenerator secrets) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            Private.file(file, random(secrets) + "\n" + random(secrets) + "\n");
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() < 2) {
            throw new IOException("the file " + file + " is damaged; it holds the two passwords of the database");
        }
        return new Passwords(lines.get(0), lines.get(1));
    }

    @Override
    public String toString() {
        return "Passwords(…)";
    }

    private static String random(RandomGenerator secrets) {
        byte[] bytes = new byte[BYTES];
        secrets.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
