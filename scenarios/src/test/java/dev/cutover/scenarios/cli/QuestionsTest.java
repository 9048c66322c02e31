package dev.cutover.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.scenarios.cli.Draft.Bridge;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private final StringWriter said = new StringWriter();

    @Test
    void what_an_option_says_is_not_asked_for() throws IOException {
        assertThat(questions("other\n").text("name", "given", "usual")).isEqualTo("given");
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void an_empty_answer_and_the_end_of_all_are_the_default_which_is_shown() throws IOException {
        Questions questions = questions("\n");

        assertThat(questions.text("name", null, "usual")).isEqualTo("usual");
        assertThat(questions.text("name", null, "usual")).isEqualTo("usual");
        assertThat(said.toString()).startsWith("name [usual]: ");
    }

    @Test
    void a_choice_is_asked_for_again_until_it_is_one() throws IOException {
        assertThat(questions("fil\nFILE\n").choice("bridge", null, Bridge.HTTP)).isEqualTo(Bridge.FILE);
        assertThat(said.toString()).contains("bridge (http, file, command) [http]", "there is no 'fil'", "file");
    }

    @Test
    void where_nobody_answers_nothing_is_asked() throws IOException {
        var nobody = new Questions(new BufferedReader(new StringReader("file\n")), new PrintWriter(said), false);

        assertThat(nobody.choice("bridge", null, Bridge.HTTP)).isEqualTo(Bridge.HTTP);
        assertThat(said.toString()).isEmpty();
    }

    private Questions questions(String answers) {
        return new Questions(new BufferedReader(new StringReader(answers)), new PrintWriter(said, true), true);
    }
}
