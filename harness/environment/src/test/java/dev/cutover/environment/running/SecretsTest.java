package dev.cutover.environment.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.EnvironmentReader;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Jdbc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final String FILE = """
            name: small
            components:
              app:
                command: [sleep, "9"]
                ports: [sql]
                jdbc: { url: 'jdbc:mysql://${address sql}/shop', user: app, password: '${file key}' }
                environment:
                  PASSWORD: 'user:${env PATH}'
                  KEY: ${file key}
            """;

    @TempDir
    Path folder;

    @Test
    void readsTheEnvironmentOfTheTestbedAndFiles() throws IOException {
        Files.writeString(folder.resolve("key"), "s3cret ${env HOME}\n");

        assertThat(context(FILE).variables())
                .containsEntry("PASSWORD", "user:" + System.getenv("PATH"))
                .containsEntry("KEY", "s3cret ${env HOME}");
    }

    @Test
    void fillsInHowADatabaseIsReadAndDoesNotShowThePassword() throws IOException {
        Files.writeString(folder.resolve("key"), "s3cret");
        Jdbc jdbc = context(FILE).jdbc().orElseThrow();

        assertThat(jdbc.password()).hasValue("s3cret");
        assertThat(jdbc).hasToString("jdbc:mysql://127.0.0.1:3306/shop as app");
    }

    @Test
    void namesTheLineOfWhatIsNotThere() throws IOException {
        assertThatThrownBy(() -> context(FILE).variables())
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("environment.yaml:9: 'components.app.environment.KEY' uses ${file key}, but");
        ComponentContext unset = context(FILE.replace("env PATH", "env CUTOVER_IS_NOT_SET"));
        assertThatThrownBy(unset::variables)
                .hasMessageContaining("environment.yaml:8: 'components.app.environment.PASSWORD'")
                .hasMessageContaining("uses ${env CUTOVER_IS_NOT_SET}, which is not set");
    }

    @Test
    void showsNoSecretThatLeadsOutside() throws IOException {
        Files.writeString(folder.resolve("key"), "http://s3cret/");

        assertThatThrownBy(() -> context(FILE).variables())
                .hasMessageContaining("an address in it lies outside the environment")
                .hasMessageNotContaining("s3cret");
    }

    private ComponentContext context(String yaml) throws IOException {
        EnvironmentSpec spec = EnvironmentReader.read(Files.writeString(folder.resolve("environment.yaml"), yaml))
                .spec();
        Map<String, Address> ports = Map.of("sql", new Address("127.0.0.1", 3306));
        return new ComponentContext(
                spec.component("app"),
                spec,
                new Addresses(Map.of("app", ports), Map.of()),
                Placeholders.of("app", ports, Map.of(), Map.of(), Map.of()));
    }
}
