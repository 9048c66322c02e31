package dev.cutover.environment.process;

import dev.cutover.environment.running.KafkaProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A Kafka broker with its properties file. */
record KafkaLaunch(JavaLaunch program, KafkaProperties properties, Path file) implements Launch {
    @Override
    public void prepare() throws IOException {
        String lines = properties.properties().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, lines, StandardCharsets.UTF_8);
    }

    @Override
    public List<String> command() {
        return program.command(List.of(), List.of(file.toString()));
    }
}
