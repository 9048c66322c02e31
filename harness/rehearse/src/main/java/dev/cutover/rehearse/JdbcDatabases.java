package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/**
 * The databases of an environment by JDBC, past every proxy: PostgreSQL at its component's own address, others as their components say.
 *
 * @param others how components are connected to that are no PostgreSQL of the environment's own, by name
 */
public record JdbcDatabases(Environment environment, Map<String, Source> others) implements Databases {

    private static final String PORT = "sql";

    /**
     * A database by its driver, which must be on the class path.
     *
     * @param driver its class; empty if it makes itself known
     */
    public record Source(String url, String driver, String user, String password) {
        Connection connect() throws SQLException {
            load();
            var login = new Properties();
            login.setProperty("user", user);
            login.setProperty("password", password);
            return DriverManager.getConnection(url, login);
        }

        private void load() throws SQLException {
            try {
                if (!driver.isEmpty()) {
                    Class.forName(driver);
                }
            } catch (ClassNotFoundException e) {
                throw new SQLException("the driver " + driver + " is not on the class path", e);
            }
        }
    }

    public JdbcDatabases {
        others = Map.copyOf(others);
    }

    @Override
    public Database connect(String component, String database) throws SQLException {
        Source other = others.get(component);
        return new JdbcSession(other != null ? other.connect() : postgres(component, database));
    }

    private Connection postgres(String component, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s/%s?user=postgres&connectTimeout=3&socketTimeout=20&ApplicationName=cutover-observer"
                        .formatted(environment.direct(component, PORT), database));
    }
}
