package dev.cutover.environment.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.cutover.environment.yaml.WrongValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A component as it is written: exactly one of the kinds, or an image alone.
 *
 * @param image the image for containers; alone, or beside one of the kinds below
 * @param postgres a PostgreSQL server of its own; its port is called {@code sql}
 * @param kafka a Kafka broker of its own; its port is called {@code kafka}
 * @param java a Java program from a built Maven module of this project
 * @param wiremock a third party that answers by your own mappings; its port is called {@code http}
 * @param command any other program and its arguments
 * @param ports the ports that it listens on: names, or names with numbers; 0 is any free one
 * @param tls those of its ports that speak TLS; the testbed's own clients take any certificate there
 * @param environment its environment variables; placeholders such as {@code ${link old->db}} may stand in them
 * @param files files in its scratch directory: name to template, relative to the environment file
 * @param jdbc how the testbed reads it if it is a database other than {@code postgres}
 * @param ready how it says that it is ready; without it, as soon as it runs (databases and brokers are known better)
 * @param after the components that must be ready before it is started; without it those that it is linked to
 * @param readyWithin how long it may take to be ready
 * @param memory limit of memory in a container, with its unit: 6 MiB or more
 * @param cpus limit of processors in a container, such as 0.5
 * @param user the user in a container, such as 101:101; without it the one who rehearses
 * @param capabilities Linux capabilities that its container gets; by itself it has none
 */
