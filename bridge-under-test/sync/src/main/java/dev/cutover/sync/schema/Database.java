package dev.cutover.sync.schema;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/** One of the two databases: where it is, and connections that give up in seconds when its link is down. */
public record Database(Schema schema, String url) {

    private static final String PREFIX = "jdbc:postgresql://";

    public Database {
        if (!url.startsWith(PREFIX) || address(url).getHost() == null) {
            throw new IllegalArgumentException(
                    schema + " needs a JDBC URL like " + PREFIX + "host:port/name?user=u, found '" + url + "'");
        }
    }

    /** Opens a connection under that application name; 2 s to connect, 3 s for any answer. */
    public Connection connect(String name) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "3");
        properties.setProperty("socketTimeout", "3");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("ApplicationName", name);
        properties.setProperty("options", "-c lock_timeout=2000 -c idle_in_transaction_session_timeout=10000");
        return DriverManager.getConnection(url, properties);
    }

    /**
     * Opens a connection whose transactions bear that replication origin, by which the other direction knows them.
     * Ends what an earlier, lost connection of the same name left behind, because an origin serves one at a time.
     */
    public Connection connectAs(String origin) throws SQLException {
        Connection connection = connect(origin);
        try {
            query(
                    connection,
                    "select pg_terminate_backend(pid, 500) from pg_stat_activity"
                            + " where application_name = ? and pid <> pg_backend_pid()",
                    origin);
            query(connection, "select pg_replication_origin_session_setup(?)", origin);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Runs a query for its effect, or for the first column of its first row as text ("" when there is none). */
    public static String query(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                String text = rows.next() ? rows.getString(1) : null;
                return text == null ? "" : text;
            }
        }
    }

    public String host() {
        return address(url).getHost();
    }

    public int port() {
        int port = address(url).getPort();
        return port < 0 ? 5432 : port;
    }

    public String name() {
        return address(url).getPath().substring(1);
    }

    /** A parameter of the URL, for example {@code user}; empty when it has none of that name. */
    public String parameter(String name) {
        String query = address(url).getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    /** The replication slot from which its log is read. */
    public String slot() {
        return "cutover_sync_" + schema.text();
    }

    /** The publication of the tables whose changes are captured. */
    public String publication() {
        return "cutover_sync_" + schema.text();
    }

    private static URI address(String url) {
        return URI.create(url.substring("jdbc:".length()));
    }
}
