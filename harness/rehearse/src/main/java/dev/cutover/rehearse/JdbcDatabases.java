package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.Jdbc;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * The databases of an environment by JDBC, past every proxy: PostgreSQL at its component's own address, others as their components say, by
 * a driver that must be on the class path.
 */
public record JdbcDatabases(Environment environment) implements Databases {

    private static final String PORT = "sql";

    @Override
    public Database connect(String component, String database) throws SQLException {
        Optional<Jdbc> other = environment.jdbc(component);
        return new JdbcSession(other.isPresent() ? connect(other.get()) : postgres(component, database));
    }

    private static Connection connect(Jdbc other) throws SQLException {
        try {
            if (other.driver().isPresent()) {
                Class.forName(other.driver().get());
            }
        } catch (ClassNotFoundException e) {
            throw new SQLException("the driver " + other.driver().get() + " is not on the class path", e);
        }
        var login = new Properties();
        other.user().ifPresent(user -> login.setProperty("user", user));
        other.password().ifPresent(password -> login.setProperty("password", password));
        return DriverManager.getConnection(other.url(), login);
    }

    private Connection postgres(String component, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s/%s?connectTimeout=3&socketTimeout=20&ApplicationName=cutover-observer"
                        .formatted(environment.direct(component, PORT), database),
                "postgres",
                environment.databasePassword());
    }
}
