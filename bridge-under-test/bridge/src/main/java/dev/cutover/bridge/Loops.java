package dev.cutover.bridge;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** Vert.x with a single event loop: what lives on it needs no locks, and one core is far more than the bridge needs. */
final class Loops {
    private Loops() {}

    static Vertx vertx() {
        // The JVM's resolver starts faster, and addresses are few.
        System.setProperty("vertx.disableDnsResolver", "true");
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }
}
