package gatebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StdoutTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void anAnswerThatCouldNotBeWrittenIsNoSuccess() {
        assertThat(ending("No space left on device", 0)).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("No space left on device");
        assertThat(ending("No space left on device", 1)).isEqualTo(1);
    }

    @Test
    void aReaderWhoWentAwayIsNoTrouble() {
        assertThat(ending("Broken pipe", 0)).isZero();
        assertThat(said.size()).isZero();
    }

    @Test
    void anAnswerThatWasWrittenLeavesTheCodeAsItIs() {
        assertThat(ending(new Stdout(new ByteArrayOutputStream()), 0)).isZero();
    }

    private int ending(String trouble, int code) {
        return ending(
                new Stdout(new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException(trouble);
                    }
                }),
                code);
    }

    private int ending(Stdout out, int code) {
        PrintStream answers = new PrintStream(out, false, StandardCharsets.UTF_8);
        answers.println("{}");
        answers.flush();
        return out.ending(code, new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
