package dev.cutover.rehearse;

import dev.cutover.environment.ClientProgram;
import dev.cutover.environment.ClientRun;
import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Jdbc;
import dev.cutover.environment.spec.Link;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** An environment without links, components and programs: nobody asks a scripted world for them. */
interface BareEnvironment extends Environment {

    @Override
    default Collection<Link> links() {
        return List.of();
    }

    @Override
    default String origin(String component, String port) {
        return "http://" + direct(component, port);
    }

    @Override
    default String origin(String link) {
        return "http://" + proxy(link);
    }

    @Override
    default Address proxy(String link) {
        throw new UnsupportedOperationException("nothing is proxied");
    }

    @Override
    default ComponentControl component(String name) {
        throw new UnsupportedOperationException("no component runs");
    }

    @Override
    default Optional<Jdbc> jdbc(String component) {
        return Optional.empty();
    }

    @Override
    default String databasePassword() {
        throw new UnsupportedOperationException("no database runs");
    }

    @Override
    default ClientRun startClient(ClientProgram program) {
        throw new UnsupportedOperationException("no program runs");
    }
}
