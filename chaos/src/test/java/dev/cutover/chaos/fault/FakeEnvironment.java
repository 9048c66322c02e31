package dev.cutover.chaos.fault;

import dev.cutover.environment.ClientProgram;
import dev.cutover.environment.ClientRun;
import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Jdbc;
import dev.cutover.environment.spec.Link;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An environment that has some components and nothing else. */
public record FakeEnvironment(Map<String, ComponentControl> components) implements Environment {

    public static FakeEnvironment empty() {
        return new FakeEnvironment(Map.of());
    }

    @Override
    public Collection<Link> links() {
        return List.of();
    }

    @Override
    public Address proxy(String link) {
        throw new IllegalArgumentException(link);
    }

    @Override
    public Address direct(String component, String port) {
        throw new IllegalArgumentException(component);
    }

    @Override
    public String origin(String component, String port) {
        throw new IllegalArgumentException(component);
    }

    @Override
    public String origin(String link) {
        throw new IllegalArgumentException(link);
    }

    @Override
    public ClientRun startClient(ClientProgram program) {
        throw new IllegalArgumentException(program.name());
    }

    @Override
    public ComponentControl component(String name) {
        ComponentControl component = components.get(name);
        if (component == null) {
            throw new IllegalArgumentException("no component \"" + name + "\"");
        }
        return component;
    }

    @Override
    public Optional<Jdbc> jdbc(String component) {
        return Optional.empty();
    }

    @Override
    public String databasePassword() {
        throw new UnsupportedOperationException("no database runs");
    }

    @Override
    public void close() {}
}
