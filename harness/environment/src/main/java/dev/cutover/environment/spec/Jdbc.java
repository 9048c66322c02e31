package dev.cutover.environment.spec;

import java.util.List;
import java.util.Optional;

/**
 * How the testbed reads a component's database. Texts may hold placeholders: {@code ${address sql}} for the component's own address,
 * {@code ${env NAME}} for a secret.
 *
 * @param url its JDBC URL, such as {@code jdbc:mysql://${address sql}/app}
 * @param classpath jars, and directories of classes, of a driver that does not ship; relative to the environment file
 * @param driver the driver's class, where the driver does not say by itself that it is there
 * @param user the user
 * @param password the password, best as {@code ${env NAME}} or {@code ${file path}}
 */
public record Jdbc(
        String url, List<String> classpath, Optional<String> driver, Optional<String> user, Optional<String> password) {
    public Jdbc {
        classpath = List.copyOf(classpath);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url + user.map(name -> " as " + name).orElse("");
    }
}
