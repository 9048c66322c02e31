package dev.cutover.broken;

import dev.cutover.bridge.World;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of a bridge's variants share: a bridge between two systems in memory. */
abstract class OnABridge {
    static final String PAY = "{\"opId\":\"5\",\"hhNo\":1,\"ordNo\":1}";

    World world;

    @BeforeEach
    void start(@TempDir Path state) throws Exception {
        world = new World(state);
    }

    @AfterEach
    void stop() {
        world.close();
    }
}
