package dev.cutover.environment.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

    private static final String CAKE = """
            name: sponge
            colour: dark-blue
            bake: 35 min
            parts:
              - {name: base, share: 75%}
              - {name: cream, share: 0.25}
            """;

    record Cake(
            String name,
            Colour colour,
            Duration bake,
            @JsonProperty(defaultValue = "8") int guests,
            @JsonProperty(defaultValue = "false") boolean vegan,
            Optional<String> note,
            Map<String, String> labels,
            List<Part> parts) {}

    record Part(String name, double share) {
        Part {
            if (share > 1) {
                throw WrongValue.at("must be 1 at most but is " + share, "share");
            }
        }
    }

    private enum Colour {
        RED,
        DARK_BLUE
    }

    @Test
    void bindsTextsWithUnitsWordsAndDefaults() {
        assertThat(bind(CAKE))
                .isEqualTo(new Cake(
                        "sponge",
                        Colour.DARK_BLUE,
                        Duration.ofMinutes(35),
                        8,
                        false,
                        Optional.empty(),
                        Map.of(),
                        List.of(new Part("base", 0.75), new Part("cream", 0.25))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "on", "yes", "012", "1:30", "2026-11-24", "1e3", "0x1f", "1_000", "true", ".inf"})
    void leavesTextsAsTheyAreWritten(String text) {
        assertThat(bind(CAKE.replace("sponge", text)).name()).isEqualTo(text);
        assertThat(bind(YamlFile.write(bind(CAKE.replace("sponge", text)))).name())
                .isEqualTo(text);
    }

    @Test
    void isTheSameWhenWrittenAndReadAgain() {
        Cake cake = bind(CAKE + "note: |\n  two\n  lines: 'of it'\nlabels: {null: '~', '': ' # no comment '}\n");

        assertThat(bind(YamlFile.write(cake))).isEqualTo(cake);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            colour: | color: | 2: 'color' is no known key, did you mean 'colour'? known keys: name, colour, bake
            dark-blue | dark_blue | 2: 'colour' is 'dark_blue', did you mean 'dark-blue'? expected one of: red, dark-blue
            35 min | 35 | 3: 'bake' must be a duration with its unit, such as 300 ms, 2 s or 5 min but is '35'
            35 min | [35 min] | 3: 'bake' must be a duration with its unit, such as 300 ms, 2 s or 5 min but is a list of 1
            share: 75% | share: 175% | 5: 'parts.base.share' must be 1 at most but is 1.75
            share: 75% | share: most | 5: 'parts.base.share' must be a number such as 0.1 or 10% but is 'most'
            0.25} | 0.25, x: 1} | 6: 'parts.cream.x' is no known key; known keys: name, share
            , share: 0.25 | `` | 6: 'parts.cream' lacks key 'share'
            name: sponge | guests: many | 1: 'guests' must be a whole number but is 'many'
            name: sponge | `name: x\nname: y` | 1
            name: sponge | vegan: yes | 1: 'vegan' must be true or false but is 'yes'
            name: sponge | parts: 5 | key 'parts' is there already, in line 1
            name: sponge | `` | 2: the file lacks key 'name'
            name: sponge | name: | 1: the file lacks key 'name'
            name: sponge | name: {a: b} | 1: 'name' must be a text but is the keys a
            name: sponge | name: *base | 1: '*base' refers to another place; write out what stands there
            name: sponge | - name | not valid YAML
            """)
    void refusesWithLineWhatWasExpectedAndFound(String text, String other, String message) {
        assertThat(CAKE).contains(text);
        assertThatThrownBy(() -> bind(CAKE.replace(text, other)))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith("cake.yaml:");
    }

    @Test
    void refusesAFileOfAnotherShape() {
        assertThatThrownBy(() -> bind("")).hasMessage("cake.yaml: the file must be keys with values but is empty");
        assertThatThrownBy(() -> bind("- 1\n- 2"))
                .hasMessage("cake.yaml:1: the file must be keys with values but is a list of 2");
        assertThatThrownBy(() -> bind(CAKE + "---\n" + CAKE)).hasMessageContaining("a second document starts here");
    }

    @Test
    void takesValuesFromTheCommandLine() {
        Cake cake = set("bake=2 h", "parts.cream.share=1", "parts.0.name=bottom", "labels.shop=corner", "guests=3");

        assertThat(cake.bake()).isEqualTo(Duration.ofHours(2));
        assertThat(cake.parts()).containsExactly(new Part("bottom", 0.75), new Part("cream", 1));
        assertThat(cake.labels()).containsExactly(Map.entry("shop", "corner"));
        assertThat(cake.guests()).isEqualTo(3);
        assertThat(set("parts=[]").parts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bakee=1 h | --set bakee=1 h: 'bakee' is no known key, did you mean 'bake'?
            bake=1 | --set bake=1: 'bake' must be a duration
            part.cream.share=1 | --set part.cream.share=1: 'part' is no known key, did you mean 'parts'?
            parts.creme.share=1 | --set parts.creme.share=1: names 'creme', did you mean 'cream'? there are: base, cream
            parts.cream.share=7 | --set parts.cream.share=7: 'parts.cream.share' must be 1 at most but is 7.0
            name.first=x | goes deeper than the file does
            name | must be key=value
            """)
    void refusesFromTheCommandLineWhatItWouldRefuseInTheFile(String assignment, String message) {
        assertThatThrownBy(() -> set(assignment))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining(message);
    }

    private static Cake set(String... assignments) {
        return YamlFile.parse("cake.yaml", CAKE).with(List.of(assignments)).bind(Cake.class);
    }

    private static Cake bind(String yaml) {
        return YamlFile.parse("cake.yaml", yaml).bind(Cake.class);
    }
}
