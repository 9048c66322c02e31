package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import dev.cutover.rehearse.plan.ControlSpec;

/** How the systems under test are steered, and asked how they do, in a running environment. */
record Controls(RoutingControl routing, BootstrapControl bootstrap, LagProbe lag) {

    static Controls of(ControlSpec spec, Environment environment) {
        JsonClient bridge = client(
                spec.routing().component(),
                spec.routing().port(),
                spec.routing().token(),
                environment);
        JsonClient sync = client(spec.bootstrap().component(), spec.bootstrap().port(), "", environment);
        return new Controls(
                new RoutingControl(bridge, spec.within()),
                new BootstrapControl(sync, spec.within()),
                new LagProbe(sync));
    }

    private static JsonClient client(String component, String port, String token, Environment environment) {
        return new JsonClient(environment.direct(component, port), token);
    }
}
