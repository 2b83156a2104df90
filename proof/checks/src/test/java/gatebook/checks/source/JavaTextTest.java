package gatebook.checks.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JavaTextTest {

    @Test
    void blanksCommentsAndLiteralsAndKeepsColumns() {
        JavaText text = JavaText.of("int a = 1; // why\nString b = \"// no\"; /* x\ny */ char c = '\"';\n");
        assertThat(text.code()).isEqualTo("int a = 1;       \nString b = \"     \";     \n     char c = ' ';\n");
        assertThat(text.comments()).containsExactly(new Spot(1, "// why"), new Spot(2, "/* x\ny */"));
    }

    @Test
    void readsTextBlocksAndEscapes() {
        JavaText text = JavaText.of("a(\"\"\"\n  \"one\" // two\n  \"\"\", \"\\\"//\"); // three");
        assertThat(text.code()).doesNotContain("one").doesNotContain("two");
        assertThat(text.comments()).containsExactly(new Spot(3, "// three"));
    }

    @Test
    void endsWithAnUnfinishedFile() {
        assertThat(JavaText.of("/* open").comments()).hasSize(1);
        assertThat(JavaText.of("\"open\\").code()).startsWith("\"");
    }
}
