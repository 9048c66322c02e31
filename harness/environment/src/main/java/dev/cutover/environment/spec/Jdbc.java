package dev.cutover.environment.spec;

import java.util.Optional;

/**
 * How the testbed reads a component's database. Texts may hold placeholders, {@code ${address sql}} for the component's own
 * address and {@code ${env NAME}} for a secret.
 *
 * @param url such as {@code jdbc:mysql://${address sql}/app}
 * @param driver its class, where the driver does not say by itself that it is there
 */
public record Jdbc(String url, Optional<String> driver, Optional<String> user, Optional<String> password) {

    /** Without the password. */
    @Override
    public String toString() {
        return url + user.map(name -> " as " + name).orElse("");
    }
}
