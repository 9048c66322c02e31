package dev.cutover.environment;

import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.Jdbc;
import dev.cutover.environment.spec.Link;
import java.util.Collection;
import java.util.Optional;

/**
 * A running environment: all components ready, all links proven. Closing stops everything and leaves nothing behind.
 */
public interface Environment extends ClientHost, AutoCloseable {

    Collection<Link> links();

    /** Where a link's client connects to: its proxy. */
    Address proxy(String link);

    /** Where a component itself listens: for the harness only, never a target of load. */
    Address direct(String component, String port);

    /** What the addresses of a component's pages at a port begin with: http or https, and where it listens; for the harness only. */
    String origin(String component, String port);

    /** The same of a link's server, through the proxy. */
    String origin(String link);

    ComponentControl component(String name);

    /** How a component's database is read, everything filled in, if its description says so. */
    Optional<Jdbc> jdbc(String component);

    /** Of the one user, {@code postgres}, of every PostgreSQL server in it; another one in each environment. */
    String databasePassword();

    /** In good order, or at once if the calling thread is interrupted; it still is afterwards. */
    @Override
    void close();
}
