package dev.cutover.environment.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.EnvironmentException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    private static final Placeholders PLACEHOLDERS = Placeholders.of(
            "old",
            Map.of("http", new Address("127.0.0.1", 8080)),
            Map.of("old->db", new Address("127.0.0.1", 5432)),
            Map.of("households", "70"),
            Map.of("seed", "42"));

    @Test
    void fillsInEverything() {
        assertThat(PLACEHOLDERS.fill(
                        "X",
                        "${port http} jdbc:postgresql://${link old->db}/a?user=x ${parameter households}$ ${ seed }"))
                .isEqualTo("8080 jdbc:postgresql://127.0.0.1:5432/a?user=x 70$ 42");
    }

    @Test
    void namesWhatIsNotKnownAndWhatIs() {
        assertThatThrownBy(() -> PLACEHOLDERS.fill("DB_URL", "${link bridge->old}"))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageStartingWith(
                        "component 'old', DB_URL: nothing is known as ${link bridge->old}; it can use: ")
                .hasMessageContaining("${link old->db}")
                .hasMessageContaining("${parameter households}");
    }

    @Test
    void refusesWhatLiesOutside() {
        for (String outside : new String[] {
            "http://production.example/shop",
            "jdbc:postgresql://user:secret@10.0.0.7:5432/shop",
            "http://[2001:db8::1]:80"
        }) {
            assertThatThrownBy(() -> PLACEHOLDERS.fill("URL", outside))
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageContaining("lies outside the environment");
        }
    }
}
