package dev.cutover.environment.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.cutover.environment.yaml.WrongValue;
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
 * @param ports names, or names with numbers; 0 is any free one
 * @param after without it, what the component is linked to
 */
public record ComponentFile(
        Optional<String> image,
        Optional<Kind.Postgres> postgres,
        Optional<KafkaFile> kafka,
        Optional<Kind.Program> java,
        Optional<List<String>> command,
        @JsonDeserialize(using = PortsDeserializer.class) Map<String, Integer> ports,
        Map<String, String> environment,
        Optional<Ready> ready,
        Optional<List<String>> after,
        @JsonProperty(defaultValue = "60 s") Duration readyWithin) {
    private static final int ANY_FREE = 0;
    private static final String CONTROLLER = "controller";

    /** A broker's program and the topics that are made, name to number of partitions. */
    public record KafkaFile(String module, String main, List<String> flags, Map<String, Integer> topics) {}

    ComponentSpec spec(String name, List<Link> links) {
        Kind kind = kind(name);
        Set<String> servers = links.stream()
                .filter(link -> link.client().equals(name))
                .map(Link::server)
                .collect(Collectors.toSet());
        return new ComponentSpec(
                name,
                kind,
                image,
                allPorts(kind),
                environment,
                ready.orElseGet(Ready.ByKind::new),
                after.<Set<String>>map(LinkedHashSet::new).orElse(servers),
                readyWithin);
    }

    Kind kind(String name) {
        List<Kind> given = Stream.<Optional<? extends Kind>>of(
                        postgres,
                        kafka.map(file -> new Kind.Kafka(
                                new Kind.Program(file.module(), file.main(), file.flags()), file.topics())),
                        java.map(Kind.Java::new),
                        command.map(Kind.Command::new))
                .flatMap(Optional::stream)
                .map(Kind.class::cast)
                .toList();
        if (given.isEmpty() && image.isPresent()) {
            return new Kind.Command(List.of());
        }
        if (given.size() != 1) {
            throw WrongValue.at(
                    "must be exactly one of postgres, kafka, java, command, or, for containers only, an image",
                    "components",
                    name);
        }
        return given.getFirst();
    }

    /** The ports a link may go to without naming them, if there is one only. */
    List<String> linkablePorts(Kind kind) {
        return allPorts(kind).keySet().stream()
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
            case Kind.Java program -> {}
            case Kind.Command program -> {}
        }
        all.putAll(ports);
        return all;
    }
}
