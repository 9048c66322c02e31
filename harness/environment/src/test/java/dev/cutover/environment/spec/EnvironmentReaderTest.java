package dev.cutover.environment.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.yaml.PlanException;
import dev.cutover.environment.yaml.YamlFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EnvironmentReaderTest {
    private static final Path REFERENCE = Path.of("..", "..", "scenarios", "plans", "environments", "reference.yaml");

    private static final String SMALL = """
            name: small
            components:
              db: {postgres: {database: shop}}
              app:
                command: [sleep, "9"]
                ports: [http]
                ready: {http: {port: http, path: /health}}
            links:
              app->db: db
            """;

    @Test
    void readsTheReferenceEnvironment() {
        EnvironmentSpec reference = EnvironmentReader.read(REFERENCE);

        assertThat(reference.components().keySet())
                .containsExactly("old-db", "new-db", "kafka", "payments", "old", "new", "sync", "bridge");
        assertThat(reference.links())
                .hasSize(14)
                .contains(
                        new Link("sync->old", "sync", "old-db", "sql", Protocol.POSTGRES),
                        new Link("client->bridge", "client", "bridge", "http", Protocol.HTTP),
                        new Link("bridge->kafka", "bridge", "kafka", "kafka", Protocol.KAFKA));
    }

    @Test
    void replacesAProgramOfTheReferenceEnvironment() {
        EnvironmentSpec broken = EnvironmentReader.read(REFERENCE).withMain("sync", "somewhere/else", "a.Broken");

        assertThat(broken.component("sync").kind()).isInstanceOfSatisfying(Kind.Java.class, java -> {
            assertThat(java.program().module()).isEqualTo("somewhere/else");
            assertThat(java.program().main()).isEqualTo("a.Broken");
            assertThat(java.program().flags()).isNotEmpty();
        });
    }

    @Test
    void startsAComponentAfterWhatItIsLinkedTo() {
        assertThat(read(SMALL).component("app").after()).containsExactly("db");
        assertThat(read(SMALL.replace("ports: [http]", "ports: [http]\n    after: []"))
                        .component("app")
                        .after())
                .isEmpty();
    }

    @Test
    void refusesAnUnknownKeyWithTheNearestKnownOne() {
        refused(
                SMALL.replace("ready:", "reddy:"),
                "small.yaml:7: unknown key 'reddy', did you mean 'ready'? known keys: ");
        refused(
                SMALL.replace("database:", "databse:"),
                "small.yaml:3: key 'database' is missing in 'components.db.postgres'");
    }

    @Test
    void refusesALinkToNowhere() {
        refused(
                SMALL.replace("app->db: db", "app->db: bd"),
                "small.yaml:9: link 'app->db' names component 'bd', did you mean 'db'?");
        refused(SMALL.replace("app->db: db", "app->db: db.http"), "port names 'http', which is not there; known: sql");
        refused(SMALL.replace("app->db", "ap->db"), "link 'ap->db' names 'ap', which is not there; known: db, app");
        refused(
                SMALL.replace("[http]", "[http, admin]").replace("app->db: db", "client->app: app"),
                "app.http or app.admin");
    }

    @Test
    void refusesComponentsThatWaitForEachOther() {
        refused(
                SMALL.replace("{postgres: {database: shop}}", "{postgres: {database: shop}, after: [app]}"),
                "these components wait for each other, so none can start first: db after app after db");
    }

    @Test
    void refusesToBeReadyOnAPortThatIsNotThere() {
        refused(
                SMALL.replace("port: http", "port: web"),
                "component 'app': ready names port 'web'; its ports are: http");
    }

    private static EnvironmentSpec read(String yaml) {
        return EnvironmentReader.environment(YamlFile.parse("small.yaml", yaml));
    }

    private static void refused(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(PlanException.class).hasMessageContaining(message);
    }
}
