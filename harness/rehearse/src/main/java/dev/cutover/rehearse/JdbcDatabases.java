package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import dev.cutover.environment.spec.Jdbc;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * The databases of an environment by JDBC, past every proxy: PostgreSQL at its component's own address, others as their components say.
 */
public final class JdbcDatabases implements Databases {
    private static final String PORT = "sql";

    private final Environment environment;
    private final Drivers drivers = new Drivers();

    public JdbcDatabases(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Database connect(String component, String database) throws SQLException {
        Optional<Jdbc> other = environment.jdbc(component);
        return new JdbcSession(other.isPresent() ? connect(other.get()) : postgres(component, database));
    }

    private Connection connect(Jdbc other) throws SQLException {
        var login = new Properties();
        other.user().ifPresent(user -> login.setProperty("user", user));
        other.password().ifPresent(password -> login.setProperty("password", password));
        return drivers.connect(other, login);
    }

    private Connection postgres(String component, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s/%s?connectTimeout=3&socketTimeout=20&ApplicationName=cutover-observer"
                        .formatted(environment.direct(component, PORT), database),
                "postgres",
                environment.databasePassword());
    }
}
