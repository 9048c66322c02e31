package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import dev.cutover.rehearse.plan.ControlSpec;
import dev.cutover.rehearse.plan.ControlSpec.Endpoint;

/** How the systems under test are steered, and asked how they do, in a running environment. */
record Controls(RoutingControl routing, BootstrapControl bootstrap, LagProbe lag) {

    static Controls of(ControlSpec spec, Environment environment) {
        JsonClient bridge = client(spec.routing(), spec.routing().token(), environment);
        JsonClient sync = client(spec.bootstrap(), "", environment);
        return new Controls(
                new RoutingControl(bridge, spec.within()),
                new BootstrapControl(sync, spec.within()),
                new LagProbe(sync));
    }

    private static JsonClient client(Endpoint endpoint, String token, Environment environment) {
        return new JsonClient(environment.direct(endpoint.component(), endpoint.port()), token);
    }
}
