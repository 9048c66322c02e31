package dev.cutover.environment.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.yaml.PlanException;
import dev.cutover.environment.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Components that are none of the project's own. */
class OwnSystemsTest {
    private static final String SMALL = """
            name: small
            components:
              db: { postgres: { database: app, init: [schema.sql] } }
              app:
                command: [app, '${here}/app.conf']
                ports: [http, admin]
                files: { conf/app.conf: app.conf }
                environment: { PASSWORD: '${env APP_PASSWORD}', KEY: '${file key}' }
                ready: { http: { port: admin, path: /ping } }
                jdbc: { url: 'jdbc:mysql://${address http}/shop', password: '${env APP_PASSWORD}' }
                memory: 512 MiB
                cpus: 0.5
                user: 101:101
                capabilities: [NET_BIND_SERVICE]
            links:
              client->app: app.http
              client->admin: app.admin
              client->page: { to: app.http, health: /up }
              client->words: { to: app.admin, protocol: tcp }
              app->db: db
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("app.conf"), "listen ${port http}; ${unknown} $host\n");
        Files.writeString(folder.resolve("schema.sql"), "select 1");
    }

    @Test
    void findsFilesBesideItsOwn() {
        EnvironmentSpec spec = read(SMALL).spec();

        assertThat(spec.component("app").files()).isEqualTo(Map.of("conf/app.conf", folder.resolve("app.conf")));
        assertThat(spec.component("db").kind())
                .isEqualTo(new Kind.Postgres("app", List.of(folder.resolve("schema.sql"))));
    }

    @Test
    void aThirdPartyHasTheFilesOfItsFolders() throws IOException {
        Files.createDirectories(folder.resolve("party/old"));
        Files.writeString(folder.resolve("party/old/charges.json"), "{}");
        Files.createDirectory(folder.resolve("answers"));
        Files.writeString(folder.resolve("answers/charged.txt"), "done");
        EnvironmentSpec spec = read("""
                name: small
                components:
                  party: { wiremock: { mappings: party, bodies: answers } }
                links:
                  client->party: party
                """).spec();

        ComponentSpec party = spec.component("party");
        assertThat(party.kind()).isEqualTo(new Kind.Wiremock());
        assertThat(party.files())
                .isEqualTo(Map.of(
                        "mappings/old/charges.json", folder.resolve("party/old/charges.json"),
                        "__files/charged.txt", folder.resolve("answers/charged.txt")));
        assertThat(party.ready()).isEqualTo(new Ready.Http("http", "/__admin/health"));
        assertThat(spec.links())
                .containsExactly(
                        new Link("client->party", "client", "party", "http", Protocol.HTTP, "/__admin/health"));
    }

    @Test
    void provesALinkByWhatIsKnownOfItsServer() {
        assertThat(read(SMALL).spec().links())
                .containsExactly(
                        new Link("client->app", "client", "app", "http", Protocol.TCP),
                        new Link("client->admin", "client", "app", "admin", Protocol.HTTP, "/ping"),
                        new Link("client->page", "client", "app", "http", Protocol.HTTP, "/up"),
                        new Link("client->words", "client", "app", "admin", Protocol.TCP),
                        new Link("app->db", "app", "db", "sql", Protocol.POSTGRES));
    }

    @Test
    void aPortThatSpeaksTlsIsAskedByTls() {
        EnvironmentSpec spec =
                read(SMALL.replace("user: 101:101", "tls: [admin]")).spec();

        assertThat(spec.component("app").origin("admin", new Address("localhost", 1)))
                .isEqualTo("https://localhost:1");
        assertThat(spec.component("app").origin("http", new Address("localhost", 1)))
                .isEqualTo("http://localhost:1");
        assertThat(spec.links())
                .contains(
                        new Link("client->admin", "client", "app", "admin", Protocol.HTTPS, "/ping"),
                        new Link("client->page", "client", "app", "http", Protocol.HTTP, "/up"),
                        new Link("client->words", "client", "app", "admin", Protocol.TCP));
        Link words = spec.links().stream()
                .filter(link -> link.name().equals("client->words"))
                .findFirst()
                .orElseThrow();
        assertThat(spec.component("app").origin(words, new Address("localhost", 2)))
                .isEqualTo("https://localhost:2");
    }

    @Test
    void aDriverLiesBesideItsFileOrWhereItSays() throws IOException {
        String file = SMALL.replace("jdbc: { ", "jdbc: { classpath: [drivers/tiny.jar], ");
        Files.createDirectory(folder.resolve("drivers"));
        assertThatThrownBy(() -> read(file))
                .hasMessageContaining("'components.app.jdbc.classpath.0' is 'drivers/tiny.jar', but there is no "
                        + folder.resolve("drivers/tiny.jar"));
        Files.createFile(folder.resolve("drivers/tiny.jar"));

        assertThat(read(file).spec().component("app").jdbc().orElseThrow().classpath())
                .containsExactly(folder.resolve("drivers/tiny.jar").toString());
    }

    @Test
    void knowsLimitsAndHowADatabaseIsRead() {
        ComponentSpec app = read(SMALL).spec().component("app");

        assertThat(app.confinement())
                .isEqualTo(new Confinement(
                        OptionalLong.of(512 << 20),
                        OptionalDouble.of(0.5),
                        Optional.of("101:101"),
                        List.of("NET_BIND_SERVICE")));
        assertThat(app.jdbc()).hasValueSatisfying(jdbc -> assertThat(jdbc.url()).contains("${address http}"));
    }

    @Test
    void isWrittenSoThatItCanBeReadFromElsewhereAndTellsNoSecret() {
        EnvironmentReader.Read read = read(SMALL);
        String resolved = read.resolved(Map.of(), Map.of());
        EnvironmentSpec again = EnvironmentReader.read(
                        YamlFile.parse("resolved.yaml", resolved), folder.resolve("elsewhere"))
                .spec();

        assertThat(again.components()).isEqualTo(read.spec().components());
        assertThat(again.links()).isEqualTo(read.spec().links());
        assertThat(resolved).contains("${env APP_PASSWORD}", "${file key}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            : app.conf } | : ap.conf } | 7: 'components.app.files.conf/app.conf' is 'ap.conf', but there is no file
            conf/app.conf: | ../app.conf: | 7: 'components.app.files.../app.conf' must be a name inside of ${work}
            [schema.sql] | [data.sql] | 3: 'components.db.postgres.init.0' is 'data.sql', but there is no file
            postgres: { database: app, init: [schema.sql] } | wiremock: { mappings: nowhere } | 3: 'components.db.wiremock.mappings' is 'nowhere', but there is no folder
            postgres: { database: app, init: [schema.sql] } | wiremock: { mappings: . }, image: wiremock | 3: 'components.db.image' is wiremock, which has an image of its own
            init: [schema.sql] } } | init: [schema.sql] }, tls: [sql] } | 3: 'components.db.tls' is for java, command and image
            512 MiB | 512 | 11: 'components.app.memory' must be a size of 6 MiB or more, such as 512 MiB
            0.5 | 0 | 12: 'components.app.cpus' must be more than 0
            user: 101:101 | tls: [amdin] | 13: 'components.app.tls' names port 'amdin', did you mean 'admin'?
            [NET_BIND_SERVICE] | [net bind] | 14: 'components.app.capabilities' has 'net bind'
            '${here}/app.conf' | '${env X}' | 5: 'components.app.command.1' uses ${env X}, which stands for nothing
            address http | address htp | 10: 'components.app.jdbc.url' uses ${address htp}, which stands for nothing, did you mean 'address http'?
            health: /up | health: up | 18: 'links.client->page.health' must be a path, such as /health
            health: /up | helth: /up | 18: 'links.client->page.helth' is no known key, did you mean 'health'?
            protocol: tcp | protocol: tpc | 19: 'links.client->words.protocol' is 'tpc', did you mean 'tcp'?
            protocol: tcp | protocol: tcp, health: / | 19: 'links.client->words.health' is a path of HTTP
            """)
    void refusesWhatCannotBeMeant(String text, String other, String message) {
        assertThat(SMALL).contains(text);
        assertThatThrownBy(() -> read(SMALL.replace(text, other)))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith("small.yaml:");
    }

    @Test
    void givesAPasswordToWhoHasALinkToTheDatabaseAndShowsItToNobody() {
        String uses = SMALL.replace("${file key}", "${file key} ${password app->db}");
        assertThat(PlaceholderCheck.passwords("app", read(uses).spec())).containsExactly("password app->db");

        assertThatThrownBy(() -> read(SMALL.replace("${file key}", "${password client->app}")))
                .hasMessageContaining("uses ${password client->app}, which stands for nothing");
        assertThatThrownBy(() -> read(SMALL.replace("'${here}/app.conf'", "'${password app->db}'")))
                .hasMessageContaining("small.yaml:5: 'components.app.command.1' shows a password to everybody");
    }

    @Test
    void refusesATemplateThatMeansALinkWhichIsNotThere() throws IOException {
        Files.writeString(folder.resolve("app.conf"), "listen ${port http};\nserver ${link app->bd};\n");

        assertThatThrownBy(() -> read(SMALL))
                .hasMessageContaining("small.yaml:7: 'components.app.files.conf/app.conf' its template")
                .hasMessageContaining("app.conf:2 uses ${link app->bd}, which stands for nothing, did you mean");
    }

    private EnvironmentReader.Read read(String yaml) {
        return EnvironmentReader.read(YamlFile.parse("small.yaml", yaml), folder);
    }
}
