package dev.cutover.environment.spec;

import dev.cutover.environment.yaml.YamlMap;
import dev.cutover.environment.yaml.YamlValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one component. */
final class ComponentReader {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final int ANY_FREE = 0;
    private static final String CONTROLLER = "controller";

    private final String name;
    private final Kind kind;
    private final Optional<String> image;
    private final Map<String, Integer> ports;
    private final Map<String, String> environment;
    private final Ready ready;
    private final Optional<Set<String>> after;
    private final Duration readyWithin;

    ComponentReader(String name, YamlValue value) {
        YamlMap map = value.map();
        this.name = name;
        this.image = map.optional("image").map(YamlValue::text);
        this.kind = kind(name, map, image);
        this.ports = new LinkedHashMap<>(ownPorts(kind));
        map.optional("ports").ifPresent(given -> ports.putAll(ports(given)));
        this.environment = map.named("environment", YamlValue::text);
        this.ready = map.optional("ready").map(given -> ready(given.map())).orElse(new Ready.ByKind());
        this.after = map.optional("after").map(given -> new LinkedHashSet<>(given.texts()));
        this.readyWithin = map.duration("ready-within", READY_WITHIN);
        map.done();
    }

    Kind kind() {
        return kind;
    }

    /** The ports a link may go to without naming them, if there is one only. */
    List<String> linkablePorts() {
        return ports.keySet().stream().filter(port -> !port.equals(CONTROLLER)).toList();
    }

    /** Without an {@code after} of its own it starts after everything it is linked to. */
    ComponentSpec component(List<Link> links) {
        Set<String> servers = links.stream()
                .filter(link -> link.client().equals(name))
                .map(Link::server)
                .collect(Collectors.toSet());
        return new ComponentSpec(name, kind, image, ports, environment, ready, after.orElse(servers), readyWithin);
    }

    private static Kind kind(String name, YamlMap map, Optional<String> image) {
        Optional<Kind> postgres = map.optional("postgres").map(given -> postgres(given.map()));
        Optional<Kind> kafka = map.optional("kafka").map(given -> kafka(given.map()));
        Optional<Kind> java = map.optional("java").map(given -> new Kind.Java(program(given.map())));
        Optional<Kind> command = map.optional("command").map(given -> new Kind.Command(given.texts()));
        List<Kind> given = List.of(postgres, kafka, java, command).stream()
                .flatMap(Optional::stream)
                .toList();
        if (given.isEmpty() && image.isPresent()) {
            return new Kind.Command(List.of());
        }
        if (given.size() != 1) {
            map.done();
            throw map.error("component '" + name
                    + "' must be exactly one of postgres, kafka, java, command, or, for containers only, an image");
        }
        return given.getFirst();
    }

    private static Kind postgres(YamlMap map) {
        Kind.Postgres kind = new Kind.Postgres(map.text("database"));
        map.done();
        return kind;
    }

    private static Kind kafka(YamlMap map) {
        Map<String, Integer> topics = map.named("topics", partitions -> Math.toIntExact(partitions.number()));
        return new Kind.Kafka(program(map), topics);
    }

    private static Kind.Program program(YamlMap map) {
        Kind.Program program = new Kind.Program(map.text("module"), map.text("main"), map.texts("flags"));
        map.done();
        return program;
    }

    private static Map<String, Integer> ownPorts(Kind kind) {
        return switch (kind) {
            case Kind.Postgres postgres -> Map.of("sql", ANY_FREE);
            case Kind.Kafka kafka -> Map.of("kafka", ANY_FREE, CONTROLLER, ANY_FREE);
            case Kind.Java java -> Map.of();
            case Kind.Command command -> Map.of();
        };
    }

    private static Map<String, Integer> ports(YamlValue value) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        if (value.isMap()) {
            value.map().entries().forEach((port, number) -> ports.put(port, Math.toIntExact(number.number())));
        } else {
            value.texts().forEach(port -> ports.put(port, ANY_FREE));
        }
        return ports;
    }

    private static Ready ready(YamlMap map) {
        Optional<Ready> http = map.optional("http").map(given -> http(given.map()));
        Optional<Ready> tcp = map.optional("tcp").map(given -> tcp(given.map()));
        map.done();
        return http.or(() -> tcp).orElseThrow(() -> map.error("'ready' must be http or tcp"));
    }

    private static Ready http(YamlMap map) {
        Ready.Http http = new Ready.Http(map.text("port"), map.text("path"));
        map.done();
        return http;
    }

    private static Ready tcp(YamlMap map) {
        Ready.Tcp tcp = new Ready.Tcp(map.text("port"));
        map.done();
        return tcp;
    }
}