public record ComponentFile(
        Optional<String> image,
        Optional<PostgresFile> postgres,
        Optional<KafkaFile> kafka,
        Optional<Kind.Program> java,
        Optional<WiremockFile> wiremock,
        Optional<List<String>> command,
        @JsonDeserialize(using = PortsDeserializer.class) Map<String, Integer> ports,
        List<String> tls,
        Map<String, String> environment,
        Map<String, String> files,
        Optional<Jdbc> jdbc,
        Optional<Ready> ready,
        Optional<List<String>> after,
        @JsonProperty(defaultValue = "60 s") Duration readyWithin,
        Optional<String> memory,
        Optional<Double> cpus,
        Optional<String> user,
        List<String> capabilities) {
    private static final int ANY_FREE = 0;
    private static final String CONTROLLER = "controller";

    /**
     * A database and the files of SQL that are run when it is ready, in this order; relative to the environment's file.
     *
     * @param database the database that is made in it
     * @param init files of SQL that are run in this order when it is ready for the first time, relative to the environment file
     */
    public record PostgresFile(String database, List<String> init) {}

    /**
     * A broker's program and the topics that are made, name to number of partitions.
     *
     * @param module directory of the Maven module with the broker's program
     * @param main its main class
     * @param flags flags of its Java virtual machine
     * @param topics the topics that are made before any client starts: name to number of partitions
     */
    public record KafkaFile(String module, String main, List<String> flags, Map<String, Integer> topics) {}

    /**
     * A third party by WireMock.
     *
     * @param mappings a folder of mappings, relative to the environment's file
     * @param bodies a folder of the bodies that mappings name by {@code bodyFileName}
     */
    public record WiremockFile(String mappings, Optional<String> bodies) {}

    ComponentSpec spec(String name, List<Link> links, OwnFolder folder) {
        Kind kind = kind(name, folder);
        Set<String> servers = links.stream()
                .filter(link -> link.client().equals(name))
                .map(Link::server)
                .collect(Collectors.toSet());
        return new ComponentSpec(
                name,
                kind,
                image,
                allPorts(kind),
                variables(kind),
                ready.orElseGet(() -> usual(kind)),
                after.<Set<String>>map(LinkedHashSet::new).orElse(servers),
                readyWithin,
                new LinkedHashSet<>(tls),
                templates(name, folder),
                jdbc.map(database -> new Jdbc(
                        database.url(),
                        folder.classpath(name, database.classpath()),
                        database.driver(),
                        database.user(),
                        database.password())),
                new ConfinementFile(name, memory, cpus, user, capabilities).confinement());
    }

    private static Ready usual(Kind kind) {
        return kind instanceof Kind.Wiremock ? new Ready.Http("http", Kind.Wiremock.HEALTH) : new Ready.ByKind();
    }

    private Map<String, String> variables(Kind kind) {
        Map<String, String> variables = new LinkedHashMap<>(environment);
        if (kind instanceof Kind.Wiremock) {
            variables.putAll(Kind.Wiremock.variables());
        }
        return variables;
    }

    private Map<String, Path> templates(String name, OwnFolder folder) {
        Map<String, Path> templates = new LinkedHashMap<>(folder.templates(name, files));
        wiremock.ifPresent(file -> {
            templates.putAll(folder.texts(file.mappings(), "mappings", "components", name, "wiremock", "mappings"));
            file.bodies()
                    .ifPresent(bodies -> templates.putAll(
                            folder.texts(bodies, "__files", "components", name, "wiremock", "bodies")));
        });
        return templates;
    }

    private Kind kind(String name, OwnFolder folder) {
        return kind(name) instanceof Kind.Postgres server
                ? new Kind.Postgres(
                        server.database(),
                        folder.scripts(name, postgres.map(PostgresFile::init).orElse(List.of())))
                : kind(name);
    }

    private Kind kind(String name) {
        List<Kind> given = Stream.<Optional<? extends Kind>>of(
                        postgres.map(file -> new Kind.Postgres(file.database())),
                        kafka.map(file -> new Kind.Kafka(
                                new Kind.Program(file.module(), file.main(), file.flags()), file.topics())),
                        java.map(Kind.Java::new),
                        wiremock.map(file -> new Kind.Wiremock()),
                        command.map(Kind.Command::new))
                .flatMap(Optional::stream)
                .map(Kind.class::cast)
                .toList();
        if (given.isEmpty() && image.isPresent()) {
            return new Kind.Command(List.of());
        }
        if (given.size() != 1) {
            throw WrongValue.at(
                    "must be exactly one of postgres, kafka, java, wiremock, command, or, for containers only, an image",
                    "components",
                    name);
        }
        if (wiremock.isPresent() && image.isPresent()) {
            throw WrongValue.at(
                    "is wiremock, which has an image of its own; for another one leave out wiremock: and say image: and command:",
                    "components",
                    name,
                    "image");
        }
        return given.getFirst();
    }

    /** What its links speak if they do not say. */
    Protocol speaks(String name) {
        return switch (kind(name)) {
            case Kind.Postgres server -> Protocol.POSTGRES;
            case Kind.Kafka broker -> Protocol.KAFKA;
            case Kind.Java program -> Protocol.HTTP;
            case Kind.Wiremock party -> Protocol.HTTP;
            case Kind.Command program -> Protocol.TCP;
        };
    }

    /** A page that a program which has no {@code /health} is known to answer at one of its ports. */
    Optional<String> pageOf(String name, String port) {
        return switch (kind(name)) {
            case Kind.Wiremock party -> Optional.of(Kind.Wiremock.HEALTH);
            case Kind.Command program ->
                ready.filter(Ready.Http.class::isInstance)
                        .map(Ready.Http.class::cast)
                        .filter(http -> http.port().equals(port))
                        .map(Ready.Http::path);
            default -> Optional.empty();
        };
    }

    /** The ports a link may go to without naming them, if there is one only. */
    List<String> linkablePorts(String name) {
        return allPorts(kind(name)).keySet().stream()
                .filter(port -> !port.equals(CONTROLLER))
                .toList();
    }

    private Map<String, Integer> allPorts(Kind kind) {
        Map<String, Integer> all = new LinkedHashMap<>();
        switch (kind) {
            case Kind.Postgres database -> all.put("sql", ANY_FREE);
            case Kind.Kafka broker -> {
                all.put("kafka", ANY_FREE);
                all.put(CONTROLLER, ANY_FREE);
            }
            case Kind.Wiremock party -> all.put("http", ANY_FREE);
            case Kind.Java program -> {}
            case Kind.Command program -> {}
        }
        all.putAll(ports);
        return all;
    }
}
