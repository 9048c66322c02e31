package dev.cutover.environment.spec;

import java.util.Optional;

/**
 * How the testbed reads a component's database. Texts may hold placeholders: {@code ${address sql}} for the component's own address,
 * {@code ${env NAME}} for a secret.
 *
 * @param url its JDBC URL, such as {@code jdbc:mysql://${address sql}/app}
 * @param driver the driver's class, where the driver does not say by itself that it is there; it must be on the class path
 * @param user the user
 * @param password the password, best as {@code ${env NAME}} or {@code ${file path}}
 */
public record Jdbc(String url, Optional<String> driver, Optional<String> user, Optional<String> password) {

    /** Without the password. */
    @Override
    public String toString() {
        return url + user.map(name -> " as " + name).orElse("");
    }
}
