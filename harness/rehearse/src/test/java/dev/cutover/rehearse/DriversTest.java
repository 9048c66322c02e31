package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.environment.spec.Jdbc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver that does not ship is used from where the environment says that it lies. */
class DriversTest {
    private static final String DRIVER = """
            package tiny;

            import java.lang.reflect.Proxy;
            import java.sql.Connection;
            import java.sql.Driver;
            import java.sql.DriverPropertyInfo;
            import java.util.Properties;
            import java.util.logging.Logger;

            public final class TinyDriver implements Driver {
                public Connection connect(String url, Properties login) {
                    return !acceptsURL(url) ? null : (Connection) Proxy.newProxyInstance(
                            TinyDriver.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (self, method, values) -> method.getName().equals("getSchema") ? login.getProperty("user") : null);
                }
                public boolean acceptsURL(String url) { return url.startsWith("jdbc:tiny:"); }
                public DriverPropertyInfo[] getPropertyInfo(String url, Properties login) { return new DriverPropertyInfo[0]; }
                public int getMajorVersion() { return 1; }
                public int getMinorVersion() { return 0; }
                public boolean jdbcCompliant() { return false; }
                public Logger getParentLogger() { return Logger.getGlobal(); }
            }
            """;

    @TempDir
    private Path classes;

    @BeforeEach
    void compile() throws IOException {
        Path source = Files.createDirectory(classes.resolve("tiny")).resolve("TinyDriver.java");
        Files.writeString(source, DRIVER);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), source.toString()))
                .isZero();
    }

    @Test
    void thatSaysThatItIsThere() throws IOException, SQLException {
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("java.sql.Driver"), "tiny.TinyDriver\n");

        assertThat(user(tiny(Optional.empty()))).isEqualTo("observer");
    }

    @Test
    void thatIsNamed() throws SQLException {
        assertThat(user(tiny(Optional.of("tiny.TinyDriver")))).isEqualTo("observer");
    }

    @Test
    void anotherIsMissedWithWhatToDo() {
        assertThatThrownBy(() -> user(tiny(Optional.empty())))
                .isInstanceOf(SQLException.class)
                .hasMessage("no driver knows jdbc:tiny:shop; its jar is named by 'jdbc.classpath'");
        assertThatThrownBy(() -> user(tiny(Optional.of("tiny.Driver"))))
                .isInstanceOf(SQLException.class)
                .hasMessage("there is no driver tiny.Driver; its jar is named by 'jdbc.classpath'");
        assertThatThrownBy(() -> user(tiny(Optional.of("java.lang.String"))))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("java.lang.String cannot be used as a driver");
    }

    private Jdbc tiny(Optional<String> driver) {
        return new Jdbc(
                "jdbc:tiny:shop", List.of(classes.toString() + "/"), driver, Optional.empty(), Optional.empty());
    }

    private static String user(Jdbc jdbc) throws SQLException {
        var login = new Properties();
        login.setProperty("user", "observer");
        try (Connection connection = new Drivers().connect(jdbc, login)) {
            return connection.getSchema();
        }
    }
}
