package dev.cutover.environment.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.yaml.PlanException;
import dev.cutover.environment.yaml.YamlFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        EnvironmentSpec reference = EnvironmentReader.read(REFERENCE).spec();

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
        EnvironmentSpec broken = EnvironmentReader.read(REFERENCE)
                .spec()
                .withMain("sync", "somewhere/else", "a.Broken", Map.of("MORE", "yes"));

        assertThat(broken.component("sync").kind()).isInstanceOfSatisfying(Kind.Java.class, java -> {
            assertThat(java.program().module()).isEqualTo("somewhere/else");
            assertThat(java.program().main()).isEqualTo("a.Broken");
            assertThat(java.program().flags()).isNotEmpty();
        });
        assertThat(broken.component("sync").environment())
                .containsEntry("MORE", "yes")
                .hasSizeGreaterThan(1);
    }

    @Test
    void startsAComponentAfterWhatItIsLinkedTo() {
        assertThat(read(SMALL).component("app").after()).containsExactly("db");
        assertThat(read(SMALL.replace("ports: [http]", "ports: [http]\n    after: []"))
                        .component("app")
                        .after())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ready: | reddy: | 7: 'components.app.reddy' is no known key, did you mean 'ready'?
            database: | databse: | 3: 'components.db.postgres.databse' is no known key, did you mean 'database'?
            {database: shop} | {} | 3: 'components.db.postgres' lacks key 'database'
            name: small | title: small | 1: the file lacks key 'name'
            name: small | name: | 1: the file lacks key 'name'
            app->db: db | app->db: bd | 9: 'links.app->db' leads to 'bd', which is no component; components: db, app
            app->db: db | app->db: db.http | 9: 'links.app->db' leads to port 'http', which is not there; there are: sql
            app->db | ap->db | 9: 'links.ap->db' comes from 'ap', which is not there, did you mean 'app'?
            app->db | app-db | 9: 'links.app-db' must be called client->server
            app->db: db | client->app: app | app.http or app.admin
            {postgres: {database: shop}} | {postgres: {database: shop}, after: [app]} | so none can start first: db after app after db
            port: http | port: web | 7: 'components.app.ready' names port 'web'; its ports are: http
            http: { | htp: { | 7: 'components.app.ready' must be the key http, or the key tcp but is the keys htp
            {postgres: {database: shop}} | {} | 3: 'components.db' must be exactly one of postgres
            [http, admin] | http | 6: 'components.app.ports' must be a list of names
            [http, admin] | {http: -1} | 6: 'components.app.ports.http' must be a port from 0
            "9" | "${link app->bd}" | 5: 'components.app.command.1' uses ${link app->bd}, which stands for nothing, did you mean 'link app->db'?
            "9" | "${port web}" | 5: 'components.app.command.1' uses ${port web}
            [sleep, "9"] | sleep 9 | 5: 'components.app.command' must be a list but is 'sleep 9'
            ready: {http: {port: http, path: /health}} | ready-within: 5 | 7: 'components.app.ready-within' must be a duration with its unit, such as 300 ms, 2 s or 5 min but is '5'
            """)
    void refusesWhatCannotBeMeant(String text, String other, String message) {
        String yaml = SMALL.replace(
                "[http]", message.contains("app.http or") || text.contains("admin") ? "[http, admin]" : "[http]");
        assertThat(yaml).contains(text);
        assertThatThrownBy(() -> read(yaml.replace(text, Objects.requireNonNullElse(other, ""))))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith("small.yaml:");
    }

    @Test
    void isWrittenBackResolvedAsItWasMeant() {
        EnvironmentReader.Read reference = EnvironmentReader.read(REFERENCE);
        String resolved = reference.resolved(Map.of("households", "100"), Map.of("kafka", "apache/kafka:4.3.1"));

        assertThat(resolved).contains("ready-within: 1 min").contains("households: \"100\"");
        EnvironmentReader.Read again =
                EnvironmentReader.read(YamlFile.parse("resolved.yaml", resolved), Path.of("elsewhere"));
        assertThat(again.spec().components()).isEqualTo(reference.spec().components());
        assertThat(again.spec().links()).isEqualTo(reference.spec().links());
        assertThat(again.written().images()).containsOnly(Map.entry("kafka", "apache/kafka:4.3.1"));
    }

    private static EnvironmentSpec read(String yaml) {
        return EnvironmentReader.read(YamlFile.parse("small.yaml", yaml), Path.of("."))
                .spec();
    }
}
