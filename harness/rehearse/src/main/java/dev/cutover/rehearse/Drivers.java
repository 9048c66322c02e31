package dev.cutover.rehearse;

import dev.cutover.environment.spec.Jdbc;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/** JDBC drivers: those that ship, and those that an environment brings itself, each with its own class loader. */
final class Drivers {
    private final Map<List<String>, ClassLoader> loaders = new ConcurrentHashMap<>();

    /** Connects by the first driver that knows the URL. */
    Connection connect(Jdbc jdbc, Properties login) throws SQLException {
        for (Driver driver : drivers(jdbc)) {
            Connection connection = driver.connect(jdbc.url(), login);
            if (connection != null) {
                return connection;
            }
        }
        throw new SQLException("no driver knows " + jdbc.url() + "; its jar is named by 'jdbc.classpath'");
    }

    private Iterable<Driver> drivers(Jdbc jdbc) throws SQLException {
        ClassLoader loader = loaders.computeIfAbsent(jdbc.classpath(), Drivers::loader);
        return jdbc.driver().isPresent()
                ? List.of(named(jdbc.driver().get(), loader))
                : ServiceLoader.load(Driver.class, loader);
    }

    private static Driver named(String name, ClassLoader loader) throws SQLException {
        try {
            return Class.forName(name, true, loader)
                    .asSubclass(Driver.class)
                    .getConstructor()
                    .newInstance();
        } catch (ClassNotFoundException e) {
            throw new SQLException("there is no driver " + name + "; its jar is named by 'jdbc.classpath'", e);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new SQLException(name + " cannot be used as a driver: " + e, e);
        }
    }

    private static ClassLoader loader(List<String> classpath) {
        ClassLoader shipped = Drivers.class.getClassLoader();
        return classpath.isEmpty()
                ? shipped
                : new URLClassLoader(classpath.stream().map(Drivers::url).toArray(URL[]::new), shipped);
    }

    private static URL url(String file) {
        try {
            return Path.of(file).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(file, e);
        }
    }
}
