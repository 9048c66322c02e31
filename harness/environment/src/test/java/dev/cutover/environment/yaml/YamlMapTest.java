package dev.cutover.environment.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class YamlMapTest {
    private static final YamlMap FAULT = YamlFile.parse("plan.yaml", """
            fault: request-lost
            lats: 3 s
            share: 25%
            empty:
            nested: {on: [bridge->new, sync]}
            """);

    @Test
    void refusesAnUnknownKeyWithItsPlaceAndTheNearestKnownOne() {
        YamlMap map = YamlFile.parse("plan.yaml", "fault: x\nlats: 3 s\n");
        map.text("fault");
        map.duration("lasts", Duration.ZERO);

        refused(map::done, "plan.yaml:2: unknown key 'lats', did you mean 'lasts'? known keys: fault, lasts");
    }

    @Test
    void offersNoWordThatIsFarAway() {
        YamlMap map = YamlFile.parse("plan.yaml", "frequency: 1\n");
        map.has("fault");

        refused(map::done, "plan.yaml:1: unknown key 'frequency'; known keys: fault");
    }

    @Test
    void readsTypedValues() {
        assertThat(FAULT.text("fault")).isEqualTo("request-lost");
        assertThat(FAULT.duration("lats")).isEqualTo(Duration.ofSeconds(3));
        assertThat(FAULT.required("share").share()).isEqualTo(0.25);
        assertThat(FAULT.optional("empty")).isEmpty();
        assertThat(FAULT.map("nested").texts("on")).containsExactly("bridge->new", "sync");
        FAULT.done();
    }

    @Test
    void saysWhatWasExpectedAndFound() {
        refused(() -> FAULT.number("fault"), "plan.yaml:1: 'fault' must be a whole number but is 'request-lost'");
        refused(
                () -> FAULT.duration("share"),
                "plan.yaml:3: 'share' must be a duration with its unit, such as 300 ms, 2 s or 5 min but is '25%'");
        refused(() -> FAULT.list("nested"), "plan.yaml:5: 'nested' must be a list but is the keys on");
        refused(() -> FAULT.map("nested").text("at"), "plan.yaml:5: key 'at' is missing in 'nested'");
        refused(
                () -> FAULT.required("fault").word(Colour.class),
                "plan.yaml:1: 'fault' is 'request-lost'; expected one of: red, dark-blue");
    }

    @Test
    void refusesAKeyThatIsThereTwice() {
        refused(
                () -> YamlFile.parse("p.yaml", "a: 1\nb: 2\na: 3\n"),
                "p.yaml:3: key 'a' is there already, at p.yaml:1");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertThatThrownBy(() -> YamlFile.parse("p.yaml", "a: [1\nb: 2"))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("p.yaml: not valid YAML");
    }

    @Test
    void knowsWordsThatDifferByASwap() {
        assertThat(Nearest.distance("lats", "last")).isEqualTo(1);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    }

    private enum Colour {
        RED,
        DARK_BLUE
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(PlanException.class).hasMessage(message);
    }
}
