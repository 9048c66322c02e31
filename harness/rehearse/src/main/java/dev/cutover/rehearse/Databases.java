package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connects the observer straight to the systems' databases, past every proxy. */
record Databases(Environment environment) {

    private static final String PORT = "sql";

    Connection connect(String component, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s/%s?user=postgres&connectTimeout=3&socketTimeout=20&ApplicationName=cutover-observer"
                        .formatted(environment.direct(component, PORT), database));
    }
}
