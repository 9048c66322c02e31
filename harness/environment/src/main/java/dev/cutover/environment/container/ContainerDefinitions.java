package dev.cutover.environment.container;

import com.github.dockerjava.api.model.Bind;
import dev.cutover.environment.running.AotCache;
import dev.cutover.environment.running.ComponentContext;
import dev.cutover.environment.running.KafkaProperties;
import dev.cutover.environment.running.PostgresSettings;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.ComponentSpec;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.EnvironmentSpec;
import dev.cutover.environment.spec.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What each kind of component is as a container. */
record ContainerDefinitions(Images images, RuntimeSettings settings) {
    private static final String KAFKA_DATA = "/var/lib/kafka/data";

    /** How one component's container is started. */
    record Definition(
            String image, List<String> command, Map<String, String> environment, String user, List<Bind> binds) {

        /** As another user, if one is asked for. */
        Definition as(Optional<String> other) {
            return new Definition(image, command, environment, other.orElse(user), binds);
        }
    }

    Definition of(ComponentContext context) {
        return usual(context).as(context.component().confinement().user());
    }

    private Definition usual(ComponentContext context) {
        return switch (context.component().kind()) {
            case Kind.Postgres postgres -> postgres(postgres, context);
            case Kind.Kafka kafka -> kafka(kafka, context);
            case Kind.Java java -> java(java.program(), context);
            case Kind.Wiremock party -> java(party.program(), context);
            case Kind.Command other -> command(other, context);
        };
    }

    private Definition postgres(Kind.Postgres postgres, ComponentContext context) {
        var address = context.addresses().direct(context.name(), "sql");
        List<String> command = new ArrayList<>(List.of("postgres", "-p", Integer.toString(address.port())));
        PostgresSettings.listeningAt(address.host())
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        Map<String, String> environment = Map.of(
                "POSTGRES_DB",
                postgres.database(),
                "POSTGRES_HOST_AUTH_METHOD",
                "trust",
                "POSTGRES_INITDB_ARGS",
                "--no-sync",
                // Of the image's own start, which asks the server through its socket.
                "PGPORT",
                Integer.toString(address.port()));
        return new Definition(image(context.component(), "postgres"), command, environment, "postgres", List.of());
    }

    private Definition kafka(Kind.Kafka kafka, ComponentContext context) {
        Map<String, String> environment = new LinkedHashMap<>();
        KafkaProperties.of(context, KAFKA_DATA)
                .properties()
                .forEach((name, value) ->
                        environment.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        environment.put("KAFKA_HEAP_OPTS", String.join(" ", kafka.program().flags()));
        environment.put("KAFKA_JVM_PERFORMANCE_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        return new Definition(image(context.component(), "kafka"), List.of(), environment, "", List.of());
    }

    private Definition java(Kind.Program program, ComponentContext context) {
        Optional<String> given = context.component().image();
        List<String> command = given.isPresent() ? List.of() : command(program, List.of(), List.of());
        return own(given.orElseGet(() -> image(program).name()), command, context);
    }

    private Definition command(Kind.Command other, ComponentContext context) {
        String image = context.component()
                .image()
                .orElseThrow(
                        () -> new EnvironmentException(
                                "component '" + context.name()
                                        + "' has no image, so it cannot run in a container: give it one (image: …), or use --runtime processes"));
        return own(image, context.command(other.command(), Map.of()), context);
    }

    private Definition own(String image, List<String> command, ComponentContext context) {
        OwnFiles files = files();
        boolean another = context.component().confinement().user().isPresent();
        List<Bind> binds = new ArrayList<>(List.of(files.writable(settings.work(context.name()), another)));
        Path observed = settings.run().observed(context.name());
        if (Files.isDirectory(observed)) {
            binds.add(files.writable(observed, another));
        }
        Path here = context.environment().origin().here();
        if (Files.isDirectory(here)) {
            binds.add(files.readable(here));
        }
        binds.addAll(startUpCaches());
        return new Definition(image, command, context.variables(), files.user(), binds);
    }

    OwnFiles files() {
        return OwnFiles.of(settings.run().root());
    }

    private String image(ComponentSpec component, String usual) {
        return component.image().orElseGet(() -> images.named(usual));
    }

    ModuleImage image(Kind.Program program) {
        return ModuleImage.of(settings.home(), program.module(), images.named("jre"));
    }

    /** The command of a program in the image of its module. */
    List<String> command(Kind.Program program, List<String> options, List<Path> classPath) {
        List<String> flags = new ArrayList<>(cache(program).flags(settings.training()));
        flags.addAll(options);
        return image(program).command(program, flags, classPath);
    }

    /** The start-up cache of a program in the image of its module: as good as the image is the same. */
    AotCache cache(Kind.Program program) {
        String tag = image(program).name().replaceAll(".*:", "");
        String flags = Integer.toHexString(String.join(" ", program.flags()).hashCode());
        return new AotCache(caches(), String.valueOf(Path.of(program.module()).getFileName()), tag + "-" + flags);
    }

    private Path caches() {
        return settings.cache().resolve("aot-containers");
    }

    List<Bind> startUpCaches() {
        return List.of(settings.training() ? files().writable(caches()) : files().readable(caches()));
    }

    /** Pulls, or builds, the images of the components and the clients that are not here yet. */
    void ensureImages(EnvironmentSpec spec) {
        Collection<ComponentSpec> components = spec.components().values();
        List<String> given = Stream.concat(
                        Stream.of(images.named("toxiproxy")),
                        components.stream().flatMap(this::given))
                .distinct()
                .toList();
        List<ModuleImage> own = Stream.concat(
                        components.stream().flatMap(ContainerDefinitions::own), settings.clients().stream())
                .map(this::image)
                .distinct()
                .toList();
        ImageSupply.ensure(given, own);
    }

    /** The program of a component that runs in an image of the project. */
    private static Stream<Kind.Program> own(ComponentSpec component) {
        return switch (component.kind()) {
            case Kind.Java java -> component.image().isEmpty() ? Stream.of(java.program()) : Stream.empty();
            case Kind.Wiremock party -> Stream.of(party.program());
            default -> Stream.empty();
        };
    }

    /** The image of a component, unless it is one of the project's own. */
    private Stream<String> given(ComponentSpec component) {
        return switch (component.kind()) {
            case Kind.Postgres postgres -> Stream.of(image(component, "postgres"));
            case Kind.Kafka kafka -> Stream.of(image(component, "kafka"));
            case Kind.Java java -> component.image().stream();
            case Kind.Wiremock party -> Stream.empty();
            case Kind.Command command -> component.image().stream();
        };
    }
}
