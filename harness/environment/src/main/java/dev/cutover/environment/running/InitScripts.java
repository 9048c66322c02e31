package dev.cutover.environment.running;

import dev.cutover.environment.spec.Address;
import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.spec.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs the files of SQL that a database begins with; there is no client of PostgreSQL among the shipped programs. */
final class InitScripts {
    private InitScripts() {}

    static void run(String component, Kind.Postgres server, Address address, String password) {
        if (server.init().isEmpty()) {
            return;
        }
        String url = "jdbc:postgresql://" + address + "/" + server.database();
        try (Connection session = DriverManager.getConnection(url, "postgres", password)) {
            for (Path file : server.init()) {
                run(component, session, file);
            }
        } catch (SQLException e) {
            throw new EnvironmentException(
                    "component '" + component + "': no session to run its init files: " + e.getMessage(), e);
        }
    }

    private static void run(String component, Connection session, Path file) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(Files.readString(file));
        } catch (SQLException e) {
            throw new EnvironmentException(
                    "component '" + component + "': its init file " + file + " failed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the init file " + file, e);
        }
    }
}
